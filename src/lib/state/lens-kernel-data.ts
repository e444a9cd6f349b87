/** Words and data of "can this image run here?" and of what else is asked of hosts. */
import { kernelRun } from '../content/locales/en/kernel-run.ts';
import { runShelf } from '../content/run-here.ts';
import { titleOf } from '../content/titles-alone.ts';
import type { RunExtras } from '../scene/kernel/run-input.ts';

export const run: RunExtras = {
  words: kernelRun,
  shelf: runShelf,
  stackTitle: titleOf,
};
