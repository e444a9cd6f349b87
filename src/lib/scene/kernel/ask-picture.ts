/**
 * Who answers `cat /etc/os-release`, and who `uname -r`: a terminal above each instance, a dotted way from
 * the files and a solid one from the kernel. Pure: the playhead says how far the answers have come.
 */
import { ASK_MS, askChapters, askStateAt } from '../../sim/kernel/ask-story.ts';
import type { Asked } from '../../sim/kernel/who-answers.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import type { DisplayList, Item } from '../display-list.ts';
import type { LensClock, Picture, SummaryTable, TwinStack } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { Z } from '../structure/depth.ts';
import { clearTitles } from '../structure/leaders.ts';
import { askTable, askTwin, factsOf, toldOf } from './ask-said.ts';
import { askStage, type AskPlan, type AskStage, type Shown } from './ask-stage.ts';
import type { KernelInput } from './input.ts';
import { readouts, teethLegend } from './legend.ts';
import { routeItems } from './routes.ts';
import type { RunAside } from './run-input.ts';
import { ROWS_PAD, ROWS_STEP, screenItem, terminalItems, type Terminal } from './terminals.ts';

/** From this width on, "can this image run here?" stands beside a single stack, px. */
const ASIDE_FROM_PX = 1200;
const ASIDE_SHARE = 0.38;

/** @returns the view; never throws */
export function* askPicture(input: KernelInput): Steps<Picture> {
  const hasAside = asideOf(input) !== null;
  const span = { x: 0, w: !hasAside ? input.widthPx : input.widthPx * (1 - ASIDE_SHARE) };
  const stage = yield* askStage(input, span);
  yield;
  const { drawn, plans } = stage;
  const aside = hasAside ? asideOf(input, drawn.groundY) : null;
  const words = input.words.kernel.ask;
  const fixed = [
    ...(drawn.stacks.length > 0 ? [drawn.ground, ...teethLegend(drawn, input, span)] : []),
    ...drawn.stacks.flatMap((one, index) => [
      ...one.header,
      ...titlesBeside(one, plans[index], stage, input),
    ]),
    ...readouts(drawn, input),
    ...(aside?.items ?? []),
  ];
  const at = (tMs: number | null): DisplayList => ({
    ...{ width: input.widthPx, height: input.heightPx },
    items: [...fixed, ...plans.flatMap((plan, index) => planItems(stage, plan, index, input, tMs))],
  });
  const rest = at(null);
  yield;
  const facts = plans.map(factsOf);
  const table = askTable(plans, words);
  return {
    ...{ lens: 'kernel', rest, buildList: rest, build: [], buildChapters: [], buildSays: [] },
    headline: words.headline(facts),
    sentence: words.sentence(facts),
    stacks: [
      ...plans.flatMap((plan, index) => {
        const one = drawn.stacks[index];
        return one === undefined ? [] : [askTwin(plan, one, input)];
      }),
      ...(aside === null ? [] : [asideTwin(aside)]),
    ],
    table: { ...table, rows: [...table.rows, ...asideRows(aside, table.columns.length)] },
    clock: clockOf(plans, at, input),
  };
}

function asideTwin({ title, readout, layers }: RunAside): TwinStack {
  return { key: 'run', title, readout, layers };
}

/** Each image with its verdict, in the first columns of the answers' table. */
function asideRows(aside: RunAside | null, columns: number): SummaryTable['rows'] {
  return (aside?.rows ?? []).map((row) => {
    const cells = [aside?.title ?? '', row.join(': ')];
    return [...cells, ...Array<string>(Math.max(0, columns - cells.length)).fill('')];
  });
}

/** On the ground line of the stack beside it. */
function asideOf(input: KernelInput, groundY?: number): RunAside | null {
  const { beside, widthPx, shell, stacks } = input;
  if (!beside || widthPx < ASIDE_FROM_PX || shell !== 'explore' || stacks.length !== 1) return null;
  const span = { x: widthPx * (1 - ASIDE_SHARE), w: widthPx * ASIDE_SHARE };
  return beside(input, groundY === undefined ? span : { ...span, groundY });
}

/** All instances of all stacks are asked in turn, the first of each stack together. */
function clockOf(
  plans: readonly AskPlan[],
  at: (tMs: number) => DisplayList,
  input: KernelInput,
): LensClock | null {
  const words = input.words.kernel.ask;
  const count = askChapters(Math.max(0, ...plans.map(({ shown }) => shown.length)));
  if (count === 0) return null;
  const askedIn = (chapter: number): readonly Asked[] =>
    plans.flatMap(({ shown }) =>
      shown.filter((_, index) => Math.min(index, count - 1) === chapter).map(({ asked }) => asked),
    );
  const saysOf = (chapter: number): string => words.says(askedIn(chapter).map(toldOf));
  const namesIn = (chapter: number): readonly string[] => [
    ...new Set(askedIn(chapter).flatMap(({ files }) => files?.name ?? [])),
  ];
  const chapters = Array.from({ length: count }, (_, chapter) => ({
    ...{
      id: `ask-${chapter}`,
      label: words.chapter(chapter, namesIn(chapter)),
      says: saysOf(chapter),
    },
    ...{ startMs: chapter * ASK_MS, endMs: (chapter + 1) * ASK_MS },
  }));
  return {
    ...{ durationMs: count * ASK_MS, chapters, at },
    says: (tMs) =>
      tMs <= 0
        ? words.start
        : saysOf(Math.min(count - 1, Math.max(0, Math.ceil(tMs / ASK_MS) - 1))),
  };
}

/** Terminals and ways of one stack at `tMs`; null: all has been asked. */
function planItems(
  stage: AskStage,
  plan: AskPlan,
  index: number,
  input: KernelInput,
  tMs: number | null,
): readonly Item[] {
  const drawn = stage.drawn.stacks[index];
  if (drawn === undefined || plan.how === 'none') return [];
  const chapters = askChapters(Math.max(...stage.plans.map(({ shown }) => shown.length)));
  const topY = topOf(plan, drawn);
  const endY = topY - plan.gapPx + 3;
  const state = (at: number) => askStateAt(at, chapters, tMs);
  // Where an answer is left out, its way is too.
  const answered = new Set(plan.terminals.map((terminal) => terminal.index));
  const routes = input.scene.kernel.routes
    ? plan.shown.flatMap((one, at) =>
        answered.has(at) ? routeItems(one, drawn, endY, stage.drawn.sizes.wallPx, state(at)) : [],
      )
    : [];
  const texts =
    plan.how === 'each'
      ? plan.terminals.flatMap((one) =>
          eachItems(one, plan.shown[one.index], topY - plan.gapPx, stage, state),
        )
      : rowItems(plan, drawn, stage, input, state);
  return [...routes, ...texts];
}

/** The drawing, with the titles of VMs beside the ways that pass them. */
function titlesBeside(
  drawn: DrawnStack,
  plan: AskPlan | undefined,
  stage: AskStage,
  input: KernelInput,
): readonly Item[] {
  if (plan === undefined || plan.how === 'none' || !input.scene.kernel.routes) return drawn.drawing;
  const answered = new Set(plan.terminals.map((terminal) => terminal.index));
  const done = askStateAt(0, 1, null);
  const ways = plan.shown.flatMap((one, at) =>
    answered.has(at) ? routeItems(one, drawn, 0, stage.drawn.sizes.wallPx, done) : [],
  );
  const uprights = ways.flatMap((item) => (item.t === 'path' ? [item.points[0]?.[0] ?? 0] : []));
  return clearTitles(drawn.drawing, uprights, drawn.placed);
}

/** Terminals stand close above what is asked, whatever else of the stack is higher; rows above all of it. */
function topOf({ how, shown }: AskPlan, drawn: DrawnStack): number {
  if (how !== 'each') return drawn.topY;
  const left = Math.min(...shown.map(({ placed }) => placed.box.x));
  const right = Math.max(...shown.map(({ placed }) => placed.box.x + placed.box.w));
  const over = drawn.placed.filter(({ box }) => box.x < right - 2 && box.x + box.w > left + 2);
  return Math.min(...over.map(({ box }) => box.y));
}

type StateOf = (index: number) => ReturnType<typeof askStateAt>;

function eachItems(
  terminal: Terminal,
  shown: Shown | undefined,
  bottomY: number,
  { textPx }: AskStage,
  state: StateOf,
): readonly Item[] {
  if (shown === undefined) return [];
  const { x, w } = shown.placed.box;
  const y = bottomY - terminal.h;
  return [
    screenItem(terminal.key, { x, y, w, h: terminal.h }),
    ...terminalItems(terminal, x, y, state(terminal.index), textPx),
  ];
}

function rowItems(
  plan: AskPlan,
  drawn: DrawnStack,
  { textPx }: AskStage,
  input: KernelInput,
  state: StateOf,
): readonly Item[] {
  const top = drawn.topY - plan.gapPx - plan.h;
  let y = top + ROWS_PAD;
  const items: Item[] = [
    screenItem(`${plan.stack.key}#ask`, { x: drawn.x, y: top, w: drawn.w, h: plan.h }),
  ];
  for (const terminal of plan.terminals) {
    items.push(...terminalItems(terminal, drawn.x, y, state(terminal.index), textPx));
    y += terminal.h + ROWS_STEP;
  }
  if (plan.more > 0) {
    items.push({
      ...{ t: 'text', key: `${plan.stack.key}#ask-more`, z: Z.note + 32, size: textPx },
      ...{ text: input.words.kernel.ask.more(plan.more), weight: 450, anchor: 'start' },
      ...{ x: drawn.x + ROWS_PAD, y: y + textPx, ink: 'on-look', on: 'terminal' },
    });
  }
  return items;
}
