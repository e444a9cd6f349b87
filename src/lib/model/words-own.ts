/** Words of a reader's own measurements where a pure layer needs them. */
import type { StartTiming } from './figures.ts';
import type { OwnPhaseName, OwnTool } from './own-numbers.ts';

/** What a study of own measurements says of itself. */
export interface OwnStudyWords {
  readonly title: string;
  /** At most 24 characters. */
  readonly short: string;
  readonly caveat: string;
  /** Machine and number of runs, each as far as it is known. */
  machine(name: string | undefined, runs: number | undefined): string;
  /** More than one machine. */
  machines(count: number): string;
  /** From which to which event a tool times a start. */
  readonly events: Readonly<Record<OwnTool, Pick<StartTiming, 'from' | 'to' | 'end'>>>;
  readonly phases: Readonly<Record<OwnPhaseName, string>>;
}
