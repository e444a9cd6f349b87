/** What the summary table says of a stack, row by row: figures, facts with their sources, and gaps. */

/** All rows of the table; the kernel's is counted in the stack itself. */
export const SUMMARY_ROWS = [
  'boot',
  'disk',
  'memory',
  'overhead',
  'isolation',
  'kernel',
  'os',
  'management',
  'use',
] as const;
export type SummaryRowId = (typeof SUMMARY_ROWS)[number];
/** Rows whose lines a stack's file gives. */
export type ToldRowId = Exclude<SummaryRowId, 'kernel'>;

/** Variants a line holds for; absent: all of them. */
interface Limited {
  readonly only?: readonly string[];
}

/** A number: always a figure's. */
export interface FigureLine extends Limited {
  readonly figure: string;
  /** In the figure's unit, where its words name the part meant: "Docker -9 %". Absent: the figure's own. */
  readonly value?: number;
  /** What exactly was measured: kind of start, image, what is counted in. */
  readonly says: string;
}

/** A statement without a number. */
export interface FactLine extends Limited {
  readonly says: string;
  /** Source ids. */
  readonly sources: readonly string[];
}

/** A published flaw that broke the barrier. */
export interface FlawLine extends Limited {
  /** Its record in the CVE list is its source. */
  readonly cve: string;
  readonly says: string;
  /** Not said of this stack by the record: it follows from the kernel or the program being the same. */
  readonly inferred?: true;
}

/** A part of which no figure is known, so that the others are not taken for the whole. */
export interface GapLine extends Limited {
  readonly unmeasured: string;
}

export type SummaryLine = FigureLine | FactLine | FlawLine | GapLine;

/** One file of `content/summaries/`. */
export interface StackSummary {
  /** Stack id. */
  readonly id: string;
  /** A row that is absent is not measured. */
  readonly rows: Readonly<Partial<Record<ToldRowId, readonly SummaryLine[]>>>;
  /** Where it can be read whose kernel it is; what is said of it is counted in the stack. */
  readonly kernel: { readonly sources: readonly string[] };
}
