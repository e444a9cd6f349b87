/** English words of the Path lens, and of its controls. */
import type { PathWords } from '../../../model/path/words.ts';

export const path: PathWords = {
  headline: 'Path',
  sentence: '',
  caption: 'Path',
};
