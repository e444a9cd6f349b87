/** English words of the Kernel lens's views "can it run here?" and "what a user space needs". */
import type { KernelRunWords } from '../../../model/kernel/run-words.ts';

export const kernelRun: KernelRunWords = {
  headline: 'Can this image run here?',
  caption: 'Can this image run here?',
};
