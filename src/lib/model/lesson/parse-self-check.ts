/** The only way from the file of the check to its questions: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import { CHECK_QUESTIONS, type CheckQuestion } from './self-check.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(60));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(240));
const question = v.pipe(
  v.strictObject({
    ...{ id, ask: text, answer: id, lesson: id, step: id },
    options: v.pipe(
      v.array(v.strictObject({ id, label: text, says: text })),
      v.minLength(3),
      v.maxLength(6),
      v.check((items) => hasOwnIds(items), 'expected each id once'),
    ),
  }),
  v.check(
    ({ answer, options }) => options.some((one) => one.id === answer),
    'expected `answer` to be the id of an option',
  ),
);
const file = v.pipe(
  v.array(question),
  v.length(CHECK_QUESTIONS),
  v.check((items) => hasOwnIds(items), 'expected each id once'),
);

function hasOwnIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map((one) => one.id)).size === items.length;
}

/** Reads the questions of the check. Never throws. */
export function parseSelfCheck(input: unknown): DataResult<readonly CheckQuestion[]> {
  return readData(file, input);
}
