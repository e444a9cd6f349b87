/** How long a busy browser may put it off, and how long one without idle callbacks waits, ms. */
const LATEST_MS = 2000;
const FALLBACK_MS = 300;

/** Resolves when the browser has nothing better to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve(), { timeout: LATEST_MS });
    } else setTimeout(resolve, FALLBACK_MS);
  });
}
