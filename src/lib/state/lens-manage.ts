/** The Manage lens with its words and its tools: one chunk. */
import { manage } from '../content/locales/en/manage.ts';
import { drawnTools as tools } from '../content/tools-drawn.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { manageLens } from '../scene/manage/lens.ts';

export const render: LensRenderer = (input) =>
  manageLens({ ...input, tools, words: { ...input.words, manage } });
