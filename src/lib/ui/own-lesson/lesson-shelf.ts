/** What the editor knows of our lessons, made when the site is built. */
import { lessons } from '#lib/content/lessons.ts';
import { plainText } from '../print/handout.ts';

export interface ShelfStep {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly scene: string;
  readonly message: string;
  readonly sentence: string;
}

export interface ShelfLesson {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly ShelfStep[];
}

/** @returns every lesson, in the order of lists */
export function lessonShelf(): readonly ShelfLesson[] {
  return lessons.map(({ id, title, steps }) => ({
    ...{ id, title },
    steps: steps.map((step) => ({
      ...{ id: step.id, title: step.title, minutes: step.minutes, scene: step.scene },
      message: plainText(step.wall.message),
      sentence: plainText(step.wall.sentence),
    })),
  }));
}
