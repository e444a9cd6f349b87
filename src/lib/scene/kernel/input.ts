/** What the views of the Kernel lens get beside what every lens gets. */
import type { AnswerShelf } from '../../model/kernel/answers.ts';
import type { NamespaceShelf } from '../../model/kernel/namespaces.ts';
import type { Words } from '../../model/words.ts';
import type { KernelWords } from '../../model/kernel/words.ts';
import type { LensInput } from '../lens.ts';
import type { RunInput } from './run-input.ts';

export type KernelInput = LensInput<Words & { readonly kernel: KernelWords }> &
  RunInput & { readonly answers: AnswerShelf; readonly namespaces: NamespaceShelf };
