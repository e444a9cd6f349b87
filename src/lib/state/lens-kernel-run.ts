/** Words and data of the Kernel lens's views `run` and `needs`. */
import { kernelNeeds } from '../content/locales/en/kernel-needs.ts';
import { kernelRun } from '../content/locales/en/kernel-run.ts';
import { needsShelf, runShelf } from '../content/run-here.ts';
import { stackTitles } from '../content/stack-titles.ts';
import type { RunExtras } from '../scene/kernel/run-input.ts';

export const run: RunExtras = {
  words: kernelRun,
  shelf: runShelf,
  needs: kernelNeeds,
  needsShelf,
  stackTitle(id, variant) {
    const head = stackTitles[id];
    const own = head?.variants.find((one) => one.id === variant)?.title;
    return own ?? head?.title ?? id;
  },
};
