/** The Kernel lens with its words and its data: one chunk. */
import { answerShelf, namespaceShelf } from '../content/answers.ts';
import { kernel } from '../content/locales/en/kernel.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { kernelLens } from '../scene/kernel/lens.ts';
import { run } from './lens-kernel-run.ts';

export const render: LensRenderer = (input) =>
  kernelLens({
    ...input,
    run,
    answers: answerShelf,
    namespaces: namespaceShelf,
    words: { ...input.words, kernel },
  });
