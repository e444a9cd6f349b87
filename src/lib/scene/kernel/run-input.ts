/** What the views `run` and `needs` get beside what every lens gets. */
import type { NeedsShelf } from '../../model/kernel/needs-data.ts';
import type { RunShelf } from '../../model/kernel/run-data.ts';
import type { KernelRunWords, NeedsWords } from '../../model/kernel/run-words.ts';
import type { Item } from '../display-list.ts';
import type { LensInput } from '../lens.ts';
import type { TwinNode } from '../picture.ts';

/** Words and data of both views; made in `state/lens-kernel-data.ts`. */
export interface RunExtras {
  readonly words: KernelRunWords;
  readonly shelf: RunShelf;
  /** Titles of the stacks by id, for what leads to one. */
  stackTitle(id: string, variant?: string): string;
}

export type RunInput = LensInput & { readonly run: RunExtras };
export type NeedsInput = LensInput & {
  readonly run: RunExtras & { readonly needs: NeedsWords; readonly needsShelf: NeedsShelf };
};

/** A part of the stage, px: left edge and width; the ground line of the picture beside it, once it is known. */
export interface RunSpan {
  readonly x: number;
  readonly w: number;
  readonly groundY?: number;
}

/** "Can this image run here?" beside the answers of one stack. */
export interface RunAside {
  readonly items: readonly Item[];
  /** Nodes of the twin for what is drawn there, under keys of its own. */
  readonly layers: readonly TwinNode[];
  readonly title: string;
  /** One line: each image and its verdict. */
  readonly readout: string;
  /** What it says, as rows for the table under those of the answers. */
  readonly rows: readonly (readonly string[])[];
}
