/** Where the terminals of each stack stand, decided before anything is drawn. */
import type { AskWords } from '../../model/kernel/words.ts';
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';
import {
  countAnswers,
  whoAnswers,
  type Asked,
  type AskedCount,
} from '../../sim/kernel/who-answers.ts';
import {
  drawInSteps,
  type DrawnOptions,
  type DrawnStack,
  type DrawnStacks,
} from '../drawn/stacks.ts';
import type { Steps } from '../steps.ts';
import { sizesFor } from '../structure/sizes.ts';
import type { KernelInput } from './input.ts';
import { termLines, type TermLine } from './term-lines.ts';
import { fitRows } from './term-rows.ts';
import { fitTerminal, ROWS_PAD, ROWS_STEP, type Terminal } from './terminals.ts';

/** An instance that is drawn, and who answers in it. */
export interface Shown {
  readonly asked: Asked;
  readonly placed: PlacedLayer;
}

export interface AskPlan {
  readonly stack: ResolvedStack;
  readonly asked: readonly Asked[];
  readonly count: AskedCount;
  readonly shown: readonly Shown[];
  /** One above each instance, rows of one terminal, or none. */
  readonly how: 'each' | 'rows' | 'none';
  readonly terminals: readonly Terminal[];
  /** Rows that are left out. */
  readonly more: number;
  readonly h: number;
  /** Room between the terminals and the drawing, px. */
  readonly gapPx: number;
}

export interface AskStage {
  readonly drawn: DrawnStacks;
  readonly plans: readonly AskPlan[];
  readonly textPx: number;
  readonly span: { readonly x: number; readonly w: number };
}

/** Room between a terminal and the drawing, where the arrows end, px. */
const ARROW_PX = 26;
/** The same, above a crowd with its count. */
const CROWD_PX = 54;
/** Share of the room between header and ground that the drawing keeps, on a low stage too. */
const DRAWING_SHARE = 0.5;
const LOW_SHARE = 0.46;
/** On a wall: every answer is read from the back row, and the drawing under them keeps its names. */
const WALL_SHARE = 0.4;
const LOW_PX = 430;
/** On a wall the answers need the room of the notes under the counts, px. */
const WALL_BELOW_PX = 96;
/** Type of the terminals, as a multiple of the smallest allowed. */
const GROWTHS = [1.25, 1.12];

/** @param span left edge and width that the stacks may use, px */
export function* askStage(input: KernelInput, span: AskStage['span']): Steps<AskStage> {
  const stacks = input.stacks.map((stack) => withReleases(stack, input));
  const asking = { ...input, stacks };
  const sizes = sizesFor(input.shell, span.w, input.heightPx, span.w);
  const least = Math.max(12, sizes.minPx);
  const base: DrawnOptions = {
    ...{ span, widestPx: span.w * 0.86, stretch: 3 },
    ...(input.shell === 'projector' && { stretch: 5, belowPx: WALL_BELOW_PX }),
    // Limits are no answer to the question.
    overlays: input.scene.overlays.filter((one) => one !== 'cgroups'),
    namesBoundaries: true,
  };
  // Where a column lies does not depend on its height.
  const first = yield* drawInSteps(asking, base);
  yield;
  const plansAt = (px: number) =>
    first.stacks.map((one, at) => {
      const stack = input.stacks[at] ?? one.stack;
      const room = first.groundY - one.headerY - 16;
      return planOf(one, whoAnswers(stack, input.answers), room, px, input);
    });
  // In the largest type in which each instance has a terminal of its own, else in the smallest.
  const larger = GROWTHS.map((by) => least * by).find((px) =>
    plansAt(px).every(({ how }) => how === 'each'),
  );
  const textPx = larger ?? least;
  const plans = plansAt(textPx);
  yield;
  const drawn = yield* drawInSteps(asking, {
    ...base,
    aboveOf: (index) => {
      const { h = 0, gapPx = 0 } = plans[index] ?? {};
      return h === 0 ? 0 : h + gapPx;
    },
  });
  return { drawn, textPx, span, plans: plans.map((plan, at) => replaced(plan, drawn.stacks[at])) };
}

function replaced(plan: AskPlan, drawn: DrawnStack | undefined): AskPlan {
  const shown = plan.shown.map((one) => ({
    ...one,
    placed: drawn?.byPath.get(one.asked.instance.path) ?? one.placed,
  }));
  return { ...plan, shown };
}

function planOf(
  drawn: DrawnStack,
  asked: readonly Asked[],
  room: number,
  textPx: number,
  input: KernelInput,
): AskPlan {
  const { stack } = drawn;
  const shown = asked.flatMap((one) => {
    const placed = placedOf(drawn, one);
    return placed === undefined ? [] : [{ asked: one, placed }];
  });
  const distinct = shown.filter(
    ({ placed }, at) => shown.findIndex((one) => one.placed === placed) === at,
  );
  const gapPx = distinct.some(({ placed }) => placed.crowd !== undefined) ? CROWD_PX : ARROW_PX;
  const mostAt = (share: number) => room * (1 - share) - gapPx;
  const most = mostAt(input.heightPx < LOW_PX ? LOW_SHARE : DRAWING_SHARE);
  const plan = { stack, asked, count: countAnswers(stack, asked), shown: distinct, gapPx };
  const words = input.words.kernel.ask;
  const key = (one: Shown) => `${one.asked.instance.path}#ask`;
  const each = distinct.map((one, at) =>
    fitTerminal(key(one), at, linesOf(one, words), one.placed.box.w, textPx),
  );
  const fitting = each.filter((one) => one !== null);
  const highest = Math.max(0, ...fitting.map(({ h }) => h));
  const isWall = input.shell === 'projector';
  if (fitting.length === each.length && highest <= most) {
    const terminals = fitting.map((one) => ({ ...one, h: highest }));
    const apart: AskPlan = { ...plan, how: 'each', terminals, more: 0, h: highest };
    if (!isWall) return apart;
    // Lower, so that what answers keeps its name.
    const lower = rowsOf(plan, distinct, drawn.w, most, textPx, input);
    return lower.how === 'rows' && lower.more === 0 && lower.h < highest ? lower : apart;
  }
  const rows = rowsOf(plan, distinct, drawn.w, most, textPx, input);
  if (!isWall || isWhole(rows)) return rows;
  const all = rowsOf(plan, distinct, drawn.w, mostAt(WALL_SHARE), textPx, input);
  return isWhole(all) || (isEvery(all) && !isEvery(rows)) ? all : rows;
}

/** Every answer is there. */
function isEvery({ how, more }: AskPlan): boolean {
  return how === 'rows' && more === 0;
}

/** And over them what was typed: columns without a name are read wrongly. */
function isWhole(plan: AskPlan): boolean {
  return isEvery(plan) && plan.terminals.length > plan.shown.length;
}

/** Of a crowd the first is asked, and it says so. */
function linesOf({ asked, placed }: Shown, words: AskWords): readonly TermLine[] {
  const lines = termLines(asked, words);
  const count = placed.crowd?.count;
  if (count === undefined) return lines;
  return [{ what: 'typed', forms: words.firstOf(count), when: 'nameAsked' }, ...lines];
}

type Planned = Pick<AskPlan, 'stack' | 'asked' | 'count' | 'shown' | 'gapPx'>;

function rowsOf(
  plan: Planned,
  shown: readonly Shown[],
  w: number,
  most: number,
  textPx: number,
  input: KernelInput,
): AskPlan {
  const words = input.words.kernel.ask;
  const none: AskPlan = { ...plan, how: 'none', terminals: [], more: 0, h: 0 };
  const rows = shown.map((one) => ({
    key: `${one.asked.instance.path}#ask`,
    lines: linesOf(one, words),
  }));
  const fitted = fitRows(rows, w, textPx);
  if (fitted === null || rows.length === 0) return none;
  const height = (all: readonly Terminal[]) =>
    all.reduce((sum, { h }) => sum + h + ROWS_STEP, 2 * ROWS_PAD - ROWS_STEP);
  const head = fitted.head === null ? [] : [fitted.head];
  for (let count = rows.length; count > 0; count -= 1) {
    const more = rows.length - count;
    const moreH = more > 0 ? textPx * 1.5 : 0;
    // What is typed gives way before an answer does.
    for (const terminals of [
      [...head, ...fitted.rows.slice(0, count)],
      fitted.rows.slice(0, count),
    ]) {
      const h = height(terminals) + moreH;
      if (h <= most) return { ...plan, how: 'rows', terminals, more, h };
    }
  }
  return none;
}

/** The instance's own box, or that of the crowd it is part of. */
function placedOf(drawn: DrawnStack, { instance, asker }: Asked): PlacedLayer | undefined {
  const own = drawn.byPath.get(instance.path);
  if (own !== undefined) return own;
  const around = drawn.placed.find(
    ({ layer, crowd }) => crowd !== undefined && asker.path.startsWith(`${layer.path}/`),
  );
  return around;
}

/** The kernel that answers shows its answer: it is where the release comes from. */
function withReleases(stack: ResolvedStack, input: KernelInput): ResolvedStack {
  const said = new Map<LayerPath, string>();
  for (const { by, release } of whoAnswers(stack, input.answers))
    if (by !== null && release !== null) said.set(by.path, release.text);
  return { ...stack, ground: withDetails(stack.ground, said) };
}

function withDetails(layer: Layer, said: ReadonlyMap<LayerPath, string>): Layer {
  const inner = (all: readonly Layer[]) => all.map((one) => withDetails(one, said));
  const detail = said.get(layer.path);
  return {
    ...layer,
    ...(detail === undefined ? {} : { detail }),
    carries: inner(layer.carries),
    inside: inner(layer.inside),
    wraps: inner(layer.wraps),
  };
}
