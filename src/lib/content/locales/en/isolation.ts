/** English words of the Isolation lens, and of its controls. */
import type { IsolationWords } from '../../../model/isolation/words.ts';

export const isolation: IsolationWords = {
  headline: 'Isolation',
  sentence: '',
  caption: 'Isolation',
};
