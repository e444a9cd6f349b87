/** English words of the Path lens, and of its controls. */
import type { PathWords } from '../../../model/path/words.ts';

export const path: PathWords = {
  headline: 'Path',
  sentence: '',
  caption: 'Path',
};

export const pathUi = {
  view: 'Path or overhead',
  views: { path: 'Path', overhead: 'Overhead' },
  settings: 'Path',
  sourcesTitle: 'Where the times come from',
};
