/** The Boot lens with its words: one chunk. */
import { boot } from '../content/locales/en/boot.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { bootLens } from '../scene/boot-views.ts';

export const render: LensRenderer = (input) =>
  bootLens({ ...input, words: { ...input.words, boot } });
