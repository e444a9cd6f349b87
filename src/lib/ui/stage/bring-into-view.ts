/** How far a picture has to be moved so that a box in it is seen. */
import type { Box } from '#lib/layout/box.ts';

/** Kept free between the box and the edge of the view, px. */
const AIR_PX = 16;

/**
 * @param box where the box is now, CSS px from the view's top left
 * @returns by how much to look further right and down, CSS px; of a box larger than the view its start
 *   is shown
 */
export function panToShow(
  box: Box,
  view: { readonly w: number; readonly h: number },
): { readonly x: number; readonly y: number } {
  return { x: along(box.x, box.w, view.w), y: along(box.y, box.h, view.h) };
}

function along(start: number, length: number, room: number): number {
  const first = start - AIR_PX;
  const last = start + length + AIR_PX - room;
  if (first < 0 || last - first > 0) return first < 0 || last > 0 ? first : 0;
  return Math.max(0, last);
}
