/** What a reader does anywhere on the page. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
/** The page is left alone for this long after its first picture, ms. */
const LEAST_MS = 1000;
/** How long a busy browser may put it off after that, ms. */
const LATEST_MS = 2000;

/**
 * Resolves when there is time for what may be wanted next: some while after the first picture, when the
 * browser has nothing better to do; at once when a reader moves.
 */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      for (const sign of SIGNS) removeEventListener(sign, done);
      resolve();
    };
    const timer = setTimeout(() => {
      if ('requestIdleCallback' in globalThis) requestIdleCallback(done, { timeout: LATEST_MS });
      else done();
    }, LEAST_MS);
    for (const sign of SIGNS) addEventListener(sign, done, { passive: true });
  });
}
