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
/** Height of a name, as a share of its size. */
const LINE = 1.2;
/** A leader that does not come out of the middle of a box keeps this far from its side, px. */
const BESIDE = 4;
/** Between a title and a leader, px. */
const AIR = 3;
/** Boxes smaller than this have no name in the picture, px. */
const SMALLEST = { w: 20, h: 14 } as const;

export interface Callout {
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
 * @param drawn what stands there already
 * @returns the same, and names on leaders for those of the stack's boxes that have none
 */
export function withLeaders(
  placed: readonly PlacedLayer[],
  named: ReadonlySet<LayerPath>,
  column: { readonly left: number; readonly right: number },
  minY: number,
  drawn: readonly Item[],
  sizes: Sizes,
): readonly Item[] {
  const callouts: Callout[] = [];
  const walls = sizes.toothedPips ? [] : wallNames(placed, named, minY, sizes);
  const titles = titlesOf(placed, drawn);
  const fixed = [...drawn, ...walls].flatMap((item) =>
    item.t === 'text' && !titles.some(({ title }) => title === item) ? [textBox(item)] : [],
  );
  const others = { callouts, titles, fixed };
  for (const item of nameless(placed, named)) {
    const least = { ...sizes, namePx: sizes.minPx };
    const callout =
      findPlace(item, placed, others, column, minY, sizes) ??
      findPlace(item, placed, others, column, minY, least);
    if (callout !== null) callouts.push(callout);
  }
  return [
    ...clearTitles(drawn, uprightsOf(callouts), placed),
    ...walls,
    ...callouts.flatMap((callout) => calloutItems(callout)),
  ];
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

function isTop({ kind, carries, wraps }: Layer): boolean {
  return /^(app|userland|engine|vmm|library-os)$/.test(kind) && carries.length + wraps.length === 0;
}

function nameOf({ layer: own, said }: PlacedLayer): string {
  const layer = said ?? own;
  return layer.short ?? layer.lines?.[0] ?? layer.name;
}

/** @returns width of a layer's name on a leader, px */
export function nameWidth(placed: PlacedLayer, { namePx }: Sizes): number {
  return textWidth(nameOf(placed), namePx, 650);
}

export interface Others {
  readonly callouts: readonly Callout[];
  readonly titles: readonly Title[];
  /** Texts that do not step aside. */
  readonly fixed: readonly Box[];
}

/** @returns where a name may stand above its box and above what else stands there, nearest first; or null. */
export function findPlace(
  item: PlacedLayer,
  placed: readonly PlacedLayer[],
  others: Others,
  column: { readonly left: number; readonly right: number },
  minY: number,
  sizes: Sizes,
): Callout | null {
  const { layer, box } = item;
  const text = nameOf(item);
  const w = nameWidth(item, sizes);
  const h = sizes.namePx * LINE;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    // From its middle, or beside what would be struck through.
    for (const x of [box.x + box.w / 2, box.x + box.w - BESIDE, box.x + BESIDE]) {
      const left = Math.max(column.left, Math.min(column.right - w, x - w / 2));
      const below = placed.filter(
        (other) => other.box.x < left + w + 3 && other.box.x + other.box.w > left - 3,
      );
      const skyline = Math.min(...below.map((other) => other.box.y));
      const y = skyline - sizes.markPx - h - step * STEP * sizes.namePx;
      const callout = { path: layer.path, text, x, toY: box.y, box: { x: left, y, w, h } };
      if (y >= minY && isFree(callout, others)) return callout;
    }
  }
  return null;
}

function isFree(callout: Callout, { callouts, titles, fixed }: Others): boolean {
  const uprights = uprightsOf([...callouts, callout]);
  return (
    callouts.every((other) => !clash(callout, other)) &&
    fixed.every((other) => !touch(callout.box, other) && !runsThrough(callout, other)) &&
    titles.every((title) => stepsAside(title, uprights) !== null)
  );
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

/** @param z of the line */
export function calloutItems(
  { path, text, x, toY, box }: Callout,
  z = Z.note as number,
): readonly Item[] {
  return [
    {
      t: 'path',
      key: `${path}#leader`,
      owner: path,
      z,
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
      size: box.h / LINE,
      weight: 650,
      anchor: 'start',
      ink: 'ink',
      halo: true,
    },
  ];
}

export interface Title {
  readonly title: TextItem;
  readonly wall: PlacedLayer;
}

/** What is written in the heads of boundaries. */
function titlesOf(placed: readonly PlacedLayer[], items: readonly Item[]): readonly Title[] {
  return placed.flatMap((wall) => {
    const { kind, path } = wall.layer;
    if (kind !== 'wall' && kind !== 'control-domain') return [];
    const title = items.find(({ key }) => key === `${path}#label0`);
    return title?.t === 'text' ? [{ title, wall }] : [];
  });
}

function uprightsOf(callouts: readonly Callout[]): readonly number[] {
  return callouts.map(({ x }) => x);
}

/**
 * A line out of a wall passes the wall's title: the title gives way to where it is not hit; where there is
 * no such place, it stands in front.
 * @param uprights x of the lines
 * @returns the items, titles moved
 */
export function clearTitles(
  items: readonly Item[],
  uprights: readonly number[],
  placed: readonly PlacedLayer[],
): readonly Item[] {
  const moved = new Map<Item, Item>(
    titlesOf(placed, items).map((one) => [
      one.title,
      stepsAside(one, uprights) ?? { ...one.title, halo: true },
    ]),
  );
  return items.map((item) => moved.get(item) ?? item);
}

/** @returns null where a title is hit wherever it stands. */
function stepsAside({ title, wall }: Title, uprights: readonly number[]): TextItem | null {
  const short = { ...title, text: wall.layer.short ?? title.text };
  return stepAside(title, wall.box, uprights) ?? stepAside(short, wall.box, uprights);
}

function stepAside(title: TextItem, box: Box, uprights: readonly number[]): TextItem | null {
  const w = textWidth(title.text, title.size, title.weight);
  const isHit = (from: number): boolean =>
    uprights.some((x) => x > from - AIR && x < from + w + AIR && x < box.x + box.w);
  if (!isHit(title.x - w / 2)) return title;
  const inset = Math.min(9, box.w / 8 + 2);
  const first = box.x + inset;
  const last = box.x + box.w - inset - w;
  const starts = [first, last, ...uprights.map((x) => x + AIR)];
  const from = starts.find((x) => x >= first && x <= last && !isHit(x));
  return from === undefined ? null : { ...title, x: from, anchor: 'start' };
}
