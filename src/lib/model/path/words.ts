/** Words of the Path lens. Numbers arrive formatted or as counts to be spelled. */
import type { NoTotal } from './no-total.ts';
import type { Border, CaseWord, PathOp, Place, RouteNote } from './route.ts';

/** Whom a case or a stop may have to name. */
export interface PathNames {
  readonly vmm: string;
  readonly host: string;
  readonly hypervisor: string;
}

/** What is said of one stack in a headline. */
export interface NamedCount {
  /** One stack, or those that cross as many. */
  readonly titles: readonly string[];
  readonly borders: number;
  /** There are more, and nobody outside knows how many. */
  readonly isOpen: boolean;
}

export interface PathWords {
  readonly ops: Readonly<Record<PathOp, { readonly noun: string; readonly says: string }>>;
  readonly borders: Readonly<Record<Border, string>>;
  readonly places: Readonly<
    Record<
      Place,
      {
        readonly name: string;
        readonly says: string;
        /** On the way back, where something else is done there. */
        readonly back?: string;
      }
    >
  >;
  readonly cases: Readonly<Record<CaseWord, string | ((names: PathNames) => string)>>;
  readonly notes: Readonly<Record<RouteNote, string>>;
  /** Kernels on the way down. */
  kernels(count: number, striped: number, isLibrary: boolean): string;
  /** Borders on both ways, for the readout and the end of a strip. */
  counts(down: number, back: number, isOpen: boolean): string;
  readonly time: {
    readonly notMeasured: string;
    range(low: string, high: string): string;
    /** A single value is all that the source gives. */
    about(value: string): string;
    total(range: string): string;
    /** Of an exit and the entry that follows. */
    pair(range: string): string;
    readonly noTotal: Readonly<Record<NoTotal, string>>;
  };
  readonly strip: {
    readonly axis: string;
    /** Where the playhead is. */
    at(step: number): string;
    readonly back: string;
    readonly legend: string;
  };
  readonly headline: {
    readonly empty: string;
    counts(noun: string, counts: readonly NamedCount[]): string;
  };
  readonly sentence: {
    readonly empty: string;
    says(op: string, isFew: boolean): string;
  };
  readonly step: {
    /** What is crossed or done, in all stacks. */
    label(names: readonly string[]): string;
    readonly start: string;
    /** What one stack does in a step. */
    one(title: string, what: string): string;
    what(border: string | null, layer: string, place: string): string;
    done(title: string): string;
  };
  readonly twin: {
    reached(name: string, steps: readonly number[], places: readonly string[]): string;
    past(name: string): string;
    readonly outer: string;
    oneOf(count: string): string;
  };
  readonly table: {
    readonly caption: string;
    readonly step: string;
    stepOf(step: number, isBack: boolean): string;
    readonly rows: {
      readonly case: string;
      readonly kernels: string;
      readonly borders: string;
      readonly time: string;
      readonly notes: string;
    };
    /** What stands where a stack's way has ended before. */
    readonly ended: string;
    readonly none: string;
  };
}
