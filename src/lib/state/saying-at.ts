/** What is said at a moment of a build-up. */
import { comesFromMs } from '../animation/build-up.ts';
import type { Saying } from '../scene/picture.ts';
import type { PlayerChapter } from './player.svelte.ts';

/**
 * A chapter is told when it stands. While it comes nothing new is counted, and in the stillness before that
 * the chapter before it is still told.
 * @param index the chapter that `tMs` is in
 */
export function sayingAt(
  says: readonly Saying[],
  chapters: readonly PlayerChapter[],
  index: number,
  tMs: number,
): Saying | undefined {
  const here = says[index];
  const span = chapters[index];
  if (here?.coming === undefined || span === undefined || tMs >= span.endMs) return here;
  const before = says[index - 1];
  return before !== undefined && tMs <= comesFromMs(span) - 1 ? before : here.coming;
}
