/** A picture kept where it is seen, while the stage under it gets another place or size. */
import type { Box, DisplayList, Item } from '../scene/display-list.ts';

/** Where a stage's world lies on the page: its origin, CSS px, and CSS px per world px. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What is asked of a stage. */
export interface Placed {
  readonly canvas: { getBoundingClientRect(): { readonly left: number; readonly top: number } };
  boxOnScreen(box: Box): Box;
}

/** @returns where a stage's world lies now, wherever the page is scrolled to */
export function placeOf(stage: Placed): Place {
  const { left, top } = stage.canvas.getBoundingClientRect();
  const { x, y, w } = stage.boxOnScreen({ x: 0, y: 0, w: 1, h: 1 });
  return { x: left + scrollX + x, y: top + scrollY + y, scale: w };
}

/** Less than this is not seen, px: a stage that stands still must not be laid out anew for a rounding. */
const LEAST_PX = 0.5;
const LEAST_SCALE = 1e-3;

/** @returns the list in the world that lies at `now`, seen where it was seen at `was` */
export function placedAnew(list: DisplayList, was: Place | null, now: Place | null): DisplayList {
  if (!was || !now) return list;
  const isStill =
    Math.abs(was.x - now.x) < LEAST_PX &&
    Math.abs(was.y - now.y) < LEAST_PX &&
    Math.abs(was.scale - now.scale) < LEAST_SCALE;
  if (isStill || !(now.scale > 0)) return list;
  const by = {
    x: (was.x - now.x) / now.scale,
    y: (was.y - now.y) / now.scale,
    scale: was.scale / now.scale,
  };
  return { ...list, items: list.items.map((item) => placeItem(item, by)) };
}

function placeItem(item: Item, by: Place): Item {
  const toX = (x: number): number => x * by.scale + by.x;
  const toY = (y: number): number => y * by.scale + by.y;
  switch (item.t) {
    case 'path':
      return { ...item, points: item.points.map(([x, y]) => [toX(x), toY(y)] as const) };
    case 'text':
    case 'icon':
      return { ...item, x: toX(item.x), y: toY(item.y), size: item.size * by.scale };
    case 'ground':
      return { ...item, x1: toX(item.x1), x2: toX(item.x2), y: toY(item.y) };
    default: {
      const { x, y, w, h } = item.box;
      return {
        ...item,
        box: { x: toX(x), y: toY(y), w: w * by.scale, h: h * by.scale },
        ...('teeth' in item && {
          teeth: item.teeth?.map(({ family, from, to }) => ({
            ...{ family, from: from * by.scale, to: to * by.scale },
          })),
        }),
      };
    }
  }
}
