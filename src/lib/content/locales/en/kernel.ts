/** English words of the Kernel lens, and of its controls. */
import type { KernelWords } from '../../../model/kernel/words.ts';

export const kernel: KernelWords = {
  headline: 'Kernel',
  sentence: '',
  caption: 'Kernel',
};
