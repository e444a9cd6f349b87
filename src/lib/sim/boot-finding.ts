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
  | { readonly kind: 'ratio'; readonly fast: TimedRow; readonly slow: TimedRow }
  /** Every row in which nothing boots is up before every row in which a kernel or library OS boots. */
  | {
      readonly kind: 'nothing-boots';
      readonly row: TimedRow;
      readonly fast: TimedRow;
      readonly slow: TimedRow;
    }
  /** A row behind a wall is up before the fastest container. */
  | {
      readonly kind: 'wall-faster';
      readonly walled: TimedRow;
      readonly fenced: TimedRow;
      readonly fast: TimedRow;
      readonly slow: TimedRow;
    };

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
  const walled = timed.find(boots);
  const fenced = timed.find(isContainer);
  if (walled !== undefined && fenced !== undefined && walled.ms * ALIKE < fenced.ms) {
    return { kind: 'wall-faster', walled, fenced, fast, slow };
  }
  const idle = timed.filter(({ row }) => row.anatomy.nothingBoots);
  const last = idle.at(-1);
  if (walled !== undefined && last !== undefined && last.ms * ALIKE < walled.ms) {
    const row = idle.find(isContainer) ?? last;
    return { kind: 'nothing-boots', row, fast, slow };
  }
  return { kind: 'ratio', fast, slow };
}
