/**
 * What the view of all sources may say: timings of different machines make no race, but where the
 * slowest time known of one stack is shorter than the fastest known of another, that can be said, with
 * both machines named. And which studies would make a race of it.
 */
import { UNNAMED_MACHINE, type StartStudy } from '../model/figures.ts';
import type { BootRow, SourcedTiming } from './boot-race.ts';
import { ALIKE } from './boot-finding.ts';
import { fitsStack } from './boot-study.ts';

/** More would be a list to read instead of a choice. */
const MOST_RACES = 3;

/** One end of all that is known of a row. */
export interface KnownEnd {
  readonly row: BootRow;
  readonly sourced: SourcedTiming;
  readonly ms: number;
}

interface ApartFinding {
  readonly kind: 'apart';
  readonly fast: KnownEnd;
  readonly slow: KnownEnd;
  /** Of some other two rows the times overlap. */
  readonly isPartial: boolean;
}

export type SourcesFinding =
  /** No start of any row was timed. */
  | { readonly kind: 'none' }
  /** One row alone was timed; an end that some source leaves open is absent. */
  | {
      readonly kind: 'only';
      readonly row: BootRow;
      readonly low?: KnownEnd;
      readonly high?: KnownEnd;
    }
  /** Every time of one row is shorter than every time of another: the two furthest apart. */
  | ApartFinding
  | { readonly kind: 'overlap' };

interface Ends {
  readonly row: BootRow;
  readonly low: KnownEnd | undefined;
  readonly high: KnownEnd | undefined;
}

/** An end is known only if every timing gives it: one open timing leaves the whole row open. */
function endOf(row: BootRow, which: 'low' | 'high'): KnownEnd | undefined {
  const ends = startsOf(row).flatMap((sourced): KnownEnd[] => {
    const { lowMs, typicalMs, highMs } = sourced.timing;
    const ms = (which === 'low' ? lowMs : highMs) ?? typicalMs;
    return ms === undefined ? [] : [{ row, sourced, ms }];
  });
  if (ends.length < startsOf(row).length) return undefined;
  const sorted = ends.toSorted((a, b) => a.ms - b.ms);
  return which === 'low' ? sorted[0] : sorted.at(-1);
}

/** A guest brought back from a snapshot did not start, and CPU time is not the time one waits. */
function startsOf(row: BootRow): readonly SourcedTiming[] {
  return row.all.filter(
    ({ study, timing }) => timing.kind !== 'snapshot' && study.clock === undefined,
  );
}

function namesMachines({ row }: Ends): boolean {
  return startsOf(row).every(({ timing }) => timing.machine !== UNNAMED_MACHINE);
}

/** @returns what holds for the rows of the view of all sources */
export function sourcesFindingOf(rows: readonly BootRow[]): SourcesFinding {
  const timed = rows
    .filter((row) => startsOf(row).length > 0)
    .map((row): Ends => ({ row, low: endOf(row, 'low'), high: endOf(row, 'high') }));
  const [first] = timed;
  if (first === undefined) return { kind: 'none' };
  if (timed.length === 1) {
    const { row, low, high } = first;
    return { kind: 'only', row, ...(low && { low }), ...(high && { high }) };
  }
  const pairs = timed.flatMap((fast) => timed.flatMap((slow) => apart(fast, slow)));
  const [widest] = pairs.toSorted((a, b) => b.slow.ms / b.fast.ms - a.slow.ms / a.fast.ms);
  if (widest === undefined) return { kind: 'overlap' };
  const all = (timed.length * (timed.length - 1)) / 2;
  return { kind: 'apart', ...widest, isPartial: pairs.length < all };
}

/** @returns the ends that lie apart, if every time of `a` is shorter than every time of `b` */
function apart(a: Ends, b: Ends): readonly { fast: KnownEnd; slow: KnownEnd }[] {
  if (a.high === undefined || b.low === undefined || a === b) return [];
  if (!namesMachines(a) || !namesMachines(b)) return [];
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
  // Bounds and snapshots cannot be raced.
  const raced = study.timings.filter(
    ({ primary, kind, typicalMs }) => primary && kind !== 'snapshot' && typicalMs !== undefined,
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
