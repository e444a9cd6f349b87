/** The Kernel lens as it opens, with its words and its data: one chunk. */
import { answerShelf as answers } from '../content/answers.ts';
import { kernel } from '../content/locales/en/kernel.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { askPicture } from '../scene/kernel/ask-picture.ts';

export const render: LensRenderer = (input) =>
  askPicture({ ...input, answers, words: { ...input.words, kernel } });
