/** What a page brings to a talk: its slides, and what their words refer to. */
import type { Lesson, LessonStep } from '#lib/model/lesson/lesson.ts';
import { slidesOf, type Slide } from '#lib/model/lesson/slides.ts';
import { shelvesOf, type Explainer } from '../learn/explain.ts';
import type { PresentPage } from './present-page.ts';

const NOTHING = { figures: [], sources: [], terms: [] };

/** Nothing opens on the wall: figures and terms stand as they are. */
export function wallExplainer(page: PresentPage | null): Explainer {
  return { ...shelvesOf(page ?? NOTHING), open: () => undefined, anchor: null };
}

/** @returns a lesson of one step: the picture of a query, with the words that it has of itself */
export function sceneLesson(query: string): Lesson {
  const step: LessonStep = {
    ...{ id: 'scene', title: '', minutes: 0, scene: query, after: null },
    lookAfter: null,
    ...{ emphasis: [], lenses: [], wall: { message: [], sentence: [] }, shows: [] },
    ...{ transcript: null, body: [], question: null, reveal: [], notes: [] },
  };
  return { id: 'scene', order: 0, title: '', summary: '', steps: [step] };
}

/** @returns the slides of a page, or of a scene */
export function slidesFor(page: PresentPage | null, lesson: Lesson): readonly Slide[] {
  return slidesOf(lesson, shelvesOf(page ?? NOTHING).figures, page?.drawn);
}
