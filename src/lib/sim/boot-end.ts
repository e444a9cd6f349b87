/** What the clock of a timing stands for when it stops: words must not make a whole start of less or more. */
import type { StartStudy, StartTiming } from '../model/figures.ts';

export type Stop =
  /** What was started is up. */
  | 'up'
  /** A guest's init starts: nothing else of the guest is up. */
  | 'init'
  /** The command has run and ended. */
  | 'ended'
  /** A snapshot runs on. */
  | 'resumed'
  /** Nobody said at what the clock stopped. */
  | 'unsaid'
  /** A part of the start is over. */
  | 'part'
  /** No clock on the wall: so much time of the CPU was used. */
  | 'cpu';

/** @returns at what the clock of this timing stopped */
export function stopOf(study: Pick<StartStudy, 'clock'>, { end }: StartTiming): Stop {
  if (study.clock !== undefined) return study.clock;
  return end === 'app' || end === 'system' ? 'up' : end;
}

/** @returns the one end of all the timings, or `mixed` */
export function commonStop(
  study: Pick<StartStudy, 'clock'>,
  timings: readonly StartTiming[],
): Stop | 'mixed' {
  const [first = 'unsaid', ...others] = new Set(timings.map((timing) => stopOf(study, timing)));
  return others.length === 0 ? first : 'mixed';
}

/** @returns the percentage of runs that a range covers, where it does not cover all that were timed */
export function shareOf({ lowIs, highIs }: StartTiming): number | null {
  if (highIs === undefined) return null;
  return Number(highIs.slice(1)) - Number(lowIs?.slice(1) ?? 0);
}
