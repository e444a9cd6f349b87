/** What every part of the Path picture is drawn from: routes, stacks with room for names, lines. */
import type { PathSwitch, Route } from '../../model/path/route.ts';
import { PATH_SWITCHES } from '../../model/path/route.ts';
import type { PathNames, PathWords } from '../../model/path/words.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import { oneInstance } from '../../sim/path/one-instance.ts';
import { routeOf } from '../../sim/path/route.ts';
import { terrainOf } from '../../sim/path/terrain.ts';
import type { Item } from '../display-list.ts';
import { drawnStacks, type DrawnStack } from '../drawn/stacks.ts';
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
  /** Instances that are not drawn. */
  readonly dropped: number;
}

export interface PathStage {
  readonly input: PathInput;
  readonly words: PathWords;
  readonly stacks: readonly PathStack[];
  readonly ground: Item;
  readonly groundY: number;
  /** Names stand beside the points; else numbers do. */
  readonly hasNames: boolean;
  readonly hasStrip: boolean;
  readonly textPx: number;
  readonly unknownSwitches: readonly string[];
}

interface Planned {
  readonly stack: ResolvedStack;
  readonly route: Route | null;
  readonly dropped: number;
  readonly names: PathNames;
  readonly left: number;
  readonly right: number;
}

/** A stack narrower than this has no room for names beside it, px. */
const NAMES_FROM_PX = 300;
const LEADER_PX = 26;
/** For a line that runs beside the stack. */
const BESIDE_PX = 64;
const STRIP_ROW_PX = 48;
const LOW_PX = 480;

export function pathStage(input: PathInput): PathStage {
  const { scene, widthPx, heightPx, shell } = input;
  const words = input.words.path;
  const textPx = widthPx >= 1700 && shell === 'explore' ? 14 : 12.5;
  const { known, unknown } = switchesOf(scene.path.with);
  const count = input.stacks.length;
  const isCompact =
    shell === 'mobile' || shell === 'embed' || widthPx / Math.max(1, count) < NAMES_FROM_PX;
  const hasStrip = heightPx >= LOW_PX;
  const planned = input.stacks.map((stack): Planned =>
    plan(stack, input, known, isCompact ? null : textPx),
  );
  const drawn = drawPlanned(input, planned, hasStrip);
  const stacks = drawn.stacks.map((one, at): PathStack => {
    const { route, dropped, names, left, right } = planned[at] ?? EMPTY;
    const line = route === null ? null : routeLine(one, route);
    return { drawn: one, route, line, names, left, right, dropped };
  });
  return {
    ...{ input, words, stacks, hasStrip, textPx, ground: drawn.ground, groundY: drawn.groundY },
    hasNames: !isCompact,
    unknownSwitches: unknown,
  };
}

const EMPTY = {
  route: null,
  dropped: 0,
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
  namePx: number | null,
): Planned {
  const { scene } = input;
  const terrain = terrainOf(whole);
  const route = routeOf(whole, scene.path.op, on);
  const names = {
    vmm: terrain?.vmm?.name ?? '',
    host: terrain?.host?.name ?? '',
    hypervisor: terrain?.hypervisor?.name ?? '',
  };
  // A number in the address is the reader's wish to see that many.
  const one =
    terrain === null || scene.n !== null
      ? { stack: whole, dropped: 0 }
      : oneInstance(whole, terrain.app.path);
  if (route === null || namePx === null) return { ...one, route, names, left: 0, right: 0 };
  const words = input.words.path;
  const widest = Math.max(
    0,
    ...route.hops.slice(0, route.down).map(({ to, border }) => {
      const name = border === null ? words.places[to.place].name : words.borders[border].name;
      return textWidth(name, namePx, 650);
    }),
  );
  const isBeside = route.hops.some(({ to }) => to.place === 'cpu');
  const room = Math.max(Math.ceil(widest) + LEADER_PX + 10, isBeside ? BESIDE_PX : 0);
  const isVm =
    terrain?.platform === 'hosted' ||
    terrain?.platform === 'split' ||
    (terrain !== null && terrain.slirp !== null);
  return { ...one, route, names, left: isVm ? room : 8, right: room };
}

/** Draws the stacks with their own room on either side: the columns are set apart after they were laid out. */
function drawPlanned(
  input: PathInput,
  planned: readonly Planned[],
  hasStrip: boolean,
): ReturnType<typeof drawnStacks> {
  const { widthPx, shell } = input;
  const last = planned.length - 1;
  const margin = shell === 'explore' ? 28 : 14;
  const inner = planned
    .slice(0, -1)
    .map(({ right }, at) => right + (planned[at + 1]?.left ?? 0) + 20);
  const gapPx = inner.length === 0 ? 0 : inner.reduce((sum, gap) => sum + gap, 0) / inner.length;
  const leftPx = margin + (planned[0]?.left ?? 0);
  const belowPx = hasStrip
    ? stripHeight(planned.length, shell === 'mobile' || shell === 'embed')
    : 34;
  const stacks = planned.map(({ stack }) => stack);
  const rightPx = margin + (planned[last]?.right ?? 0);
  const drawn = drawnStacks(
    { ...input, stacks },
    {
      belowPx,
      sizes: { leftPx, gapPx, rightPx, rails: false, claims: false },
      // Engines set containers up; no operation of an app passes them.
      overlays: ['namespaces'],
      aboveOf: () => (shell === 'explore' ? 46 : 26),
    },
  );
  let x = drawn.stacks[0]?.x ?? 0;
  const total =
    drawn.stacks.reduce((sum, { w }) => sum + w, 0) + inner.reduce((sum, gap) => sum + gap, 0);
  if (planned.length > 1) x = leftPx + Math.max(0, (widthPx - leftPx - rightPx - total) / 2);
  const moved = drawn.stacks.map((one, at) => {
    const to = x;
    x += one.w + (inner[at] ?? 0);
    return movedStack(one, to - one.x);
  });
  return { ...drawn, stacks: moved };
}

export function stripHeight(rows: number, isCompact: boolean): number {
  return isCompact ? 118 : 60 + rows * STRIP_ROW_PX;
}

function movedStack(drawn: DrawnStack, dx: number): DrawnStack {
  if (dx === 0) return drawn;
  const placed = drawn.placed.map((one) => ({ ...one, box: { ...one.box, x: one.box.x + dx } }));
  return {
    ...{ ...drawn, placed, x: drawn.x + dx },
    byPath: new Map(placed.map((one) => [one.layer.path, one])),
    header: drawn.header.map((item) => movedItem(item, dx)),
    drawing: drawn.drawing.map((item) => movedItem(item, dx)),
    titleBox: { ...drawn.titleBox, x: drawn.titleBox.x + dx },
  };
}
