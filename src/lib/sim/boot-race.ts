/** The race as data: one row per stack, its timing, its phases on the time axis, its state at any time. */
import type { StartPhase, StartStudy, StartTiming } from '../model/figures.ts';
import type { ResolvedStack } from '../model/stack.ts';
import { stopOf } from './boot-end.ts';
import { anatomyOf, startsOf, type Anatomy, type Starts } from './boot-starts.ts';
import { isUntimed, otherVariantOf, timingsOf, type StudyView } from './boot-study.ts';

/** How much a timing says. */
type Known =
  /** A typical value, with or without a range. */
  | 'typical'
  /** Low and high, no typical value. */
  | 'range'
  /** Only an upper bound. */
  | 'at-most'
  /** Only a lower bound. */
  | 'at-least'
  | 'nothing';

export interface PhaseSpan {
  readonly phase: StartPhase;
  readonly startMs: number;
  readonly endMs: number;
}

/** One timing as it is drawn in the view of all sources. */
export interface SourcedTiming {
  readonly study: StartStudy;
  readonly timing: StartTiming;
  readonly known: Known;
}

/** A time of the same family in another variant, where none fits the stack itself. */
export interface OtherVariant {
  readonly study: StartStudy;
  readonly timing: StartTiming;
}

export interface BootRow {
  readonly stack: ResolvedStack;
  readonly known: Known;
  /** The timing that is drawn; absent when the study did not time this stack. */
  readonly timing?: StartTiming;
  readonly spans: readonly PhaseSpan[];
  /** When the row counts as up: typical, else the upper end. */
  readonly finishMs?: number;
  /** Of the study shown, or of the first that has one. */
  readonly other?: OtherVariant;
  /** Every timing of every study; only in the view of all sources. */
  readonly all: readonly SourcedTiming[];
  readonly anatomy: Anatomy;
  readonly starts: Starts;
  /** No study timed it, as far as others than the one shown are known. */
  readonly isUntimed: boolean;
}

export interface Race {
  readonly view: StudyView;
  readonly rows: readonly BootRow[];
}

/** @returns what is known of a timing */
function knownOf(timing: StartTiming | undefined): Known {
  if (timing === undefined) return 'nothing';
  if (timing.typicalMs !== undefined) return 'typical';
  if (timing.highMs !== undefined) return timing.lowMs === undefined ? 'at-most' : 'range';
  return timing.lowMs === undefined ? 'nothing' : 'at-least';
}

/** Phases laid end to end, cut off at the typical value so that rounding never overshoots the flag. */
function spansOf(timing: StartTiming): readonly PhaseSpan[] {
  const limit = timing.typicalMs;
  if (limit === undefined) return [];
  let atMs = 0;
  return timing.phases.map((phase, index) => {
    const startMs = atMs;
    const last = index === timing.phases.length - 1;
    atMs = last ? limit : Math.min(limit, startMs + phase.typicalMs);
    return { phase, startMs, endMs: atMs };
  });
}

function finishOf(timing: StartTiming): number | undefined {
  return timing.typicalMs ?? timing.highMs;
}

function rowOf(stack: ResolvedStack, study: StartStudy, studies: readonly StartStudy[]): BootRow {
  const timing = timingsOf(study, stack)[0];
  const anatomy = anatomyOf(stack, timing);
  const known = knownOf(timing);
  if (timing === undefined) {
    const other = otherIn([study], stack);
    const starts = startsOf(stack, undefined, undefined);
    const none = { stack, known, spans: [], all: [], anatomy, starts };
    return { ...none, isUntimed: isUntimed(stack, studies), ...(other && { other }) };
  }
  const finishMs = finishOf(timing);
  const starts = startsOf(stack, timing, finishMs);
  const spans = spansOf(timing);
  const row = { stack, known, timing, spans, all: [], anatomy, starts, isUntimed: false };
  return finishMs === undefined ? row : { ...row, finishMs };
}

function otherIn(studies: readonly StartStudy[], stack: ResolvedStack): OtherVariant | undefined {
  for (const study of studies) {
    const timing = otherVariantOf(study, stack);
    if (timing) return { study, timing };
  }
  return undefined;
}

/** In the view of all sources a stack counts as up when the first of its whole starts is. */
function allRowOf(stack: ResolvedStack, studies: readonly StartStudy[]): BootRow {
  const all = studies.flatMap((study) =>
    timingsOf(study, stack).map((timing) => ({ study, timing, known: knownOf(timing) })),
  );
  const anatomy = anatomyOf(stack);
  const whole = all.filter(({ study, timing }) => stopOf(study, timing) === 'up');
  const finishes = (whole.length > 0 ? whole : all).flatMap(({ timing }) => finishOf(timing) ?? []);
  const known: Known = all.length > 0 ? 'range' : 'nothing';
  const finishMs = finishes.length > 0 ? Math.min(...finishes) : undefined;
  const starts = startsOf(stack, undefined, finishMs);
  const other = all.length === 0 ? otherIn(studies, stack) : undefined;
  const isNone = all.length === 0;
  const base = { stack, known, spans: [], all, anatomy, starts, isUntimed: isNone };
  const row = { ...base, ...(other && { other }) };
  return finishMs === undefined ? row : { ...row, finishMs };
}

/** @returns the rows of the race, one per stack, in the order of the stacks */
export function runRace(
  stacks: readonly ResolvedStack[],
  studies: readonly StartStudy[],
  view: StudyView,
): Race {
  const rows = stacks.map((stack) =>
    view.kind === 'one' ? rowOf(stack, view.study, studies) : allRowOf(stack, studies),
  );
  return { view, rows };
}

/** @returns every time (ms) that the axis has to reach or show: ends of ranges, finishes, phase ends */
export function timesOf(row: BootRow): readonly number[] {
  const timings = row.timing ? [row.timing] : row.all.map(({ timing }) => timing);
  return timings.flatMap(({ lowMs, typicalMs, highMs }) =>
    [lowMs, typicalMs, highMs].filter((ms): ms is number => ms !== undefined && ms > 0),
  );
}

/** Where a row is at `tMs`. */
type RowState = 'waiting' | 'running' | 'finished' | 'unknown';

export function stateAt(row: BootRow, tMs: number): RowState {
  if (row.known === 'nothing' || row.finishMs === undefined) return 'unknown';
  if (tMs >= row.finishMs) return 'finished';
  return tMs > 0 ? 'running' : 'waiting';
}

/** @returns the phase that runs at `tMs`, if the study gives phases */
export function phaseAt(row: BootRow, tMs: number): PhaseSpan | undefined {
  return row.spans.find(({ startMs, endMs }) => tMs >= startMs && tMs < endMs);
}
