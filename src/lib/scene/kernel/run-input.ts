/** What the views `run` and `needs` get beside what every lens gets. */
import type { KernelRunWords } from '../../model/kernel/run-words.ts';
import type { Item } from '../display-list.ts';
import type { LensInput } from '../lens.ts';

/** Words and data of these views; made in `state/lens-kernel-run.ts`. */
export interface RunExtras {
  readonly words: KernelRunWords;
}

export type RunInput = LensInput & { readonly run: RunExtras };

/** "Can this image run here?" beside the answers of one stack. */
export interface RunAside {
  readonly items: readonly Item[];
  /** What it says, as rows for the table under those of the answers. */
  readonly rows: readonly (readonly string[])[];
}
