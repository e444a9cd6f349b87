/** What the views of the Kernel lens get beside what every lens gets. */
import type { AnswerShelf } from '../../model/kernel/answers.ts';
import type { NamespaceShelf } from '../../model/kernel/namespaces.ts';
import type { Words } from '../../model/words.ts';
import type { KernelWords } from '../../model/kernel/words.ts';
import type { LensInput } from '../lens.ts';
import type { RunAside, RunSpan } from './run-input.ts';

/** What the views share. */
export type LegendInput = LensInput<Words & { readonly kernel: KernelWords }>;

/** What the views that ask and take apart get. */
export type KernelInput = LegendInput & {
  readonly answers: AnswerShelf;
  /** Draws "can this image run here?" in a part of the stage; absent: it is not asked. */
  beside?(input: LensInput, span: RunSpan): RunAside | null;
};

export type NamespacesInput = LegendInput & { readonly namespaces: NamespaceShelf };
