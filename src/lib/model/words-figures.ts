/** Words of the charts of figures. Numbers arrive formatted; a function only puts words around them. */
import type { RangeWords } from './format-quantity.ts';

export interface FigureChartWords extends RangeWords {
  /** Stands for a machine that the source does not tell. */
  readonly noMachine: string;
  /** Heading over the reader's own measurements. */
  readonly own: string;
  /** Heading over the figures of one study. */
  study(short: string, year: number | null): string;
  /** Label of an own measurement: says that it is the reader's. */
  yours(what: string): string;
  runs(count: number): string;
  readonly legend: {
    readonly typical: string;
    readonly range: string;
    readonly atMost: string;
    readonly atLeast: string;
    readonly own: string;
  };
}
