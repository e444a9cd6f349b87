/** Moves an item of a display list sideways. */
import type { Item } from '../display-list.ts';

/** @param dx px to the right */
export function movedItem(item: Item, dx: number): Item {
  switch (item.t) {
    case 'path':
      return { ...item, points: item.points.map(([x, y]) => [x + dx, y] as const) };
    case 'text':
    case 'icon':
      return { ...item, x: item.x + dx };
    case 'ground':
      return { ...item, x1: item.x1 + dx, x2: item.x2 + dx };
    default:
      return { ...item, box: { ...item.box, x: item.box.x + dx } };
  }
}
