/** The Path lens with its words and its data: one chunk. */
import { path } from '../content/locales/en/path.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { routePicture } from '../scene/path/route-picture.ts';

export const render: LensRenderer = (input) =>
  routePicture({ ...input, words: { ...input.words, path } });
