/** Words and data of the Kernel lens's views `run` and `needs`. */
import { kernelRun } from '../content/locales/en/kernel-run.ts';
import type { RunExtras } from '../scene/kernel/run-input.ts';

export const run: RunExtras = { words: kernelRun };
