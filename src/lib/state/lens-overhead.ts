/** The Overhead view of the Path lens with its words and its data: one chunk. */
import { overhead } from '../content/locales/en/overhead.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { overheadPicture } from '../scene/path/overhead-picture.ts';

export const render: LensRenderer = (input) =>
  overheadPicture({ ...input, words: { ...input.words, overhead } });
