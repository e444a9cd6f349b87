/** What a reader of Explore is told of values, files and code that could not be used. */
import { en } from '#lib/content/locales/en/index.ts';
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import { noticeText, problemText } from '../notice-text.ts';

/**
 * @param notes what was found in the address, in words
 * @param dismissed what the reader has put away
 */
export function shownNotices(
  { timeNotices, picture, shelf, evidence, hasFailed, isLost }: Explorer,
  notes: readonly string[],
  dismissed: readonly string[],
): readonly string[] {
  return [
    ...notes,
    ...timeNotices.map(noticeText),
    ...(picture?.unused ?? []).map((one) => noticeText({ ...one, code: 'unknown-value' })),
    ...shelf.problems.map(problemText),
    ...(evidence.hasFailed ? [en.notices.figuresFailed] : []),
    ...(hasFailed && !isLost ? [en.notices.lensFailed] : []),
  ].filter((one) => !dismissed.includes(one));
}
