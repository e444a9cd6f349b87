/** English words of the Kernel lens, and of its controls. */
import type { KernelWords } from '../../../model/kernel/words.ts';

export const kernel: KernelWords = {
  headline: 'Kernel',
  sentence: '',
  caption: 'Kernel',
};

export const kernelUi = {
  view: 'What is asked',
  views: {
    ask: 'uname -r',
    apart: 'Taken apart',
    namespaces: 'Namespaces',
    needs: 'What it needs',
    run: 'Can it run here?',
  },
  routes: 'Answer routes',
  engine: 'Container engine',
};
