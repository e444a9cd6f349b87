/** Words of the Overhead view of the Path lens. Numbers arrive formatted. */
import type { OverheadResource } from './overhead-data.ts';

/** What one figure says. */
export interface SaidOverhead {
  readonly load: string;
  /** "−2.3 %", "51.3 % of the speed", "3.3 to 3.4 × as long". */
  readonly value: string;
  readonly study: string;
  readonly against: 'native' | 'runc';
}

export interface OverheadWords {
  readonly resources: Readonly<Record<OverheadResource | 'all', string>>;
  readonly native: string;
  readonly notMeasured: string;
  /** Of one resource, where the panel is wide. */
  readonly axis: string;
  change(value: string, of: 'time' | 'speed'): string;
  share(value: string): string;
  asLong(value: string): string;
  range(low: string, high: string): string;
  atMost(value: string): string;
  atLeast(value: string): string;
  line(load: string, study: string, against: 'native' | 'runc'): string;
  more(count: number): string;
  readonly headline: {
    readonly empty: string;
    readonly nothing: string;
    one(title: string, slow: SaidOverhead, fast: SaidOverhead): string;
    only(title: string, said: SaidOverhead): string;
    /** One load of one study, on several stacks. */
    same(
      load: string,
      stacks: readonly { readonly title: string; readonly value: string }[],
    ): string;
  };
  /** @param study whose load the headline tells; null: none */
  sentence(study: string | null, studies: number): string;
  readonly legend: {
    readonly native: string;
    readonly runc: string;
    readonly range: string;
  };
  says(study: string, count: number): string;
  readonly table: {
    readonly caption: string;
    readonly columns: readonly string[];
  };
  readout(parts: readonly string[]): string;
}
