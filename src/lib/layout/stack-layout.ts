/**
 * Where the layers of one stack lie: pure geometry, no labels. Column-relative px: x from the stack's
 * left, y down, the ground at `heightPx`. A layer stands on the floor below it, a boundary stands on the
 * same floor as what it wraps, a strip lies inside its slab, and instances too narrow to be told apart
 * become one crowd that keeps their true number.
 */
import type { Layer, LayerPath, ResolvedStack } from '../model/stack.ts';
import type { Box } from './box.ts';
import {
  FENCE_PAD,
  hasFences,
  nominalHeight,
  POSTS_PX,
  STRIP_HEIGHT,
  type Place,
} from './nominal.ts';
import type { Tight } from './tight.ts';
import { floorOf, gapBetween, minWidth, placeInside, shareOut } from './widths.ts';

export interface PlacedLayer {
  readonly layer: Layer;
  readonly box: Box;
  readonly parent: LayerPath | null;
  /** How many walls are around it. */
  readonly depth: number;
  /** What its label says in place of its names, so that layers that are alike say alike. */
  readonly said?: Pick<Layer, 'name' | 'short' | 'lines'>;
  /** A crowd stands for `count` instances too narrow to draw one by one; `layer` is the first. */
  readonly crowd?: { readonly count: number };
}

export interface StackLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Bottom up, boundaries before what they wrap. */
  readonly placed: readonly PlacedLayer[];
}

/** How high the heads of boundaries are. */
export type Heads = Pick<Place, 'stretch' | 'headroomOf'>;

export interface StackLayoutOptions {
  readonly widthPx: number;
  /** Multiplies the nominal heights of the layers; 1 is the size of the Explore mock-up. */
  readonly unit: number;
  /** Thickness of VM walls, px. */
  readonly wallPx?: number;
  /** Narrowest instance before a group becomes a crowd, px. */
  readonly crowdBelowPx?: number;
  /** Most instances of one group drawn one by one. */
  readonly mostInstances?: number;
  /** Layers to leave out, with all that stands on them. */
  readonly hidden?: (layer: Layer) => boolean;
  readonly heads?: Heads | undefined;
  /** How a floor is shared out that is too narrow; absent: in proportion. */
  readonly tight?: Tight | undefined;
}

const GROUND: Place = { inFence: false, inWall: false };
const DEFAULT_WALL_PX = 7;
/** Fences keep off the wall around their kernel, so that both can be told apart: by this at each end, px. */
export const WALL_AIR = 5;
/** What is left of a slab above a strip that a guest's walls reach into, px. */
const RIM_PX = 5;
const CROWD_BELOW_PX = 20;
/** What a crowd asks for, px. */
const CROWD_WIDTH = 220;

interface Context {
  readonly unit: number;
  readonly wallPx: number;
  readonly crowdBelowPx: number;
  readonly mostInstances: number;
  readonly hidden: (layer: Layer) => boolean;
  readonly tight?: Tight | undefined;
  readonly placed: PlacedLayer[];
}

/** Height of a stack at unit 1, px. */
export function stackHeight(
  stack: ResolvedStack,
  hidden: (layer: Layer) => boolean,
  heads?: Heads,
): number {
  return columnHeight(stack.ground, { ...GROUND, ...heads }, hidden);
}

/** Narrowest useful width of a stack, px. */
export function stackMinWidth(stack: ResolvedStack, wallPx = DEFAULT_WALL_PX): number {
  return minWidth(stack.ground, GROUND, wallPx);
}

function columnHeight(layer: Layer, place: Place, hidden: (layer: Layer) => boolean): number {
  const above = floorOf(layer).filter((child) => !hidden(child));
  const inside = placeInside(layer, place);
  const tallest = above.reduce(
    (max, child) => Math.max(max, columnHeight(child, inside, hidden)),
    0,
  );
  return nominalHeight(layer, place) + (place.headroomOf?.(layer) ?? 0) + tallest;
}

/** Lays out one stack. Same input, same output; children lie inside or on top of their parents. */
export function layoutStack(stack: ResolvedStack, options: StackLayoutOptions): StackLayout {
  const hidden = options.hidden ?? (() => false);
  const { heads } = options;
  const heightPx = stackHeight(stack, hidden, heads) * options.unit;
  const context: Context = {
    ...{ wallPx: DEFAULT_WALL_PX, crowdBelowPx: CROWD_BELOW_PX, mostInstances: 60 },
    ...options,
    hidden,
    placed: [],
  };
  place(
    stack.ground,
    { x: 0, w: options.widthPx, floorY: heightPx },
    null,
    { ...GROUND, ...heads },
    0,
    context,
  );
  return { widthPx: options.widthPx, heightPx, placed: context.placed };
}

interface Slot {
  readonly x: number;
  readonly w: number;
  readonly floorY: number;
}

function place(
  layer: Layer,
  slot: Slot,
  parent: LayerPath | null,
  where: Place,
  depth: number,
  context: Context,
): void {
  if (layer.wraps.length > 0) placeBoundary(layer, slot, parent, where, depth, context);
  else placeSlab(layer, slot, parent, where, depth, context);
}

function placeBoundary(
  layer: Layer,
  slot: Slot,
  parent: LayerPath | null,
  where: Place,
  depth: number,
  context: Context,
): void {
  const h = columnHeight(layer, where, context.hidden) * context.unit;
  context.placed.push({
    layer,
    box: { x: slot.x, y: slot.floorY - h, w: slot.w, h },
    parent,
    depth,
  });
  const pad = layer.kind === 'wall' ? context.wallPx : layer.kind === 'fence' ? FENCE_PAD : 4;
  const inset = Math.min(pad, slot.w / 4);
  const inner = { x: slot.x + inset, w: slot.w - 2 * inset, floorY: slot.floorY };
  const innerDepth = layer.kind === 'wall' ? depth + 1 : depth;
  placeFloor(layer, layer.wraps, inner, placeInside(layer, where), innerDepth, context);
}

function placeSlab(
  layer: Layer,
  slot: Slot,
  parent: LayerPath | null,
  where: Place,
  depth: number,
  context: Context,
): void {
  const h = nominalHeight(layer, where) * context.unit;
  const box = { x: slot.x, y: slot.floorY - h, w: slot.w, h };
  context.placed.push({ layer, box, parent, depth });
  const before = context.placed.length;
  const air = where.inWall && hasFences(layer) ? Math.min(WALL_AIR, slot.w / 20) : 0;
  const floor = { x: slot.x + air, w: slot.w - 2 * air, floorY: box.y };
  placeFloor(layer, layer.carries, floor, placeInside(layer, where), depth, context);
  placeStrips(layer, box, context.placed.slice(before), where, depth, context);
}

/**
 * A strip lies under the walls that it carries, or else the fences, as far as they reach. Under walls it leaves
 * a thin rim of the slab: flush with the top edge it was a layer between the slab and the guest, which KVM is
 * not; with a broad rim readers took the guest to stand on the slab. Under fences it leaves their posts room.
 */
function placeStrips(
  layer: Layer,
  box: Box,
  above: readonly PlacedLayer[],
  { stretch = 1 }: Place,
  depth: number,
  context: Context,
): void {
  const carried = above.filter(({ parent }) => parent === layer.path);
  const walls = carried.filter((item) => item.layer.kind === 'wall');
  const served = walls.length > 0 ? walls : carried.filter((item) => item.layer.kind === 'fence');
  const spans = served.length > 0 ? served.map((item) => item.box) : [box];
  const left = Math.min(...spans.map(({ x }) => x));
  const right = Math.max(...spans.map(({ x, w }) => x + w));
  const shown = layer.inside.filter((strip) => !context.hidden(strip));
  const h = Math.min(STRIP_HEIGHT * stretch * context.unit, box.h * 0.45);
  const inset = Math.min(hasFences(layer) ? POSTS_PX : RIM_PX, box.h * 0.3);
  shown.forEach((strip, index) => {
    const w = (right - left) / shown.length;
    context.placed.push({
      layer: strip,
      box: { x: left + index * w, y: box.y + inset, w, h },
      parent: layer.path,
      depth,
    });
  });
}

function placeFloor(
  owner: Layer,
  all: readonly Layer[],
  slot: Slot,
  where: Place,
  depth: number,
  context: Context,
): void {
  const children = all.filter((child) => child.relation !== 'transient' && !context.hidden(child));
  if (children.length === 0) return;
  const plan = planFloor(children, slot.w, where, context);
  let x = slot.x;
  for (const part of plan) {
    x += part.gap;
    const inner = { x, w: part.w, floorY: slot.floorY };
    if (part.crowd === undefined) place(part.layer, inner, owner.path, where, depth, context);
    else {
      const h = columnHeight(part.layer, where, context.hidden) * context.unit;
      context.placed.push({
        layer: part.layer,
        box: { x, y: slot.floorY - h, w: part.w, h },
        parent: owner.path,
        depth,
        crowd: { count: part.crowd },
      });
    }
    x += part.w;
  }
}

interface Part {
  readonly layer: Layer;
  readonly w: number;
  readonly gap: number;
  readonly crowd?: number;
}

/** Widths and gaps of one floor; a group that is too many or too narrow becomes a crowd. */
function planFloor(
  children: readonly Layer[],
  widthPx: number,
  where: Place,
  context: Context,
): readonly Part[] {
  const crowds = new Map<string, LayerPath>();
  for (;;) {
    const shown = children.filter(({ instance, path }) => {
      const crowd = instance && crowds.get(instance.group);
      return crowd === undefined || crowd === path;
    });
    const parts = measureFloor(shown, widthPx, where, context, new Set(crowds.values()));
    const narrow = parts.find((part) => isTooMany(part, parts, crowds, context));
    if (narrow?.layer.instance === undefined) return parts;
    crowds.set(narrow.layer.instance.group, narrow.layer.path);
  }
}

function isTooMany(
  part: Part,
  parts: readonly Part[],
  crowds: ReadonlyMap<string, LayerPath>,
  context: Context,
): boolean {
  const { instance } = part.layer;
  if (instance === undefined || instance.count === 1 || crowds.has(instance.group)) return false;
  const drawn = parts.filter(({ layer }) => layer.instance?.group === instance.group).length;
  return (
    drawn < instance.count ||
    instance.count > context.mostInstances ||
    part.w < context.crowdBelowPx
  );
}

function measureFloor(
  children: readonly Layer[],
  widthPx: number,
  where: Place,
  context: Context,
  crowds: ReadonlySet<LayerPath>,
): readonly Part[] {
  const mins = children.map((child) =>
    crowds.has(child.path) ? CROWD_WIDTH : minWidth(child, where, context.wallPx),
  );
  const gaps = children.map((child, index) => {
    const before = children[index - 1];
    return before === undefined ? 0 : gapBetween(before, child);
  });
  const need = mins.reduce((sum, min) => sum + min, 0);
  const gapSum = gaps.reduce((sum, gap) => sum + gap, 0);
  // Gaps shrink with the floor, so that a narrow floor is not all gaps.
  const usual = Math.min(1, widthPx / (need + gapSum));
  const tight =
    usual < 1 && context.tight?.floor(children, mins, gapSum, widthPx, where, context, crowds);
  const [squeeze, widths] = tight || [usual, shareOut(children, mins, widthPx - gapSum * usual)];
  return children.map((layer, index) => ({
    layer,
    w: widths[index] ?? 0,
    gap: (gaps[index] ?? 0) * squeeze,
    ...(crowds.has(layer.path) ? { crowd: layer.instance?.count ?? 1 } : {}),
  }));
}
