/** What a reader has reached in a lesson, as a course system counts it. */
import type { Figure } from '../../model/figures.ts';
import type { Lesson } from '../../model/lesson/lesson.ts';
import { fitsQuestion, isRight } from '../../state/lesson-answers.ts';
import type { LessonRecord } from '../../state/lesson-progress.svelte.ts';
import type { Reach } from '../../state/lesson-reach.ts';
import type { LessonStatus } from './scorm-session.ts';

/** What a lesson is judged by. */
export interface LessonGround {
  readonly lesson: Pick<Lesson, 'steps'>;
  /** By id. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** By step. */
  readonly reaches: Readonly<Record<string, Reach>>;
}

export interface LessonResult {
  readonly steps: number;
  readonly seen: number;
  readonly questions: number;
  readonly answered: number;
  readonly right: number;
  /** Every step was shown, every question answered. */
  readonly isDone: boolean;
  /** Share of right answers among all questions, from 0 to 100; null: nothing is asked. */
  readonly score: number | null;
}

/** @returns how far a record goes */
export function resultOf(ground: LessonGround, record: LessonRecord): LessonResult {
  const { steps } = ground.lesson;
  const seen = steps.filter(({ id }) => record.seen.includes(id)).length;
  const questions = steps.filter(({ question }) => question !== null).length;
  const judged = steps.flatMap(({ id }) => isRightAt(ground, record, id) ?? []);
  const right = judged.filter(Boolean).length;
  return {
    ...{ steps: steps.length, seen, questions, right },
    answered: judged.length,
    isDone: seen === steps.length && judged.length === questions,
    score: questions === 0 ? null : Math.round((100 * right) / questions),
  };
}

/** A step that keeps a lesson from being done. */
export interface StepLeft {
  /** 0-based. */
  readonly index: number;
  readonly title: string;
  /** It was shown: its question is not answered. */
  readonly isSeen: boolean;
}

/** @returns what is left until a lesson is done; empty when it is */
export function leftOf(ground: LessonGround, record: LessonRecord): readonly StepLeft[] {
  return ground.lesson.steps.flatMap(({ id, title, question }, index) => {
    const isSeen = record.seen.includes(id);
    const isOpen = question !== null && isRightAt(ground, record, id) === null;
    return isSeen && !isOpen ? [] : [{ index, title, isSeen }];
  });
}

/** @returns whether the answer of a step is right; null: there is none */
export function isRightAt(
  { lesson, figures, reaches }: LessonGround,
  { answers }: Pick<LessonRecord, 'answers'>,
  stepId: string,
): boolean | null {
  const question = lesson.steps.find(({ id }) => id === stepId)?.question;
  const answer = answers[stepId];
  if (!question || !answer || !fitsQuestion(question, answer)) return null;
  return isRight(question, answer, { figures, reach: reaches[stepId] });
}

/** Later ones take the place of earlier ones, never the other way round. */
const RANK: Readonly<Record<LessonStatus, number>> = {
  incomplete: 0,
  failed: 1,
  completed: 2,
  passed: 2,
};

/**
 * @param passMark score from which the lesson is passed; null: going through it is enough
 * @param before what was reached already: it is never taken back
 */
export function statusOf(
  { isDone, score }: Pick<LessonResult, 'isDone' | 'score'>,
  passMark: number | null,
  before: string,
): LessonStatus {
  const now = isDone ? (judged(score, passMark) ?? 'completed') : 'incomplete';
  const earlier = isStatus(before) ? before : 'incomplete';
  return RANK[earlier] > RANK[now] ? earlier : now;
}

/** @returns null where nothing is asked, or nothing demanded */
function judged(score: number | null, passMark: number | null): 'passed' | 'failed' | null {
  if (score === null || passMark === null) return null;
  return score >= passMark ? 'passed' : 'failed';
}

function isStatus(value: string): value is LessonStatus {
  return Object.hasOwn(RANK, value);
}
