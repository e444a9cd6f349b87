/** Words of the summary table, handed in so that the pure layers know no language. */
import type { RangeWords } from '../format-quantity.ts';
import type { SummaryRowId } from './summary-data.ts';

export interface SummaryWords extends RangeWords {
  readonly caption: string;
  readonly rows: Readonly<Record<SummaryRowId, string>>;
  /** Head of the column of row names. */
  readonly of: string;
  readonly unmeasured: string;
  /** "not measured: the engine" */
  unmeasuredPart(part: string): string;
  /** "62 to 236 ns" beside a typical value, in brackets. */
  beside(range: string): string;
  /** "Broken by CVE-…: Dirty Pipe …" */
  flaw(cve: string, says: string, isInferred: boolean): string;
  /** Title of a flaw's record. */
  record(cve: string): string;
  readonly recordBy: string;
  /** A figure that its source took from another one. */
  readonly secondHand: string;
  /** "LightVM, 2017" */
  cited(short: string, year: number | null): string;
  /** Titles of the columns of sources in a CSV. */
  sourcesOf(stack: string): string;
}
