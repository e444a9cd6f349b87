/** What a picture says before it is there, and while its question is open. */
import type { PictureWords } from './lesson-page.ts';

const NO_WORDS: PictureWords = { headline: '', sentence: '', stacks: [] };

/**
 * @param words undefined: not made
 * @param hush what stands in place of the finding; null: no question is open
 */
export function wordsWhile(
  words: PictureWords | undefined,
  hush: Pick<PictureWords, 'headline' | 'sentence'> | null,
): PictureWords {
  if (words === undefined || hush === null) return words ?? NO_WORDS;
  return { ...words, ...hush, stacks: [] };
}
