/** English words of the Overhead view, and of its controls. */
import type { OverheadWords } from '../../../model/path/overhead-words.ts';

export const overhead: OverheadWords = {
  headline: 'Overhead',
  sentence: '',
  caption: 'Overhead',
};
