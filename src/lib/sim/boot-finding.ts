/**
 * What the race shows, as data: the headline follows from it, so that it is true for whatever is on the
 * stage. Only rows of one study with a typical value take part; a bound is no time.
 */
import type { BootRow } from './boot-race.ts';

export interface TimedRow {
  readonly row: BootRow;
  readonly ms: number;
}

export type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'bounds' }
  /** Some rows came from a snapshot, others started: no comparison is drawn. */
  | { readonly kind: 'mixed' }
  | { readonly kind: 'only'; readonly row: TimedRow }
  | { readonly kind: 'alike'; readonly fast: TimedRow; readonly slow: TimedRow }
  /** The range of the slowest reaches down to that of the fastest: nobody is first. */
  | { readonly kind: 'overlap'; readonly fast: TimedRow; readonly slow: TimedRow }
  | (Extremes & { readonly kind: 'ratio' })
  /** Every row in which nothing boots is up before every row in which a kernel or library OS boots. */
  | (Extremes & { readonly kind: 'nothing-boots'; readonly row: TimedRow })
  /** A row behind a wall is up before the fastest container. */
  | (Extremes & {
      readonly kind: 'wall-faster';
      readonly walled: TimedRow;
      readonly fenced: TimedRow;
    });

/** Both ends of a race; where ranges overlap at an end, it is shared. */
interface Extremes {
  readonly fast: TimedRow;
  readonly slow: TimedRow;
  /** `fast`, and every row whose range begins within its range. */
  readonly firsts: readonly TimedRow[];
  /** `slow`, and every row whose range ends within its range. */
  readonly lasts: readonly TimedRow[];
}

/** Below this ratio of slowest to fastest no winner is named. */
export const ALIKE = 1.2;

/** @returns the rows with a typical value, fastest first; equal times keep the order of the rows */
function timedRows(rows: readonly BootRow[]): readonly TimedRow[] {
  return rows
    .flatMap((row) => {
      const ms = row.timing?.typicalMs;
      return ms === undefined ? [] : [{ row, ms }];
    })
    .sort((a, b) => a.ms - b.ms);
}

/** A container on a kernel that nobody has to boot. */
function isContainer({ row }: TimedRow): boolean {
  return row.anatomy.fenced && row.anatomy.nothingBoots;
}

/** True when something behind the wall of this row has to come up from nothing. */
function boots({ row }: TimedRow): boolean {
  return row.anatomy.kernel === 'guest' || row.anatomy.kernel === 'library-os';
}

/** @returns the finding of a race of one study */
export function findingOf(rows: readonly BootRow[]): Finding {
  const timed = timedRows(rows);
  const [fast] = timed;
  const slow = timed.at(-1);
  if (fast === undefined || slow === undefined) {
    return rows.some((row) => row.known !== 'nothing') ? { kind: 'bounds' } : { kind: 'none' };
  }
  if (timed.length === 1) return { kind: 'only', row: fast };
  const restored = timed.filter(({ row }) => row.timing?.kind === 'snapshot').length;
  if (restored > 0 && restored < timed.length) return { kind: 'mixed' };
  if (slow.ms < fast.ms * ALIKE) return { kind: 'alike', fast, slow };
  if (lowOf(slow) <= highOf(fast)) return { kind: 'overlap', fast, slow };
  const ends: Extremes = {
    fast,
    slow,
    firsts: timed.filter((row) => row === fast || lowOf(row) <= highOf(fast)),
    lasts: timed.filter((row) => row === slow || highOf(row) >= lowOf(slow)),
  };
  const walled = timed.find(boots);
  const fenced = timed.find(isContainer);
  if (walled !== undefined && fenced !== undefined && isBefore(walled, fenced)) {
    return { kind: 'wall-faster', walled, fenced, ...ends };
  }
  const idle = timed.filter(({ row }) => row.anatomy.nothingBoots);
  const last = idle.at(-1);
  const booting = timed.filter(boots);
  if (walled !== undefined && last !== undefined && areBefore(idle, booting)) {
    const row = idle.find(isContainer) ?? last;
    return { kind: 'nothing-boots', row, ...ends };
  }
  return { kind: 'ratio', ...ends };
}

/** Where a range begins; a time without a range is taken for the whole of it. */
function lowOf({ row, ms }: TimedRow): number {
  return row.timing?.lowMs ?? ms;
}

function highOf({ row, ms }: TimedRow): number {
  return row.timing?.highMs ?? ms;
}

/** True when the one is clearly earlier: by its typical time, and by its whole range. */
function isBefore(a: TimedRow, b: TimedRow): boolean {
  return a.ms * ALIKE < b.ms && highOf(a) < lowOf(b);
}

function areBefore(some: readonly TimedRow[], others: readonly TimedRow[]): boolean {
  return some.every((a) => others.every((b) => isBefore(a, b)));
}
