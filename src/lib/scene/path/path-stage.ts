/** What every part of the Path picture is drawn from: routes, stacks with room for names, lines. */
import { kernelFacts, type KernelFacts } from '../../model/kernel-facts.ts';
import type { PathSwitch, Route } from '../../model/path/route.ts';
import { PATH_SWITCHES } from '../../model/path/route.ts';
import type { PathNames, PathWords } from '../../model/path/words.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import { oneInstance } from '../../sim/path/one-instance.ts';
import { routeOf } from '../../sim/path/route.ts';
import { terrainOf } from '../../sim/path/terrain.ts';
import type { Item } from '../display-list.ts';
import { drawInSteps, type DrawnStack, type DrawnStacks } from '../drawn/stacks.ts';
import type { Sizes } from '../structure/sizes.ts';
import { headerItems } from '../structure/texts.ts';
import type { Steps } from '../steps.ts';
import type { PathInput } from './path-input.ts';
import { routeLine, type RouteLine } from './route-line.ts';
import { movedItem } from './moved-item.ts';

export interface PathStack {
  readonly drawn: DrawnStack;
  readonly route: Route | null;
  readonly line: RouteLine | null;
  readonly names: PathNames;
  /** Room for names beside the drawing, px. */
  readonly left: number;
  readonly right: number;
  /** How many there are of what is drawn once. */
  readonly instances: KernelFacts['instances'];
}

export interface PathStage {
  readonly input: PathInput;
  readonly words: PathWords;
  readonly stacks: readonly PathStack[];
  readonly ground: Item;
  readonly groundY: number;
  /** What stands beside the points: names of borders and places, of borders alone, or numbers. */
  readonly naming: Naming;
  readonly strip: Strip;
  readonly textPx: number;
  readonly unknownSwitches: readonly string[];
}

/** Under the ground: a row of steps per stack, the numbers told in words, borders counted, or nothing. */
export type Strip = 'rows' | 'legend' | 'counts' | 'none';

export type Naming = 'all' | 'borders' | 'numbers';

interface Planned {
  readonly stack: ResolvedStack;
  readonly route: Route | null;
  readonly instances: KernelFacts['instances'];
  readonly names: PathNames;
  readonly left: number;
  readonly right: number;
}

/** A stack narrower than this has no room for names beside it, px. */
const NAMES_FROM_PX = 300;
/** From here on places have names too. */
const PLACES_FROM_PX = 400;
const LEADER_PX = 26;
/** For a line that runs beside the stack. */
const BESIDE_PX = 64;
const STRIP_ROW_PX = 48;
const LOW_PX = 480;
const ROWS_FROM_PX = 700;
/** A frame has room for a legend of its borders from here on, px. */
const LEGEND_PX = 400;

export function* pathStage(input: PathInput): Steps<PathStage> {
  const { scene } = input;
  const words = input.words.path;
  const textPx = textPxFor(input);
  const { known, unknown } = switchesOf(scene.path.with);
  const naming = namingFor(input);
  const strip = stripFor(input, naming);
  const planned = input.stacks.map((stack): Planned =>
    plan(stack, input, known, { naming, textPx }),
  );
  yield;
  const drawn = yield* drawPlanned(input, planned, strip);
  yield;
  const stacks = drawn.stacks.map((one, at): PathStack => {
    const { route, instances, names, left, right } = planned[at] ?? EMPTY;
    const line = route === null ? null : routeLine(one, route);
    return { drawn: one, route, line, names, left, right, instances };
  });
  return {
    ...{ input, words, stacks, strip, textPx, ground: drawn.ground, groundY: drawn.groundY },
    naming,
    unknownSwitches: unknown,
  };
}

/** On a projector nothing is smaller than what the back row reads. */
const WALL_TEXT_PX = 32;
const STRETCH_ON_WALL = 4;

function textPxFor({ widthPx, shell }: PathInput): number {
  if (shell === 'projector') return WALL_TEXT_PX;
  return widthPx >= 1700 && shell === 'explore' ? 14 : 12.5;
}

function namingFor({ shell, widthPx, stacks }: PathInput): Naming {
  const each = widthPx / Math.max(1, stacks.length);
  if (shell === 'mobile' || each < NAMES_FROM_PX) return 'numbers';
  return shell === 'embed' || shell === 'projector' || each < PLACES_FROM_PX ? 'borders' : 'all';
}

function stripFor({ shell, widthPx, heightPx }: PathInput, naming: Naming): Strip {
  if (shell === 'projector') return 'counts';
  const isSmall = shell === 'mobile' || shell === 'embed';
  if (!isSmall) return heightPx >= LOW_PX && widthPx >= ROWS_FROM_PX ? 'rows' : 'none';
  return naming === 'numbers' && heightPx >= LEGEND_PX ? 'legend' : 'none';
}

const BELOW_PX: Readonly<Record<Strip, number>> = { rows: 60, legend: 118, counts: 130, none: 34 };

const EMPTY = {
  route: null,
  instances: null,
  names: { vmm: '', host: '', hypervisor: '' },
  left: 0,
  right: 0,
};

function switchesOf(text: string): {
  readonly known: ReadonlySet<PathSwitch>;
  readonly unknown: readonly string[];
} {
  const asked = text.split(',').filter((one) => one !== '');
  const known = PATH_SWITCHES.filter((one) => asked.includes(one));
  return {
    known: new Set(known),
    unknown: asked.filter((one) => !PATH_SWITCHES.some((name) => name === one)),
  };
}

/** The route of one stack, the stack with the one instance that it goes through, and the room for names. */
function plan(
  whole: ResolvedStack,
  input: PathInput,
  on: ReadonlySet<PathSwitch>,
  { naming, textPx }: { readonly naming: Naming; readonly textPx: number },
): Planned {
  const terrain = terrainOf(whole);
  const route = routeOf(whole, input.scene.path.op, on);
  const names = {
    vmm: terrain?.vmm?.name ?? '',
    host: terrain?.host?.name ?? '',
    hypervisor: terrain?.hypervisor?.name ?? '',
  };
  const one = {
    stack: terrain === null ? whole : oneInstance(whole, terrain.app.path),
    instances: kernelFacts(whole).instances,
  };
  const isBeside = route?.hops.some(({ to }) => to.place === 'cpu') === true;
  const least = isBeside ? BESIDE_PX : 0;
  if (route === null || naming === 'numbers')
    return { ...one, route, names, left: 0, right: least };
  const words = input.words.path;
  const widest = Math.max(
    0,
    ...route.hops.slice(0, route.down).map(({ to, border }) => {
      const isLeftOut = border === null && naming === 'borders';
      const name = border === null ? words.places[to.place].name : words.borders[border];
      return isLeftOut ? 0 : textWidth(name, textPx, 650);
    }),
  );
  const room = Math.max(Math.ceil(widest) + LEADER_PX + 10, least);
  // Names stand on the left too where the way leads to somebody beside the app's own column.
  const beside = [
    terrain?.vmm,
    terrain?.services,
    terrain?.slirp,
    terrain?.platform === 'split' ? terrain.host : null,
  ].flatMap((layer) => layer?.path ?? []);
  const isAside = route.hops.slice(0, route.down).some(({ to }) => beside.includes(to.layer));
  return { ...one, route, names, left: isAside ? room : 8, right: room };
}

/** Draws the stacks with their own room on either side: the columns are set apart after they were laid out. */
function* drawPlanned(
  input: PathInput,
  planned: readonly Planned[],
  strip: Strip,
): Steps<DrawnStacks> {
  const { widthPx, shell } = input;
  const last = planned.length - 1;
  const margin = shell === 'explore' ? 28 : 14;
  const inner = planned
    .slice(0, -1)
    .map(({ right }, at) => right + (planned[at + 1]?.left ?? 0) + 20);
  const gapPx = inner.length === 0 ? 0 : inner.reduce((sum, gap) => sum + gap, 0) / inner.length;
  const leftPx = margin + (planned[0]?.left ?? 0);
  const belowPx = BELOW_PX[strip] + (strip === 'rows' ? planned.length * STRIP_ROW_PX : 0);
  const stacks = planned.map(({ stack }) => stack);
  const rightPx = margin + (planned[last]?.right ?? 0);
  const drawn = yield* drawInSteps(
    { ...input, stacks },
    {
      belowPx,
      // A single instance of each is narrow, and nobody sits close to a wall.
      ...(shell === 'projector' && { stretch: STRETCH_ON_WALL }),
      namesBoundaries: shell !== 'projector',
      sizes: { leftPx, gapPx, rightPx, rails: false, claims: false },
      // Engines set containers up; no operation of an app passes them.
      overlays: ['namespaces'],
      aboveOf: () => abovePx(input),
    },
  );
  let x = drawn.stacks[0]?.x ?? 0;
  const total =
    drawn.stacks.reduce((sum, { w }) => sum + w, 0) + inner.reduce((sum, gap) => sum + gap, 0);
  if (planned.length > 1) x = leftPx + Math.max(0, (widthPx - leftPx - rightPx - total) / 2);
  const moved = drawn.stacks.map((one, at) => {
    const to = x;
    x += one.w + (inner[at] ?? 0);
    return titled(movedStack(one, to - one.x), planned[at]?.right ?? 0, drawn.sizes);
  });
  return { ...drawn, stacks: moved };
}

/** Room for the kernels on the way and the case, px. */
function abovePx({ shell, heightPx }: PathInput): number {
  if (shell === 'projector') return 3 * WALL_TEXT_PX;
  return shell === 'explore' ? 46 : heightPx < LEGEND_PX ? 26 : 40;
}

/** The title has the room of the names too. */
function titled(drawn: DrawnStack, right: number, sizes: Sizes): DrawnStack {
  const w = drawn.w + Math.max(0, right - 8);
  const { items, titleBox } = headerItems(drawn.stack, drawn.letter, drawn.x, w, sizes, 'title');
  return { ...drawn, header: items, titleBox };
}

function movedStack(drawn: DrawnStack, dx: number): DrawnStack {
  if (dx === 0) return drawn;
  const placed = drawn.placed.map((one) => ({ ...one, box: { ...one.box, x: one.box.x + dx } }));
  return {
    ...{ ...drawn, placed, x: drawn.x + dx },
    byPath: new Map(placed.map((one) => [one.layer.path, one])),
    drawing: drawn.drawing.map((item) => movedItem(item, dx)),
  };
}
