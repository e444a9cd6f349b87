/** The Isolation lens with its words and its data: one chunk. */
import { isolation } from '../content/locales/en/isolation.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { isolationLens } from '../scene/isolation/lens.ts';

export const render: LensRenderer = (input) =>
  isolationLens({ ...input, words: { ...input.words, isolation } });
