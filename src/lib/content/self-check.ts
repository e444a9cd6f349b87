/** The ten questions before and after the lessons. Read when the site is built. */
import { valueOf, type DataResult } from '../model/data-result.ts';
import type { CheckQuestion } from '../model/lesson/self-check.ts';

const files = import.meta.glob<DataResult<readonly CheckQuestion[]>>('./self-check/en.json', {
  eager: true,
  query: '?self-check',
  import: 'default',
});

/**
 * In the order in which they are asked.
 * @throws {Error} while loading, when the file has a mistake: names the place in it
 */
export const checkQuestions: readonly CheckQuestion[] = Object.entries(files).flatMap(
  ([path, read]) => valueOf(path, read),
);
