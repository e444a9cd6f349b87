/** What a speaker is told of the answer. */
import type { LessonOption, Question } from '../model/lesson/lesson.ts';

/** Of a question whose right answer has no name of its own: what is said to it. */
const RIGHT_OF = { guess: 'near', reach: 'right' } as const;

/**
 * @returns what the right answer is called, where it has a name, and why it is right; null: an order, which
 *   the wall shows
 */
export function rightOption(question: Question): Pick<LessonOption, 'label' | 'says'> | null {
  const { kind, options } = question;
  if (kind === 'sort') return null;
  const hasName = kind === 'choose' || kind === 'place';
  const id = hasName ? question.answer : RIGHT_OF[kind];
  const option = options.find((one) => one.id === id);
  return option ? { label: hasName ? option.label : [], says: option.says } : null;
}
