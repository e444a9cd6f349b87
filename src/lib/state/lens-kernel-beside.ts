/** The Kernel lens as it opens on one stack: "can this image run here?" stands beside it. */
import { answerShelf as answers } from '../content/answers.ts';
import { kernel } from '../content/locales/en/kernel.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { askPicture } from '../scene/kernel/ask-picture.ts';
import { runAside } from '../scene/kernel/run-picture.ts';
import { run } from './lens-kernel-data.ts';

export const render: LensRenderer = (input) =>
  askPicture({
    ...input,
    answers,
    words: { ...input.words, kernel },
    beside: (lens, span) => runAside({ ...lens, run }, span),
  });
