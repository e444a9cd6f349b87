/**
 * The last step before a box goes without its name: the name stands in the air above the stack, on a thin
 * leader. Only for what has nothing on top of it; leaders are upright, so they never cross, and a name
 * that finds no free place is left to the readout, the twin and the table.
 */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import type { Layer, LayerPath } from '../../model/stack.ts';
import type { Box, Item, TextItem } from '../display-list.ts';
import { textBox } from '../text-box.ts';
import { Z } from './depth.ts';
import type { Sizes } from './sizes.ts';

/** @returns room above a stack for one row of names on leaders, px */
export function leaderRowPx({ namePx }: Sizes): number {
  return Math.max(24, namePx * 1.7);
}
/** Names stacked above one another keep this distance, as a share of their size. */
const STEP = 1.53;
const MOST_STEPS = 3;
/** Boxes smaller than this have no name in the picture, px. */
const SMALLEST = { w: 20, h: 14 } as const;

interface Callout {
  readonly path: LayerPath;
  readonly text: string;
  /** Upright of the leader. */
  readonly x: number;
  /** Top of the box it names. */
  readonly toY: number;
  /** Of the text. */
  readonly box: Box;
}

/**
 * @param placed one stack, in world coordinates
 * @param named paths whose label stands in their box
 * @param column left and right edge that names keep within, px
 * @param minY where the text above the stack ends
 * @param taken boxes of texts that stand there already
 * @returns names on leaders for those of the stack's boxes that have none
 */
export function leaderItems(
  placed: readonly PlacedLayer[],
  named: ReadonlySet<LayerPath>,
  column: { readonly left: number; readonly right: number },
  minY: number,
  taken: readonly Box[],
  sizes: Sizes,
): readonly Item[] {
  const callouts: Callout[] = [];
  const walls = sizes.toothedPips ? [] : wallNames(placed, named, minY, sizes);
  const others = [...taken, ...walls.map(textBox)];
  for (const item of nameless(placed, named)) {
    const callout = findPlace(item, placed, { callouts, taken: others }, column, minY, sizes);
    if (callout !== null) callouts.push(callout);
  }
  return [...walls, ...callouts.flatMap((callout) => calloutItems(callout, sizes))];
}

/** In a low frame a VM is too flat for its name: it stands over its wall. */
function wallNames(
  placed: readonly PlacedLayer[],
  named: ReadonlySet<LayerPath>,
  minY: number,
  { namePx: size }: Sizes,
): readonly TextItem[] {
  return placed.flatMap(({ layer, box, crowd }): readonly TextItem[] => {
    if (layer.kind !== 'wall' || crowd !== undefined || named.has(layer.path)) return [];
    const y = box.y - size * 0.35;
    const isFree = textWidth(layer.name, size, 650) <= box.w && y - size * 0.75 >= minY;
    if (!isFree) return [];
    const at = {
      x: box.x + box.w / 2,
      y,
      size,
      weight: 650,
      anchor: 'middle',
      ink: 'ink',
    } as const;
    const key = `${layer.path}#callout`;
    return [{ t: 'text', key, owner: layer.path, z: Z.note, text: layer.name, ...at }];
  });
}

/** @returns the boxes without a name in them that may get one on a leader, what matters most first. */
export function nameless(
  placed: readonly PlacedLayer[],
  named: ReadonlySet<LayerPath>,
): readonly PlacedLayer[] {
  return placed
    .filter(
      ({ layer, box, crowd }) =>
        crowd === undefined &&
        !named.has(layer.path) &&
        isTop(layer) &&
        box.w >= SMALLEST.w &&
        box.h >= SMALLEST.h,
    )
    .sort((a, b) => rank(a.layer) - rank(b.layer) || a.box.x - b.box.x);
}

/** A stack is there for its apps; the services of a system are the same everywhere. */
function rank({ kind }: Layer): number {
  return kind === 'app' ? 0 : kind === 'userland' ? 2 : 1;
}

function isTop(layer: Layer): boolean {
  switch (layer.kind) {
    case 'app':
    case 'userland':
    case 'engine':
    case 'vmm':
    case 'library-os':
      return layer.carries.length === 0 && layer.wraps.length === 0;
    default:
      return false;
  }
}

function findPlace(
  item: PlacedLayer,
  placed: readonly PlacedLayer[],
  others: { readonly callouts: readonly Callout[]; readonly taken: readonly Box[] },
  column: { readonly left: number; readonly right: number },
  minY: number,
  sizes: Sizes,
): Callout | null {
  const { layer, box } = item;
  const text = layer.short ?? layer.lines?.[0] ?? layer.name;
  const w = textWidth(text, sizes.namePx, 650);
  const h = sizes.namePx * 1.2;
  const x = box.x + box.w / 2;
  const left = Math.max(column.left, Math.min(column.right - w, x - w / 2));
  const below = placed.filter(
    (other) => other.box.x < left + w + 3 && other.box.x + other.box.w > left - 3,
  );
  const skyline = Math.min(...below.map((other) => other.box.y));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const place = { x: left, y: skyline - sizes.markPx - h - step * STEP * sizes.namePx, w, h };
    if (place.y < minY) return null;
    const callout = { path: layer.path, text, x, toY: box.y, box: place };
    const isFree =
      others.callouts.every((other) => !clash(callout, other)) &&
      others.taken.every((other) => !touch(place, other));
    if (isFree) return callout;
  }
  return null;
}

/** Two names touch, or the leader of one runs through the other. */
function clash(a: Callout, b: Callout): boolean {
  return touch(a.box, b.box) || runsThrough(a, b.box) || runsThrough(b, a.box);
}

/** Two names side by side are two words of one where less than this lies between them, of their height. */
const APART = 0.375;

function touch(a: Box, b: Box): boolean {
  const apart = Math.max(6, a.h * APART);
  return a.x < b.x + b.w + apart && b.x < a.x + a.w + apart && a.y < b.y + b.h && b.y < a.y + a.h;
}

function runsThrough({ x, toY, box }: Callout, other: Box): boolean {
  const isBeside = x > other.x - 3 && x < other.x + other.w + 3;
  return isBeside && other.y + other.h > box.y + box.h && other.y < toY;
}

function calloutItems({ path, text, x, toY, box }: Callout, sizes: Sizes): readonly Item[] {
  return [
    {
      t: 'path',
      key: `${path}#leader`,
      owner: path,
      z: Z.note,
      ink: 'secondary',
      width: 1.3,
      points: [
        [x, box.y + box.h + 1],
        [x, toY + 5],
      ],
      dot: 'end',
    },
    {
      t: 'text',
      key: `${path}#callout`,
      owner: path,
      z: Z.note,
      x: box.x,
      y: box.y + box.h * 0.8,
      text,
      size: sizes.namePx,
      weight: 650,
      anchor: 'start',
      ink: 'ink',
      halo: true,
    },
  ];
}

/**
 * A leader out of a wall passes the wall's title: the title gives way to where it is not hit; where there
 * is no such place, it stands in front.
 * @returns the items, titles moved
 */
export function clearTitles(
  items: readonly Item[],
  leaders: readonly Item[],
  placed: readonly PlacedLayer[],
): readonly Item[] {
  const uprights = leaders.flatMap((item) => (item.t === 'path' ? [item.points[0]?.[0] ?? 0] : []));
  if (uprights.length === 0) return items;
  const walls = new Map(
    placed
      .filter(({ layer }) => layer.kind === 'wall' || layer.kind === 'control-domain')
      .map((item) => [`${item.layer.path}#label0`, item]),
  );
  return items.map((item) => {
    const wall = walls.get(item.key);
    if (item.t !== 'text' || wall === undefined) return item;
    const { layer, box } = wall;
    const short = { ...item, text: layer.short ?? item.text };
    return (
      stepAside(item, box, uprights) ?? stepAside(short, box, uprights) ?? { ...item, halo: true }
    );
  });
}

function stepAside(title: TextItem, box: Box, uprights: readonly number[]): TextItem | null {
  const w = textWidth(title.text, title.size, title.weight);
  const isHit = (from: number): boolean =>
    uprights.some((x) => x > from - 4 && x < from + w + 4 && x < box.x + box.w);
  if (!isHit(title.x - w / 2)) return title;
  const inset = Math.min(9, box.w / 8 + 2);
  const ends = [box.x + inset, box.x + box.w - inset - w];
  const between = uprights
    .map((x) => x + 5)
    .filter((x) => x > box.x && x < box.x + box.w - inset - w);
  for (const from of [...ends, ...between]) {
    if (!isHit(from)) return { ...title, x: from, anchor: 'start' };
  }
  return null;
}
