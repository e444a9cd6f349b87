/** What a speaker is told of the answer. */
import type { Figure } from '../model/figures.ts';
import type { Block, Inline, LessonOption, Question } from '../model/lesson/lesson.ts';
import { mixedOrder, rightOrder } from './lesson-answers.ts';

type Figures = ReadonlyMap<string, Pick<Figure, 'low' | 'typical' | 'high'>>;

/** The right answer, and why it is right. */
export interface RightAnswer {
  readonly answer: readonly Inline[];
  readonly why: readonly Block[];
}

/**
 * @param figures that the question is judged by
 * @param agreed how a sentence begins that agrees with a reader: here nobody has said anything yet
 * @returns the right option by its name, the number, the things in order, or what is reached; then why
 */
export function rightAnswer(question: Question, figures: Figures, agreed: RegExp): RightAnswer {
  const { kind, options } = question;
  const whyOf = (id: string): readonly Block[] => {
    const [first, ...others] = options.find((one) => one.id === id)?.says ?? [];
    return first ? [withoutYes(first, agreed), ...others] : [];
  };
  switch (kind) {
    case 'sort':
      return { answer: inOrder(options, figures), why: [] };
    case 'guess':
      return { answer: [{ kind: 'figure', id: question.figure }], why: whyOf('near') };
    case 'reach': {
      // What is reached has no name: the first words say what it is.
      const [first, ...why] = whyOf('right');
      return first?.kind === 'paragraph' ? { answer: first.parts, why } : { answer: [], why };
    }
    default: {
      const right = options.find((one) => one.id === question.answer);
      return { answer: right?.label ?? [], why: whyOf(question.answer) };
    }
  }
}

/**
 * @param ids of the options of an order
 * @returns the letter of each on the wall, the same before and after the answer; small ones, as the stacks
 *   of the picture have the large ones
 */
export function orderLetters(
  ids: readonly string[],
  figures: Figures,
): ReadonlyMap<string, string> {
  return new Map(mixedOrder(ids, figures).map((id, at) => [id, String.fromCharCode(97 + at)]));
}

/** Letter and name of each, smallest first. */
function inOrder(options: readonly LessonOption[], figures: Figures): readonly Inline[] {
  const ids = options.map(({ id }) => id);
  const letters = orderLetters(ids, figures);
  return rightOrder(ids, figures).flatMap((id, at): readonly Inline[] => {
    const label = options.find((one) => one.id === id)?.label ?? [];
    const before = `${at === 0 ? '' : ', '}${letters.get(id) ?? ''} `;
    return [{ kind: 'text', text: before }, ...label];
  });
}

function withoutYes(block: Block, agreed: RegExp): Block {
  if (block.kind !== 'paragraph') return block;
  const [first, ...others] = block.parts;
  if (first?.kind !== 'text' || !agreed.test(first.text)) return block;
  const rest = first.text.replace(agreed, '');
  const text = rest.charAt(0).toUpperCase() + rest.slice(1);
  return { kind: 'paragraph', parts: [{ kind: 'text', text }, ...others] };
}
