/** What a file with a lesson in it hands to its script: written when it is saved, read when it is opened. */
import type { LessonPageData } from '../learn/lesson-page.ts';

/** Ids of the elements in a file: where it lives, and where its data stands. */
export const LESSON_DATA_ID = 'lesson-data';

export interface CourseData {
  readonly page: LessonPageData;
  /** Start of the site it was saved from, without a slash at its end. */
  readonly site: string;
  /** Where it stands there, without a query: what statements call it. */
  readonly address: string;
  /** BCP 47. */
  readonly lang: string;
  /** Score of 100 from which the lesson counts as passed, unless the course says another; null: none. */
  readonly passMark: number | null;
}

/** @returns JSON that can stand inside a script element: nothing in it ends that element */
export function writeData(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/** @param text as `writeData` wrote it into this very file */
export function readCourseData(text: string): CourseData {
  return JSON.parse(text);
}
