/** The way of a break-in over the drawing: where each step goes, and where it is stopped. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { Layer, LayerPath } from '../../model/stack.ts';
import type { Hop, Stop } from '../../sim/isolation/break-in.ts';
import type { Spot } from '../../sim/isolation/places.ts';
import type { Box } from '../display-list.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import { labelBoxes, meet } from './marks.ts';
import { isOfAll, type Story } from './story.ts';

export type Point = readonly [x: number, y: number];

/** One step on the drawing. */
export interface Leg {
  readonly number: number;
  /** Ways it goes, each from where the step before ended; the first is the main one. */
  readonly lines: readonly (readonly Point[])[];
  /** Numbered discs. */
  readonly discs: readonly Point[];
  /** Lines end in arrows. */
  readonly hasArrows: boolean;
}

/** Where it is stopped. */
export interface Bar {
  readonly number: number;
  readonly line: readonly Point[];
  /** The bar across it, and bars at the sides. */
  readonly bars: readonly Box[];
  readonly disc: Point;
}

export interface Route {
  readonly legs: readonly Leg[];
  readonly bar: Bar | null;
}

const BAR_PX = 6;
/** Discs on a wall are larger than this, and so are the boxes under them, px. */
const LARGE_DISC_PX = 16;
/** A box that a way inside it would leave no name, px. */
const NARROW_BOX_PX = 52;
/** A box that is no wider than a name, px: the disc stands on its corner. */
const TINY_BOX_PX = 44;
/** Half of the way's line, with its air; and how far within a box one that runs along its edge lies. */
const HALF_WAY_PX = 6;
const EDGE_PX = 1;
const PROGRAMS: ReadonlySet<Layer['kind']> = new Set(['app', 'userland', 'engine', 'vmm', 'libs']);

/** Lower than this, a way through the middle of a slab leaves no line for its name, px. */
const SHORT_PX = 42;
/** A name and the air around it, below the way, px. */
const NAME_PX = 22;
/** How much lower the discs at the feet of programs are there, px. */
const SHORT_DROP_PX = 5;

/** The slab that carries all that is reached, where it is so low that the way makes room for its name. */
function shortSlab(drawn: DrawnStack, story: Story, r: number): Box | null {
  if (r >= LARGE_DISC_PX) return null;
  const spot = spotOf(story);
  if (!story.breakIn.hops.some(isOfAll) || !spot?.floor) return null;
  const box = placedAt(drawn, spot.floor.path)?.box;
  return box !== undefined && box.h < SHORT_PX ? box : null;
}

/** Height of the way in such a slab, px. */
function shortLane({ y, h }: Box, r: number): number {
  return y + Math.min(h / 2, r + 11, Math.max(r - 1, h - NAME_PX));
}

/** @param r radius of a disc, px */
export function routeOf(drawn: DrawnStack, story: Story, r: number): Route {
  const { breakIn: done } = story;
  const start = startPoint(drawn, done.entry, r);
  if (start === null) return { legs: [], bar: null };
  const legs: Leg[] = [];
  let here: Point = start;
  for (const hop of done.hops) {
    const leg = legOf(drawn, story, hop, here, legs, r);
    legs.push(leg);
    here = leg.discs[0] ?? here;
    if (isOfAll(hop)) here = legs.at(-2)?.discs[0] ?? here;
  }
  const { stop } = done;
  const bar =
    stop === null || stop.missing !== undefined ? null : barOf(drawn, story, stop, here, r);
  return { legs, bar };
}

/** Where a layer is drawn, itself or the crowd that it is in. */
function placedAt({ byPath, placed }: DrawnStack, path: LayerPath): PlacedLayer | null {
  const own = byPath.get(path);
  if (own !== undefined) return own;
  return (
    placed.find(({ layer, crowd }) => {
      if (crowd === undefined || layer.instance === undefined) return false;
      const group = layer.path.slice(0, layer.path.length - layer.id.length) + layer.instance.group;
      return path.startsWith(group);
    }) ?? null
  );
}

/** In the upper right corner of the entered box, so that its name stays free. */
function startPoint(drawn: DrawnStack, entry: Layer, r: number): Point | null {
  const placed = placedAt(drawn, entry.path);
  if (placed === null) return null;
  const { box } = placed;
  const isSlab = !PROGRAMS.has(entry.kind);
  // In a small box the way runs along its edge: its name has the rest.
  const isSmall = !isSlab && r < LARGE_DISC_PX;
  if (isSmall && box.w < TINY_BOX_PX) return [box.x + box.w + 2, box.y - r + 5];
  const isNarrow = isSmall && box.w < NARROW_BOX_PX;
  const inner = box.x + box.w - (isNarrow ? EDGE_PX : Math.min(r, box.w * 0.25));
  const labels = labelBoxes(drawn, entry.path);
  const namePx = Math.max(0, ...labels.map(({ w }) => w));
  // Where the way would leave no room for the name, it runs along the edge.
  if (!isSlab && namePx > inner - HALF_WAY_PX - box.x) return [box.x + box.w - EDGE_PX, box.y + 2];
  const x = isSlab ? box.x + box.w * 0.5 : inner;
  const isFree = (y: number): boolean =>
    !labels.some((label) =>
      meet(label, { x: x - r * 0.6, y: y - r * 0.6, w: r * 1.2, h: r * 1.2 }),
    );
  // Where its name leaves no room, on the corner itself.
  const low = box.y + Math.min(r + 3, box.h / 2);
  return [x, isFree(low) ? low : box.y + 2];
}

function legOf(
  drawn: DrawnStack,
  story: Story,
  hop: Hop,
  here: Point,
  legs: readonly Leg[],
  r: number,
): Leg {
  const { number, step, to } = hop;
  const none: Leg = { number, lines: [], discs: [], hasArrows: false };
  if (legs.length === 0) return { ...none, discs: [here] };
  if (isOfAll(hop)) return everywhere(drawn, story, hop, here, none, r);
  const steps = story.attack?.steps ?? [];
  const isOnTheWay = step?.at === 'app' || steps[hop.number]?.at === step?.at;
  const end = isOnTheWay ? jointOf(drawn, story, here, r) : endPoint(drawn, story, to, here, r);
  const apart: Point =
    end[0] === here[0] && end[1] - here[1] < 2 * r + 2 ? [here[0], here[1] + 2 * r + 2] : end;
  return {
    ...none,
    lines: [between(here, apart, laneOf(drawn, story, to, here, r))],
    discs: [apart],
  };
}

/** Where the entered app meets what answers its calls. */
function jointOf(drawn: DrawnStack, story: Story, [x, y]: Point, r: number): Point {
  const spot = spotOf(story);
  const short = shortSlab(drawn, story, r);
  if (short !== null) {
    const raised = shortLane(short, r) - 2 * r - 2;
    return [x, Math.min(short.y - 2, Math.max(y + 2 * r + 1, raised))];
  }
  const floor = spot?.runtime ?? spot?.sentry ?? spot?.floor;
  const placed = floor ? placedAt(drawn, floor.path) : null;
  return [x, placed === null ? 0 : placed.box.y - 2];
}

function spotOf({ breakIn: done }: Story): Spot | undefined {
  return done.spots.get(done.entry.path);
}

/** In what is below, straight down; in what stands beside, at its foot. */
function endPoint(drawn: DrawnStack, story: Story, to: Layer, [x, y]: Point, r: number): Point {
  const placed = placedAt(drawn, to.path);
  if (placed === null) return [x, y + 2 * r + 4];
  const { box } = placed;
  const short = shortSlab(drawn, story, r);
  if (short === box) return [x, shortLane(box, r)];
  const isUnder = x > box.x && x < box.x + box.w && box.y + box.h > y;
  if (isUnder) return [x, box.y + Math.min(box.h / 2, r + 11)];
  // A slab is entered from below, a program at its foot.
  return [box.x + box.w / 2, PROGRAMS.has(to.kind) ? box.y + box.h - 2 : box.y + box.h - r - 5];
}

/** Height at which a way goes sideways: in the slab on which the target stands, or that carries its domain. */
function laneOf(drawn: DrawnStack, story: Story, to: Layer, [x, y]: Point, r: number): number {
  const { breakIn: done } = story;
  const spot = done.spots.get(to.path);
  const own = placedAt(drawn, to.path)?.box;
  if (own !== undefined && x > own.x && x < own.x + own.w && !PROGRAMS.has(to.kind)) return y;
  const domain = spot?.wall?.kind === 'control-domain' ? done.spots.get(spot.wall.path) : undefined;
  const floor = domain?.floor ?? spot?.floor;
  const placed = floor ? placedAt(drawn, floor.path) : null;
  const short = shortSlab(drawn, story, r);
  if (short !== null && short === placed?.box) return Math.max(y, shortLane(short, r));
  return Math.max(y, placed === null ? y : placed.box.y + r + 5);
}

/** Straight, or down to the lane, along it and up. */
function between(from: Point, to: Point, lane: number): readonly Point[] {
  if (Math.abs(from[0] - to[0]) < 0.5) return [from, to];
  return [from, [from[0], lane], [to[0], lane], to];
}

/** From the last place up into every tenant and program that it owns. */
function everywhere(
  drawn: DrawnStack,
  story: Story,
  hop: Hop,
  here: Point,
  none: Leg,
  r: number,
): Leg {
  const { entry, spots } = story.breakIn;
  const domain = spots.get(hop.to.path)?.wall;
  const isInDomain = domain?.kind === 'control-domain';
  const around = isInDomain ? (spots.get(domain.path)?.floor ?? null) : null;
  const aroundBox = around === null ? null : (placedAt(drawn, around.path)?.box ?? null);
  // Out of a control domain it goes through the hypervisor.
  const laneTo = (layer: Layer): number =>
    aroundBox !== null && spots.get(layer.path)?.wall !== domain
      ? aroundBox.y + r + 5
      : laneOf(drawn, story, hop.to, here, r);
  const drop = shortSlab(drawn, story, r) === null ? 0 : SHORT_DROP_PX;
  const lines: (readonly Point[])[] = [];
  const discs: Point[] = [];
  for (const { layer } of story.parts) {
    const placed = placedAt(drawn, layer.path);
    if (placed === null || discs.length > 12) continue;
    const isHit = hop.adds.has(layer.path) || hop.adds.has(`${layer.path}/app`);
    const isSlab = layer.kind === 'kernel' || layer.kind === 'hypervisor';
    if (!isHit || isSlab || layer === hop.to || entry.path.startsWith(layer.path)) continue;
    const { box } = placed;
    const foot = box.y + box.h;
    const lane = laneTo(layer);
    if (foot > lane) continue;
    const x = box.x + box.w - Math.min(r + 3, box.w * 0.3);
    const discY = foot + drop;
    // The upper part of the box is its name's.
    const tip = Math.max(Math.min(box.y + 26, discY - r - 6), discY - 2.6 * r);
    lines.push([here, [here[0], lane], [x, lane], [x, tip]]);
    discs.push([x, discY]);
  }
  return { ...none, lines, discs, hasArrows: true };
}

function barOf(drawn: DrawnStack, story: Story, stop: Stop, here: Point, r: number): Bar {
  const at = placedAt(drawn, stop.at.path);
  const spot = spotOf(story);
  const { number } = stop;
  const [x, y] = here;
  const across = (barY: number): Bar => ({
    number,
    line: [here, [x, barY - BAR_PX]],
    bars: [{ x: x - 15, y: barY - BAR_PX / 2, w: 30, h: BAR_PX }],
    disc: [x, barY + r + BAR_PX / 2 + 2],
  });
  if (at === null) return across(y + 2 * r);
  const foot = at.box.y + at.box.h;
  if (stop.barrier === 'vm' || (stop.at.kind === 'wall' && y > at.box.y)) {
    const sides = sideBars(at.box, Math.max(y - 18, at.box.y + 8), foot);
    const bar = across(foot);
    return { ...bar, bars: [...bar.bars, ...sides] };
  }
  if (stop.barrier === 'user-space-kernel' && stop.at.kind === 'sentry') return across(foot);
  if (stop.at.kind === 'emulator') return across(stop.barrier === 'language' ? at.box.y : foot);
  const below = story.breakIn.spots.get(stop.at.path)?.floor ?? spot?.floor;
  const floor = below ? placedAt(drawn, below.path) : null;
  // Still above the kernel: its calls are refused there. Below: it cannot get aside.
  if (floor !== null && y < floor.box.y) return across(Math.max(floor.box.y, y + r + BAR_PX));
  const rightX = at.box.x + at.box.w;
  const barX = Math.max(rightX, x + r + 8);
  return {
    number,
    line: [here, [barX - BAR_PX, y]],
    bars: [{ x: barX - BAR_PX / 2, y: y - 15, w: BAR_PX, h: 30 }],
    disc: [barX + r + BAR_PX, y],
  };
}

/** Upright bars at both sides of what is walled in. */
function sideBars(box: Box, from: number, to: number): readonly Box[] {
  const h = Math.min(34, to - from - 12);
  if (h < 14 || box.w < 70) return [];
  return [box.x - BAR_PX / 2, box.x + box.w - BAR_PX / 2].map((x) => ({
    x,
    y: to - h - 8,
    w: BAR_PX,
    h,
  }));
}
