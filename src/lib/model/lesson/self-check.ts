/** Ten questions before and after the lessons, for who wants to see what has changed. */

export interface CheckOption {
  readonly id: string;
  readonly label: string;
  /** Why it is right, or what is wrong with it. */
  readonly says: string;
}

export interface CheckQuestion {
  readonly id: string;
  readonly ask: string;
  /** Id of the right option. */
  readonly answer: string;
  readonly options: readonly CheckOption[];
  /** Where it is taught. */
  readonly lesson: string;
  readonly step: string;
}

/** Before the lessons, or after. */
export const ROUNDS = ['before', 'after'] as const;
export type Round = (typeof ROUNDS)[number];

/** Options by question; a question without one was left open. */
export type CheckAnswers = Readonly<Record<string, string>>;

/** How many questions a check has. */
export const CHECK_QUESTIONS = 10;

/** What became of a question. */
export type Outcome = 'right' | 'wrong' | 'open';

/** @returns whether a question was answered, and rightly */
export function outcomeOf({ id, answer }: CheckQuestion, answers: CheckAnswers): Outcome {
  const given = answers[id];
  if (given === undefined) return 'open';
  return given === answer ? 'right' : 'wrong';
}

/** @returns how many questions have this outcome */
export function countOf(
  questions: readonly CheckQuestion[],
  answers: CheckAnswers,
  outcome: Outcome,
): number {
  return questions.filter((question) => outcomeOf(question, answers) === outcome).length;
}

/** @returns how many answers are right */
export function rightCount(questions: readonly CheckQuestion[], answers: CheckAnswers): number {
  return countOf(questions, answers, 'right');
}
