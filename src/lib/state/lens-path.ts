/** The Path lens with its words and its data: one chunk. */
import { overhead } from '../content/locales/en/overhead.ts';
import { path } from '../content/locales/en/path.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { pathLens } from '../scene/path/lens.ts';

export const render: LensRenderer = (input) =>
  pathLens({ ...input, words: { ...input.words, path, overhead } });
