/** The Size lens with its words and what it knows of stacks: one chunk. */
import { size } from '../content/locales/en/size.ts';
import { sizeShelf as sizes } from '../content/sizes.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { sizeLens } from '../scene/size-lens.ts';

export const render: LensRenderer = (input) =>
  sizeLens({ ...input, sizes, words: { ...input.words, size } });
