/**
 * Printed answers to `uname` and `os-release`, with where each comes from. Read and checked when the site
 * is built.
 */
import type { DataResult } from '../model/data-result.ts';
import type { AnswerShelf } from '../model/kernel/answers.ts';
import { onlyValue } from './only-value.ts';

const answerFile = import.meta.glob<DataResult<AnswerShelf>>('./answers/answers.json', {
  eager: true,
  query: '?answers',
  import: 'default',
});
/** A mistake in the file throws here: names it, the path in it and what was expected. */
export const answerShelf: AnswerShelf = onlyValue(answerFile);
