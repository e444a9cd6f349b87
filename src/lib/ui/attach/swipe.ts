/** Sideways swipes, where a finger does not move the picture itself. */

/** A swipe goes at least this far, px, and twice as far sideways as up or down. */
const FAR_PX = 48;

/**
 * @param isOn asked when a finger comes down: no swipes while the picture is zoomed in
 * @param onSwipe 1: to the next (the finger went left), -1: to the previous
 * @returns a function that stops listening
 */
export function listenToSwipes(
  root: HTMLElement,
  isOn: () => boolean,
  onSwipe: (by: -1 | 1) => void,
): () => void {
  let start: { readonly x: number; readonly y: number } | null = null;
  const begin = (event: TouchEvent): void => {
    const [touch] = event.touches;
    const one = event.touches.length === 1 && isOn();
    start = one && touch ? { x: touch.clientX, y: touch.clientY } : null;
    // What was touched may be gone before the finger lifts; only it hears of that then.
    if (start) event.target?.addEventListener('touchend', end, { passive: true, once: true });
  };
  const end = (event: Event): void => {
    const touch = event instanceof TouchEvent ? event.changedTouches[0] : undefined;
    if (!start || !touch) return;
    const dx = touch.clientX - start.x;
    const dy = touch.clientY - start.y;
    start = null;
    if (Math.abs(dx) >= FAR_PX && Math.abs(dx) > 2 * Math.abs(dy)) onSwipe(dx < 0 ? 1 : -1);
  };
  root.addEventListener('touchstart', begin, { passive: true });
  return () => root.removeEventListener('touchstart', begin);
}
