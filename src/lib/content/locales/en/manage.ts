/** English words of the Manage lens, and of its controls. */
import type { ManageWords } from '../../../model/manage/words.ts';

export const manage: ManageWords = {
  headline: 'Manage',
  sentence: '',
  caption: 'Manage',
};
