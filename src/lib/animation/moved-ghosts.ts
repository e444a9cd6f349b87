/**
 * Reduced motion: what has moved leaves a dashed outline where it was, until the next change. Only
 * slabs do, and under everything else, so that no label is crossed.
 */
import type { BoxItem, DisplayList, Item, Look } from '../scene/display-list.ts';
import { withoutLayer } from './morph-plan.ts';

const GHOST_KEY = '~moved';
const SLABS: ReadonlySet<Look> = new Set<Look>(['kernel', 'hypervisor', 'hardware']);
/** Less than this is not seen as a move, px. */
const LEAST_MOVE_PX = 6;
/** Beyond this change of width a thing was redrawn elsewhere (another lens), not moved. */
const MOST_SCALE = 1.6;
const UNDER_ALL = -1;

/** @returns `to` with an outline of every slab that stood elsewhere in `from` */
export function withGhosts(from: DisplayList, to: DisplayList): DisplayList {
  const before = new Map(from.items.flatMap((item) => (isSlab(item) ? [[item.key, item]] : [])));
  const ghosts = to.items.flatMap((item): Item[] => {
    const was = isSlab(item) ? before.get(item.key) : undefined;
    if (was === undefined || !isSlab(item) || !hasMoved(was, item)) return [];
    const { owner: _owner, teeth: _teeth, ...rest } = was;
    return [withoutLayer({ ...rest, key: `${was.key}${GHOST_KEY}`, ghost: true, z: UNDER_ALL })];
  });
  return ghosts.length === 0 ? to : { ...to, items: [...ghosts, ...to.items] };
}

/** @returns the list without outlines of earlier moves */
export function withoutGhosts(list: DisplayList): DisplayList {
  const items = list.items.filter((item) => !item.key.endsWith(GHOST_KEY));
  return items.length === list.items.length ? list : { ...list, items };
}

function isSlab(item: Item): item is BoxItem {
  return item.t === 'box' && SLABS.has(item.look) && item.layer === true && item.ghost !== true;
}

function hasMoved({ box: a }: BoxItem, { box: b }: BoxItem): boolean {
  const scale = Math.max(a.w / b.w, b.w / a.w);
  const far = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.w - b.w));
  return far > LEAST_MOVE_PX && scale < MOST_SCALE;
}
