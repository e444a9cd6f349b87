/** The Manage lens with its words and its data: one chunk. */
import { manage } from '../content/locales/en/manage.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { manageLens } from '../scene/manage/lens.ts';

export const render: LensRenderer = (input) =>
  manageLens({ ...input, words: { ...input.words, manage } });
