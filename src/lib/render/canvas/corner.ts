/** How round a corner can be. */

/**
 * @param mostPx as round as it may be
 * @returns px, never below zero: a canvas throws on a radius that is, and on a stage too narrow for its margins
 *   boxes turn inside out for a moment
 */
export function cornerPx(
  mostPx: number,
  { w, h }: { readonly w: number; readonly h: number },
): number {
  return Math.max(0, Math.min(mostPx, w / 2, h / 2));
}
