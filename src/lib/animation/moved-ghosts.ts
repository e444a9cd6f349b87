/**
 * Reduced motion: what has moved leaves a dashed outline where it was, until the next change. Only
 * slabs do, under everything else, and not where words stand on the bare ground, so that none is crossed.
 */
import { textWidth } from '../layout/text-metrics.ts';
import type { Box, BoxItem, DisplayList, Item, Look, TextItem } from '../scene/display-list.ts';
import { withoutLayer } from './morph-plan.ts';

const GHOST_KEY = '~moved';
const SLABS: ReadonlySet<Look> = new Set<Look>(['kernel', 'hypervisor', 'hardware']);
/** Less than this is not seen as a move, px. */
const LEAST_MOVE_PX = 6;
/** Beyond this change of width a thing was redrawn elsewhere (another lens), not moved. */
const MOST_SCALE = 1.6;
const UNDER_ALL = -1;
/** An outline of which more than this lies behind what stands now tells nothing. */
const MOST_COVERED = 0.5;

/** @returns `to` with an outline of every slab that stood elsewhere in `from` */
export function withGhosts(from: DisplayList, to: DisplayList): DisplayList {
  // A stage of another size is another stage: everything on it was laid out anew.
  if (from.width !== to.width || from.height !== to.height) return to;
  const before = new Map(from.items.flatMap((item) => (isSlab(item) ? [[item.key, item]] : [])));
  const bareWords = wordsOnGround(to);
  const layers = to.items.flatMap((item) => (item.t === 'box' && item.layer ? [item.box] : []));
  const ghosts = to.items.flatMap((item): Item[] => {
    const was = isSlab(item) ? before.get(item.key) : undefined;
    if (was === undefined || !isSlab(item) || !hasMoved(was, item)) return [];
    if (bareWords.some((words) => overlap(was.box, words))) return [];
    if (coveredPart(was.box, layers) > MOST_COVERED) return [];
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

/** Room of the words that no layer carries. */
function wordsOnGround({ items }: DisplayList): readonly Box[] {
  const layers = items.flatMap((item) => (item.t === 'box' && item.layer === true ? [item] : []));
  return items.flatMap((item) => {
    if (item.t !== 'text') return [];
    const box = roomOf(item);
    const isCarried = layers.some((layer) => overlap(layer.box, { ...box, y: item.y, h: 0 }));
    return isCarried ? [] : [box];
  });
}

function roomOf({ text, size, weight, x, y, anchor }: TextItem): Box {
  const w = textWidth(text, size, weight);
  const before = anchor === 'start' ? 0 : anchor === 'middle' ? w / 2 : w;
  return { x: x - before, y: y - size, w, h: size };
}

/** How much of a box lies behind one of others. */
function coveredPart({ x, y, w, h }: Box, others: readonly Box[]): number {
  const shares = others.map((other) => {
    const across = Math.min(x + w, other.x + other.w) - Math.max(x, other.x);
    const down = Math.min(y + h, other.y + other.h) - Math.max(y, other.y);
    return (Math.max(0, across) * Math.max(0, down)) / (w * h || 1);
  });
  return Math.max(0, ...shares);
}

function overlap(a: Box, b: Box): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

function hasMoved({ box: a }: BoxItem, { box: b }: BoxItem): boolean {
  const scale = Math.max(a.w / b.w, b.w / a.w);
  const far = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.w - b.w));
  return far > LEAST_MOVE_PX && scale < MOST_SCALE;
}
