/** Words of the Overhead view of the Path lens. Numbers arrive formatted. */
import type { RangeWords } from '../format-quantity.ts';
import type { Baseline } from '../figures.ts';

export interface OverheadWords extends RangeWords {
  readonly resources: Readonly<Record<'cpu' | 'memory' | 'disk' | 'network' | 'program', string>>;
  readonly scales: Readonly<Record<'speed' | 'time' | 'call', string>>;
  /** The same with the side on which it grows, where there is room. */
  readonly scaleNotes: Readonly<Record<'speed' | 'time' | 'call', string>>;
  /** Both ends of an axis. */
  reach(from: string, to: string): string;
  /** Of an axis that is not like those around it. */
  ownReach(from: string): string;
  /** "CPU, speed" */
  column(resource: string, scale: string): string;
  /** Bounds where there is hardly any room. */
  readonly brief: Pick<RangeWords, 'atMost' | 'atLeast'>;
  readonly native: string;
  /** In a cell of the stack that is native itself. */
  readonly isNative: string;
  readonly notMeasured: string;
  /** Figures are there, but none against native. */
  readonly notAgainst: string;
  /** "IBM comparison 2014" */
  study(short: string, year: number | null): string;
  readonly separator: string;
  readonly headline: {
    readonly empty: string;
    readonly onlyNative: string;
    readonly none: string;
    /** One stack's part: "KVM VM −57.8 to −0.2 %, time 1.8 × as long". */
    part(title: string, values: readonly string[]): string;
    /** One load of one study, on several stacks. */
    same(load: string, parts: readonly string[], study: string): string;
    /** @param resource name of the one that is shown; null: all of them */
    all(
      resource: string | null,
      parts: readonly (readonly [against: string, readonly string[]])[],
    ): string;
    /** "time 2 × as long" */
    inScale(scale: string, value: string): string;
    /** One stack alone, in each scale. */
    alone(title: string, parts: readonly string[]): string;
  };
  readonly sentence: string;
  sentenceMissing(titles: readonly string[]): string;
  readonly longer: (value: string) => string;
  readonly legend: {
    readonly dot: string;
    readonly open: string;
    readonly range: string;
    readonly bound: string;
  };
  /** What an open mark compares with, and what ran it. */
  readonly against: Readonly<Record<Baseline, string>>;
  /** The same in the headline. */
  readonly versus: Readonly<Record<Baseline, string>>;
  setUp(what: string): string;
  /** @param what that it has and what it was compared with has not */
  unlike(what: string): string;
  computed(value: string, reference: string): string;
  readonly step: {
    label(study: string): string;
    says(study: string, machine: string, count: number): string;
    readonly start: string;
  };
  readonly table: {
    readonly caption: string;
    readonly columns: readonly string[];
  };
  readonly machineUnknown: string;
}
