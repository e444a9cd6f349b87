/** Whether an answer is right, and what there is to say to it. Pure. */
import type { Figure } from '../model/figures.ts';
import type { GUESS_OPTIONS, Question, REACH_OPTIONS } from '../model/lesson/lesson.ts';
import type { LayerPath } from '../model/stack.ts';
import type { Reach } from './lesson-reach.ts';

/** What a reader answered: an option, a number in the figure's unit, or an order of options. */
export type Answer =
  | { readonly kind: 'choose'; readonly option: string }
  | { readonly kind: 'guess'; readonly value: number }
  | { readonly kind: 'sort'; readonly order: readonly string[] }
  | { readonly kind: 'place'; readonly option: string }
  /** Paths of the layers that were marked as reached. */
  | { readonly kind: 'reach'; readonly marked: readonly LayerPath[] };

/** A guess may be this many times off and still be about right: it is a matter of powers of ten. */
const NEAR = 3;
/** Places of a slider. */
export const GUESS_PLACES = 300;

type Values = Pick<Figure, 'low' | 'typical' | 'high'>;

/** @returns the one number that stands for a figure in a question: typical, else a bound */
export function figureSize(figure: Values | undefined): number | undefined {
  return figure?.typical ?? figure?.high ?? figure?.low;
}

/** @returns which of the three things is said to a guess */
export function guessSays(figure: Values, value: number): (typeof GUESS_OPTIONS)[number] {
  const size = figureSize(figure) ?? value;
  if (value < Math.min(figure.low ?? size, size / NEAR)) return 'low';
  return value > Math.max(figure.high ?? size, size * NEAR) ? 'high' : 'near';
}

/** @returns how many times as large the larger of guess and figure is, in two digits */
export function timesOff(figure: Values, value: number): number {
  const size = figureSize(figure) ?? value;
  return Number((Math.max(size, value) / Math.min(size, value)).toPrecision(2));
}

/** @returns ids from the smallest figure to the largest */
export function rightOrder(
  ids: readonly string[],
  figures: ReadonlyMap<string, Values>,
): readonly string[] {
  const sizeOf = (id: string): number => figureSize(figures.get(id)) ?? 0;
  return [...ids].sort((a, b) => sizeOf(a) - sizeOf(b));
}

/** What a question is judged by, beside itself. */
export interface Known {
  readonly figures: ReadonlyMap<string, Values>;
  /** How far the break-in of the step goes; absent: nothing of the kind is asked. */
  readonly reach?: Reach | undefined;
}

/** @returns true when there is nothing to correct */
export function isRight(question: Question, answer: Answer, { figures, reach }: Known): boolean {
  if (question.kind === 'choose' || question.kind === 'place') {
    return answer.kind === question.kind && answer.option === question.answer;
  }
  if (question.kind === 'guess') {
    const figure = figures.get(question.figure);
    return (
      answer.kind === 'guess' && figure !== undefined && guessSays(figure, answer.value) === 'near'
    );
  }
  if (question.kind === 'reach') {
    return (
      answer.kind === 'reach' &&
      reach !== undefined &&
      reachSays(reach, answer.marked)[0] === 'right'
    );
  }
  if (answer.kind !== 'sort') return false;
  const right = rightOrder(
    question.options.map(({ id }) => id),
    figures,
  );
  return right.every((id, index) => answer.order[index] === id);
}

/** @returns which things are said to marked layers: too few, too many or both; else `right` */
export function reachSays(
  { places }: Reach,
  marked: readonly LayerPath[],
): readonly (typeof REACH_OPTIONS)[number][] {
  const isLess = places.some(({ path, isReached }) => isReached && !marked.includes(path));
  const isMore = places.some(({ path, isReached }) => !isReached && marked.includes(path));
  if (!isLess && !isMore) return ['right'];
  return [...(isLess ? (['less'] as const) : []), ...(isMore ? (['more'] as const) : [])];
}

/** @returns whether a stored answer still fits the question, which may have been rewritten */
export function fitsQuestion(question: Question, answer: Answer): boolean {
  if (question.kind !== answer.kind) return false;
  const ids = question.options.map(({ id }) => id);
  if (answer.kind === 'choose' || answer.kind === 'place') return ids.includes(answer.option);
  return (
    answer.kind !== 'sort' ||
    (answer.order.length === ids.length && ids.every((id) => answer.order.includes(id)))
  );
}

/** @returns the number at a place of the slider, in two digits; evenly spread in powers of ten */
export function guessAt(place: number, least: number, most: number): number {
  const value = least * (most / least) ** (place / GUESS_PLACES);
  return Number(value.toPrecision(2));
}

/** @returns the place of a number on the slider */
export function placeOf(value: number, least: number, most: number): number {
  const share = Math.log(value / least) / Math.log(most / least);
  return Math.round(GUESS_PLACES * Math.min(1, Math.max(0, share)));
}

/**
 * @returns the options in an order that is not the right one and is the same on every visit: what is
 *   prerendered and what wakes up have to agree
 */
export function mixedOrder(
  ids: readonly string[],
  figures: ReadonlyMap<string, Values>,
): readonly string[] {
  const right = rightOrder(ids, figures);
  // Every second one, then the others, larger first.
  const odd = right.filter((_, index) => index % 2 === 1);
  const even = right.filter((_, index) => index % 2 === 0);
  return [...odd.reverse(), ...even.reverse()];
}
