/** An own lesson in a link, by the key `mine`. Loaded only when a link has one or is to have one. */
import type { DataResult } from '../model/data-result.ts';
import { ownLessonData, parseOwnLesson, type OwnLesson } from '../model/lesson/own-lesson.ts';
import { pack, unpack } from './own-pack.ts';

/** Key of the query that holds it. */
export const MINE = 'mine';

/** @returns the value of `mine`; null when it would be longer than a link can carry */
export function encodeOwnLesson(own: OwnLesson): string | null {
  return pack(ownLessonData(own));
}

/** Reads the value of `mine`. Never throws. */
export function decodeOwnLesson(text: string): DataResult<OwnLesson> {
  try {
    return parseOwnLesson(unpack(text));
  } catch {
    return { ok: false, issues: [{ path: MINE, message: 'the link is cut off or damaged' }] };
  }
}
