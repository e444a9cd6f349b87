/** What a step of an own lesson is called, and what of ours stands behind it. */
import { ownLesson } from '#lib/content/locales/en/own-lesson.ts';
import type { OwnStep, StepRef } from '#lib/model/lesson/own-lesson.ts';
import type { ShelfLesson, ShelfStep } from './lesson-shelf.ts';

/** @returns the step of ours; undefined: an own picture, or a step that is gone */
export function shelfStep(
  lessons: readonly ShelfLesson[],
  from: StepRef | null,
): ShelfStep | undefined {
  const lesson = lessons.find(({ id }) => id === from?.lesson);
  return lesson?.steps.find(({ id }) => id === from?.step);
}

/** @param index place in the list, 0-based */
export function titleOf(step: OwnStep, index: number, lessons: readonly ShelfLesson[]): string {
  if (step.message !== '') return step.message;
  return shelfStep(lessons, step.from)?.title ?? ownLesson.unnamedStep(index + 1);
}
