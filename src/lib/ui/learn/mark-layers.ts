/**
 * Marks the layers that a step speaks of: an attribute on their buttons over the picture, which follow
 * the painted boxes by themselves.
 */

/** The attribute; the style is the lesson's. */
const MARKED = 'data-marked';

/**
 * @param root holds the stage
 * @param paths layers to mark; others lose their mark
 * @returns stops marking, and takes the marks away
 */
export function markLayers(root: HTMLElement, paths: readonly string[]): () => void {
  const wanted = new Set(paths);
  const mark = (): void => {
    for (const button of root.querySelectorAll<HTMLElement>('[data-layer]')) {
      button.toggleAttribute(MARKED, wanted.has(button.dataset.layer ?? ''));
    }
  };
  mark();
  // The buttons are made anew when other layers are shown.
  const observer = new MutationObserver(mark);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    for (const button of root.querySelectorAll(`[${MARKED}]`)) button.removeAttribute(MARKED);
  };
}
