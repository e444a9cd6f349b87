/**
 * Names of boxes in a VM or a partition that are too narrow for them: they stand in the head of the
 * boundary, below its title, and the head is made higher for them. A line through a wall would read as a
 * hole in it.
 */
import type { Heads, PlacedLayer } from '../../layout/stack-layout.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { Box, Item } from '../display-list.ts';
import { textBox } from '../text-box.ts';
import { Z, zAt } from './depth.ts';
import { calloutItems, findPlace, nameless, nameWidth, type Callout } from './leaders.ts';
import type { Sizes } from './sizes.ts';

/** Between the side of a boundary and a name, and between its title and a name, px. */
const AIR = 2;

export interface InsideNames {
  readonly items: readonly Item[];
  /** What stands in a boundary: a name of it stands there too or not at all. */
  readonly inside: ReadonlySet<LayerPath>;
  /** Heads with room for all of the names, in a picture that was laid out at `unit`; empty: they have it. */
  readonly headsAt: (unit: number) => Heads;
}

/** A drawing with higher heads is smaller, and so are they, by less than this share. */
const SHRINKS = 0.84;

/**
 * @param placed one stack, in world coordinates
 * @param named paths whose label stands in their box
 * @param drawn the stack as drawn, with the titles of its boundaries
 */
export function insideNames(
  placed: readonly PlacedLayer[],
  named: ReadonlySet<LayerPath>,
  drawn: readonly Item[],
  { minPx, ...usual }: Sizes,
): InsideNames {
  const sizes: Sizes = { ...usual, minPx, namePx: minPx };
  const items: Item[] = [];
  const inside = new Set<LayerPath>();
  const lack = new Map<LayerKind, number>();
  for (const boundary of placed.filter(isBoundary)) {
    const { path, kind } = boundary.layer;
    const within = placed.filter(({ layer }) => layer.path.startsWith(`${path}/`));
    within.forEach(({ layer }) => inside.add(layer.path));
    const texts = textsIn(within, boundary, drawn);
    const room = roomIn(boundary, drawn, sizes);
    const wanted = placeAll(nameless(within, named), within, texts, room, -Infinity, sizes);
    const highest = Math.min(...wanted.map(({ box }) => box.y));
    if (wanted.length > 0) lack.set(kind, Math.max(lack.get(kind) ?? 0, room.topY - highest));
    const depths = new Map(within.map((item) => [item.layer.path, item.depth]));
    const found = placeAll(nameless(within, named), within, texts, room, room.topY, sizes);
    // Behind the gauge of its fence.
    const zOf = ({ path }: Callout): number => zAt(depths.get(path) ?? 0, Z.gauge) - 1;
    items.push(...found.flatMap((callout) => calloutItems(callout, zOf(callout))));
  }
  return { items, inside, headsAt: (unit) => headsWith(lack, unit) };
}

/** @param lack what the heads lack, by kind of boundary, px */
function headsWith(lack: ReadonlyMap<LayerKind, number>, unit: number): Heads {
  const px = (kind: LayerKind): number => Math.max(0, lack.get(kind) ?? 0);
  return lack.size === 0 ? {} : { headroomOf: ({ kind }) => px(kind) / (unit * SHRINKS) };
}

function isBoundary({ layer, crowd }: PlacedLayer): boolean {
  return (layer.kind === 'wall' || layer.kind === 'control-domain') && crowd === undefined;
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly topY: number;
}

function roomIn({ layer, box }: PlacedLayer, drawn: readonly Item[], { wallPx }: Sizes): Room {
  const side = layer.kind === 'wall' ? Math.min(wallPx, box.w / 8) : 2;
  const title = drawn.find(({ key }) => key === `${layer.path}#label0`);
  const top = title?.t === 'text' ? bottomOf(textBox(title)) : box.y + side;
  return { left: box.x + side + AIR, right: box.x + box.w - side - AIR, topY: top + AIR };
}

function bottomOf({ y, h }: Box): number {
  return y + h;
}

function textsIn(
  within: readonly PlacedLayer[],
  { layer: { path } }: PlacedLayer,
  drawn: readonly Item[],
): readonly Box[] {
  const paths = new Set([path, ...within.map(({ layer }) => layer.path)]);
  return drawn.flatMap((item) =>
    item.t === 'text' && item.owner !== undefined && paths.has(item.owner) ? [textBox(item)] : [],
  );
}

function placeAll(
  boxes: readonly PlacedLayer[],
  within: readonly PlacedLayer[],
  fixed: readonly Box[],
  room: Room,
  minY: number,
  sizes: Sizes,
): readonly Callout[] {
  const callouts: Callout[] = [];
  // Where the head is to be made higher, its title will stand higher too.
  const texts = minY === -Infinity ? fixed.filter(({ y }) => y > room.topY) : fixed;
  for (const item of boxes) {
    if (nameWidth(item, sizes) > room.right - room.left) continue;
    const callout = findPlace(
      item,
      within,
      { callouts, titles: [], fixed: texts },
      room,
      minY,
      sizes,
    );
    if (callout !== null) callouts.push(callout);
  }
  return callouts;
}
