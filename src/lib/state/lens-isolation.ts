/** The Isolation lens with its words and its data: one chunk. */
import { attackShelf as attacks } from '../content/attacks-drawn.ts';
import { isolation } from '../content/locales/en/isolation.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { isolationLens } from '../scene/isolation/lens.ts';

export const render: LensRenderer = (input) =>
  isolationLens({ ...input, attacks, words: { ...input.words, isolation } });
