/** The Structure lens with its words: one chunk. */
import { structureSaid } from '../content/locales/en/structure-said.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { structureLens } from '../scene/structure-lens.ts';

export const render: LensRenderer = (input) =>
  structureLens({ ...input, words: { ...input.words, structureSaid } });
