/** Words and data of "can this image run here?" and of what else is asked of hosts. */
import { kernelRun } from '../content/locales/en/kernel-run.ts';
import { runShelf } from '../content/run-here.ts';
import { stackTitles } from '../content/stack-titles.ts';
import type { RunExtras } from '../scene/kernel/run-input.ts';

export const run: RunExtras = {
  words: kernelRun,
  shelf: runShelf,
  stackTitle(id, variant) {
    const head = stackTitles[id];
    const own = head?.variants.find((one) => one.id === variant)?.title;
    return own ?? head?.title ?? id;
  },
};
