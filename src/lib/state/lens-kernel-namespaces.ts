/** Namespaces one by one, with words and data: one chunk. */
import { kernel } from '../content/locales/en/kernel.ts';
import { namespaceShelf as namespaces } from '../content/namespaces.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { namespacesPicture } from '../scene/kernel/namespaces-picture.ts';

export const render: LensRenderer = (input) =>
  namespacesPicture({ ...input, namespaces, words: { ...input.words, kernel } });
