/** The Boot lens as far as it shows one study. */
import { boot } from '../content/locales/en/boot.ts';
import { raceLens } from '../scene/boot-lens.ts';
import type { LensRenderer } from '../scene/lens.ts';

const lens = raceLens(null);

export const render: LensRenderer = (input) => lens({ ...input, words: { ...input.words, boot } });
