/** Tells when a reader first reaches for an element: by pointer, key, wheel or focus. */

const SIGNS = ['pointerenter', 'pointerdown', 'focusin', 'wheel', 'touchstart'] as const;

/**
 * Calls `then` once.
 * @returns a function that stops waiting
 */
export function onFirstTouch(element: HTMLElement, then: () => void): () => void {
  const forget = (): void => {
    for (const sign of SIGNS) element.removeEventListener(sign, reached);
  };
  const reached = (): void => {
    forget();
    then();
  };
  for (const sign of SIGNS) element.addEventListener(sign, reached, { passive: true });
  return forget;
}
