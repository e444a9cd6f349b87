/**
 * What the view of all sources may say: timings of different machines make no race, but where the
 * slowest time known of one stack is shorter than the fastest known of another, that can be said, with
 * both machines named. And which studies would make a race of it.
 */
import { UNNAMED_MACHINE, type StartStudy } from '../model/figures.ts';
import type { BootRow, SourcedTiming } from './boot-race.ts';
import { shareOf } from './boot-end.ts';
import { ALIKE } from './boot-finding.ts';
import { fitsStack } from './boot-study.ts';

/** More would be a list to read instead of a choice. */
const MOST_RACES = 3;

/** One end of all that is known of a row. */
export interface KnownEnd {
  readonly row: BootRow;
  readonly sourced: SourcedTiming;
  readonly ms: number;
  /** An upper end that holds for so many percent of the runs; null: none longer is known. */
  readonly share: number | null;
}

/** What is known of the timings of a row whose clocks all stopped at the command's end, or all before it. */
export interface Spread {
  /** At the command's end; or all at a guest's init, before anything else of it is up. */
  readonly end: 'ended' | 'init' | null;
  /** An end that some source leaves open is absent. */
  readonly low?: KnownEnd;
  readonly high?: KnownEnd;
}

interface ApartFinding {
  readonly kind: 'apart';
  readonly fast: KnownEnd;
  readonly slow: KnownEnd;
  /** Some other two rows cannot be told apart. */
  readonly isPartial: boolean;
  /** The two clocks stopped at different kinds of event. */
  readonly endsDiffer: boolean;
}

export type SourcesFinding =
  /** No start of any row was timed. */
  | { readonly kind: 'none' }
  /** One row alone was timed. */
  | {
      readonly kind: 'only';
      readonly row: BootRow;
      readonly spreads: readonly Spread[];
      /** Within one spread the clocks stopped at different kinds of event. */
      readonly endsDiffer: boolean;
      /** Some source names no machine. */
      readonly isUnnamed: boolean;
    }
  /** Every time of one row is shorter than every time of another: the two furthest apart. */
  | ApartFinding
  /** Rows would lie apart, but of one of them no machine is named. */
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'overlap' };

interface Ends {
  readonly row: BootRow;
  readonly low: KnownEnd | undefined;
  readonly high: KnownEnd | undefined;
}

/** An end is known only if every timing gives it: one open timing leaves all of them open. */
function endOf(
  row: BootRow,
  timings: readonly SourcedTiming[],
  which: 'low' | 'high',
): KnownEnd | undefined {
  const ends = timings.flatMap((sourced): KnownEnd[] => {
    const { lowMs, lowIs, typicalMs, highMs } = sourced.timing;
    // Below a low percentile lie runs that nobody tells of.
    const low = lowIs === undefined ? (lowMs ?? typicalMs) : undefined;
    const ms = which === 'low' ? low : (highMs ?? typicalMs);
    const share = which === 'low' ? null : shareOf(sourced.timing);
    return ms === undefined ? [] : [{ row, sourced, ms, share }];
  });
  if (ends.length < timings.length) return undefined;
  const sorted = ends.toSorted((a, b) => a.ms - b.ms);
  return which === 'low' ? sorted[0] : sorted.at(-1);
}

/**
 * A guest brought back from a snapshot did not start, CPU time is not the time one waits, and a part is no
 * whole start.
 */
function startsOf(row: BootRow): readonly SourcedTiming[] {
  return row.all.filter(
    ({ study, timing }) => timing.kind !== 'snapshot' && study.clock === undefined,
  );
}

function namesMachines({ row }: Ends): boolean {
  return startsOf(row).every(({ timing }) => timing.machine !== UNNAMED_MACHINE);
}

/** Times to the end of a command are no times until it is up: each range by itself. */
function spreadsOf(row: BootRow): readonly Spread[] {
  const starts = startsOf(row);
  return [false, true].flatMap((isEnded): Spread[] => {
    const timings = starts.filter(({ timing }) => (timing.end === 'ended') === isEnded);
    if (timings.length === 0) return [];
    const [low, high] = [endOf(row, timings, 'low'), endOf(row, timings, 'high')];
    const isInit = timings.every(({ timing }) => timing.end === 'init');
    const end = isEnded ? 'ended' : isInit ? 'init' : null;
    return [{ end, ...(low && { low }), ...(high && { high }) }];
  });
}

function onlyOf(ends: Ends): SourcesFinding {
  const { row } = ends;
  const before = new Set(startsOf(row).map(({ timing }) => timing.end));
  before.delete('ended');
  const isUnnamed = !namesMachines(ends);
  return { kind: 'only', row, spreads: spreadsOf(row), endsDiffer: before.size > 1, isUnnamed };
}

/** @returns what holds for the rows of the view of all sources */
export function sourcesFindingOf(rows: readonly BootRow[]): SourcesFinding {
  const timed = rows
    .filter((row) => startsOf(row).length > 0)
    .map((row): Ends => {
      const starts = startsOf(row);
      return { row, low: endOf(row, starts, 'low'), high: endOf(row, starts, 'high') };
    });
  const [first] = timed;
  if (first === undefined) return { kind: 'none' };
  if (timed.length === 1) return onlyOf(first);
  const named = pairsOf(timed.filter(namesMachines));
  const [widest] = named.toSorted((a, b) => b.slow.ms / b.fast.ms - a.slow.ms / a.fast.ms);
  if (widest === undefined) return { kind: pairsOf(timed).length > 0 ? 'unnamed' : 'overlap' };
  const all = (timed.length * (timed.length - 1)) / 2;
  const endsDiffer = widest.fast.sourced.timing.end !== widest.slow.sourced.timing.end;
  return { kind: 'apart', ...widest, isPartial: named.length < all, endsDiffer };
}

/** @returns the timings that a headline with this finding quotes: what is quoted has to be drawn */
export function quotedIn(finding: SourcesFinding): ReadonlySet<SourcedTiming> {
  if (finding.kind === 'apart') return new Set([finding.fast.sourced, finding.slow.sourced]);
  const spreads = finding.kind === 'only' ? finding.spreads : [];
  const ends = spreads.flatMap(({ low, high }) => [low, high]);
  return new Set(ends.flatMap((end) => (end === undefined ? [] : [end.sourced])));
}

interface Pair {
  readonly fast: KnownEnd;
  readonly slow: KnownEnd;
}

function pairsOf(rows: readonly Ends[]): readonly Pair[] {
  return rows.flatMap((fast) => rows.flatMap((slow) => apart(fast, slow)));
}

/** @returns the ends that lie apart, if every time of `a` is shorter than every time of `b` */
function apart(a: Ends, b: Ends): readonly Pair[] {
  if (a.high === undefined || b.low === undefined || a === b) return [];
  return a.high.ms * ALIKE < b.low.ms ? [{ fast: a.high, slow: b.low }] : [];
}

/** A study that would make a race on one machine. */
export interface FairRace {
  readonly study: StartStudy;
  /** Stacks to show, as in an address: those on the stage that it timed, then its others. */
  readonly refs: readonly string[];
  /** How many of the stacks on the stage it timed. */
  readonly shown: number;
}

/**
 * @param rows of the view of all sources
 * @returns the studies that timed one of these stacks beside others, most of these first
 */
export function fairRaces(rows: readonly BootRow[]): readonly FairRace[] {
  const studies = new Set(rows.flatMap((row) => row.all.map(({ study }) => study)));
  const races = [...studies]
    .map((study) => fairRaceOf(study, rows))
    .filter(({ refs, shown }) => refs.length > 1 && shown > 0)
    .toSorted((a, b) => b.shown - a.shown || b.refs.length - a.refs.length);
  // Where some study timed several of them, one that timed a single one is no answer.
  const best = races.filter(({ shown }) => shown > 1);
  return (best.length > 0 ? best : races).slice(0, MOST_RACES);
}

function fairRaceOf(study: StartStudy, rows: readonly BootRow[]): FairRace {
  // Bounds, snapshots and parts cannot be raced.
  const raced = study.timings.filter(
    ({ primary, kind, typicalMs }) =>
      primary && kind !== 'snapshot' && typicalMs !== undefined && study.clock !== 'part',
  );
  const here = rows
    .map(({ stack }) => stack)
    .filter((stack) => raced.some((timing) => fitsStack(timing, stack)));
  const others = raced.filter((timing) => !here.some((stack) => fitsStack(timing, stack)));
  const own = here.map(({ id, variant }) => `${id}:${variant}`);
  // Two of those on the stage are a race already: nothing else has to come.
  const refs = own.length > 1 ? own : [...own, ...others.map(({ stack }) => stack)];
  return { study, refs: [...new Set(refs)], shown: own.length };
}
