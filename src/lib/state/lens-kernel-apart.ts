/** Kernel and distribution taken apart, with words and data: one chunk. */
import { answerShelf as answers } from '../content/answers.ts';
import { kernel } from '../content/locales/en/kernel.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { apartPicture } from '../scene/kernel/apart-picture.ts';

export const render: LensRenderer = (input) =>
  apartPicture({ ...input, answers, words: { ...input.words, kernel } });
