/**
 * Printed answers to `uname` and `os-release`, with where each comes from, and the kinds of namespace with
 * what was seen inside and outside. Read and checked when the site is built.
 */
import { valueOf, type DataResult } from '../model/data-result.ts';
import type { AnswerShelf } from '../model/kernel/answers.ts';
import type { NamespaceShelf } from '../model/kernel/namespaces.ts';

const answerFile = import.meta.glob<DataResult<AnswerShelf>>('./answers/answers.json', {
  eager: true,
  query: '?answers',
  import: 'default',
});
const namespaceFile = import.meta.glob<DataResult<NamespaceShelf>>('./namespaces/namespaces.json', {
  eager: true,
  query: '?namespaces',
  import: 'default',
});

/** A mistake in a file throws here: names the file, the path in it and what was expected. */
function only<T>(files: Readonly<Record<string, DataResult<T>>>): T {
  const [value] = Object.entries(files).map(([path, read]) => valueOf(path, read));
  if (value === undefined) throw new Error('a file of content is missing');
  return value;
}

export const answerShelf: AnswerShelf = only(answerFile);
export const namespaceShelf: NamespaceShelf = only(namespaceFile);
