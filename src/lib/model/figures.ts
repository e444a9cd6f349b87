/** Figures and their sources: the only place a number on screen may come from. */

export const CONFIDENCES = ['read-in-source', 'second-hand', 'measured-by-us'] as const;
/** How sure we are of a figure. */
export type Confidence = (typeof CONFIDENCES)[number];

/** What a figure is about, in the order in which a reader meets them. */
export const FIGURE_CATEGORIES = [
  'start',
  'size',
  'memory',
  'cpu',
  'memory-speed',
  'disk',
  'network',
  'system-call',
  'application',
  'attack-surface',
  'lifetime',
] as const;
export type FigureCategory = (typeof FIGURE_CATEGORIES)[number];

/** What can stand on one axis: figures of different measures are never drawn on the same one. */
export const FIGURE_MEASURES = [
  'time',
  'size',
  'change',
  'share',
  'times-as-long',
  'times-as-fast',
  'system-calls',
  'capabilities',
  'devices',
  'hypercalls',
  'references',
  'lines',
  'cycles',
  'iops',
  'bandwidth',
] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

/** What a ratio compares with; `other-set-up` is one that the quantity names. */
export const BASELINES = ['native', 'runc', 'loopback', 'rootful', 'kvm', 'other-set-up'] as const;
export type Baseline = (typeof BASELINES)[number];

/** A source as pictures name it. */
export interface SourceName {
  readonly id: string;
  /** The title in a few words, for headings and lists. */
  readonly short: string;
}

export interface Source extends SourceName {
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
  /** Absent: a source without a public address; `note` then says what it is. */
  readonly url?: string;
  readonly note?: string;
}

/** One measured quantity. A value that is not known is absent, never zero. */
export interface Figure {
  readonly id: string;
  readonly category: FigureCategory;
  /** Only where the unit leaves it open (%, ×, count); see `measureOf`. */
  readonly measure?: FigureMeasure;
  /** What it was compared with: of a ratio, or of a quantity whose `reference` was measured beside it. */
  readonly against?: Baseline;
  /** The figure of the same study, machine and unit that it was compared with. */
  readonly reference?: string;
  /** What ran, where the same study ran it on several systems: the same word for each. */
  readonly load?: string;
  /** What ran it, where that is none of the variants that are drawn. */
  readonly setUp?: string;
  /** What differs from what it was compared with, beside what the figure is about. */
  readonly unlike?: string;
  /** Stack ids it speaks of, each with its variant where it holds for that one alone. */
  readonly subject: readonly string[];
  /** What exactly was measured. */
  readonly quantity: string;
  readonly low?: number;
  readonly typical?: number;
  readonly high?: number;
  readonly unit: string;
  /** Machine, versions, sample size. */
  readonly conditions: string;
  /** The source whose study this is, where that is not the first of `sources`. */
  readonly study?: string;
  /** What it was measured on; absent where the source does not tell or no machine matters. */
  readonly machine?: string;
  /** Year of the measurement, where it is not that of the source. */
  readonly year?: number;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}

/** What a timing has for a machine where its source names none: no other words say so. */
export const UNNAMED_MACHINE = 'a machine not named';

/** `unsaid`: a reader's own start of which nobody said what was there before; studies always say. */
export type StartKind = 'cold' | 'warm' | 'snapshot' | 'unsaid';

/**
 * The event at which the clock of a timing stopped. `app`: a process, a container or a guest's program
 * has started; `system`: a whole OS or an engine can be used; `init`: a guest's kernel starts init, with
 * no service and no app yet; `ended`: the command has run and ended; `resumed`: a snapshot runs on.
 */
export type StartEnd = 'app' | 'system' | 'init' | 'ended' | 'resumed' | 'unsaid';

/** A part of a start, only where the same source gives it. */
export interface StartPhase {
  readonly id: string;
  readonly label: string;
  /** Whose code runs: the layer kind that colours the segment. */
  readonly runs:
    'vmm' | 'hypervisor' | 'kernel' | 'userland' | 'engine' | 'app' | 'fence' | 'library-os';
  /** What else runs in it, where the source does not tell the two apart (kernel and services). */
  readonly alsoRuns?: readonly StartPhase['runs'][];
  readonly figure?: string;
  /** Length in ms; must be given by the study or follow from two of its figures (`derived` says how). */
  readonly typicalMs: number;
  readonly derived?: string;
}

/** How one study timed one stack. */
export interface StartTiming {
  readonly id: string;
  /** Stack ref as in a URL, e.g. `vm-bare-metal:xen`; without a variant it fits every variant. */
  readonly stack: string;
  /** What was started, e.g. "Debian jessie VM". */
  readonly what: string;
  readonly figure: string;
  readonly lowMs?: number;
  /** Low is this percentile; absent: the shortest time that the source gives. */
  readonly lowIs?: 'p10';
  readonly typicalMs?: number;
  readonly highMs?: number;
  /** High is this percentile, so that some runs took longer; absent: the longest time that the source gives. */
  readonly highIs?: 'p90' | 'p99';
  readonly kind: StartKind;
  readonly from: string;
  readonly to: string;
  readonly end: StartEnd;
  readonly machine: string;
  /** In time order; together as long as typicalMs. Empty when the source gives only a total. */
  readonly phases: readonly StartPhase[];
  /** Among several timings of one stack by one study, the one that is drawn. */
  readonly primary: boolean;
}

/** One study: one set of machines, comparable timings. */
export interface StartStudy {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** null: a reader's own measurements. */
  readonly year: number | null;
  /** No publication but a reader's own measurements: this reader's, or those of a link's sender. */
  readonly own?: 'reader' | 'link';
  readonly machine: string;
  readonly source: string;
  /** What a reader must know before comparing. */
  readonly caveat?: string;
  /**
   * What was counted where it was not the time of a whole start: the CPU's time, or the time of a part of
   * the start. Such times compare among themselves only.
   */
  readonly clock?: 'cpu' | 'part';
  readonly timings: readonly StartTiming[];
}
