/** What a reader is told about a paste that could not be read, wholly or in part. Words: in the locales. */
import type { OwnNumber } from '../own-numbers.ts';

export type OwnIssueCode =
  /** Nothing was pasted. */
  | 'empty'
  | 'too-long'
  /** Not text: control characters where words should be. */
  | 'binary'
  /** A web page instead of the output. */
  | 'html'
  /** None of the formats that are read here. */
  | 'unknown-format'
  /** JSON, but of none of the tools; `found` lists its first keys. */
  | 'unknown-json'
  /** hyperfine's report for people, instead of its JSON export. */
  | 'hyperfine-text'
  /** JSON that ends before it is complete. */
  | 'json-cut'
  | 'json-syntax'
  /** JSON nested deeper than any tool writes it. */
  | 'json-depth'
  /** A value that has to be there is not: `field`. */
  | 'missing'
  | 'not-a-number'
  | 'negative'
  | 'too-big'
  /** Written with a comma as decimal mark: which digits are meant is not certain. */
  | 'decimal-comma'
  | 'not-a-duration'
  | 'unknown-unit'
  /** Low, typical and high are not in that order. */
  | 'order'
  /** Not a row of the table that it stands in. */
  | 'not-a-row'
  /** A row with more or fewer cells than the header. */
  | 'cells'
  | 'duplicate-column'
  | 'missing-column'
  | 'unknown-column'
  | 'unknown-kind'
  /** No such stack here; the number is read without one. */
  | 'unknown-stack'
  /** A phase of a start that is not known here. */
  | 'unknown-phase'
  /** The start had not finished when it was asked for. */
  | 'not-finished'
  /** The phases do not add up to the total, so the total alone is read. */
  | 'sum'
  /** A command that failed in some of its runs was timed all the same. */
  | 'failed-runs'
  /** The export has no median, so its mean is read. */
  | 'mean-used'
  /** No value for a container: it does not run, or its memory is not counted. */
  | 'not-counted'
  /** The measuring kit could not measure something. */
  | 'skipped'
  /** A newer format of the measuring kit. */
  | 'kit-format'
  /** More numbers than are kept; the first ones stand. */
  | 'too-many'
  /** Read without a mistake, and nothing in it. */
  | 'no-numbers';

/** One thing that is wrong, and where. */
export interface OwnIssue {
  /** 1-based line of the pasted text; null: the paste as a whole. */
  readonly line: number | null;
  readonly code: OwnIssueCode;
  /** The column, key or part it concerns. */
  readonly field?: string;
  /** What stands there, at most 60 characters. */
  readonly found?: string;
  /** What would have been understood. */
  readonly expected?: string;
  readonly count?: number;
}

/** Data of an issue whose line the caller knows. */
export type IssueData = Omit<OwnIssue, 'line'>;

/**
 * What reading a text gives. `warnings` concern numbers that were read; `issues` name what was not.
 * A text that is read in part is not `ok`, and its good numbers are handed over for the reader to choose.
 */
export type OwnReading =
  | {
      readonly ok: true;
      readonly numbers: readonly OwnNumber[];
      readonly warnings: readonly OwnIssue[];
    }
  | {
      readonly ok: false;
      readonly issues: readonly OwnIssue[];
      readonly numbers: readonly OwnNumber[];
      readonly warnings: readonly OwnIssue[];
    };

/** What only the rest of the site knows. */
export interface OwnContext {
  /** @returns whether a stack of this name (`docker-linux`, `vm-bare-metal:kvm`) can be shown */
  isStack(ref: string): boolean;
}

/** Longest piece of a paste that is repeated to the reader. */
const MAX_FOUND = 60;

/** @returns the text in one line, shortened, without characters that do not show. */
export function shorten(text: string, max = MAX_FOUND): string {
  const plain = text.slice(0, max * 4).replace(/[\u0000-\u001f\u007f-\u009f\ufffd\s]+/g, ' ');
  const characters = [...plain.trim()];
  return characters.length <= max
    ? characters.join('')
    : `${characters.slice(0, max - 1).join('')}…`;
}

/** Collects the numbers of a paste and what is wrong with it. */
export class OwnFindings {
  readonly numbers: OwnNumber[] = [];
  readonly issues: OwnIssue[] = [];
  readonly warnings: OwnIssue[] = [];

  /** @param read a number, or why there is none */
  take(read: OwnNumber | IssueData, line: number): void {
    if ('code' in read) this.issue(line, read);
    else this.numbers.push(read);
  }

  issue(line: number | null, data: IssueData): void {
    this.issues.push({ line, ...data });
  }

  warn(line: number | null, data: IssueData): void {
    this.warnings.push({ line, ...data });
  }

  reading(): OwnReading {
    const { numbers, issues, warnings } = this;
    if (numbers.length === 0 && issues.length === 0)
      issues.push({ line: null, code: 'no-numbers' });
    return issues.length === 0
      ? { ok: true, numbers, warnings }
      : { ok: false, issues, numbers, warnings };
  }
}
