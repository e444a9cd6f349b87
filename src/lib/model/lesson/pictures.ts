/** Which picture a step shows before and after its answer, as query strings without `?`. */
import type { LayerPath } from '../stack.ts';
import type { LessonStep } from './lesson.ts';

/** Parts of a query that tell of a break-in and its time. */
const BREAK_IN = /^(?:lens|t|step|play|isolation\..*)=/;

/** @returns whether a scene tells of a break-in */
export function hasBreakIn(query: string): boolean {
  return query.split('&').includes('lens=isolation');
}

/** @returns the picture while it is asked; of a break-in to be marked, the stacks as they stand */
export function sceneBefore({ scene, question }: LessonStep): string {
  if (question?.kind !== 'reach') return scene;
  return scene
    .split('&')
    .filter((part) => !BREAK_IN.test(part))
    .join('&');
}

/** @returns the picture once the step is answered, or what follows is opened; null: it stays */
export function sceneAfter({ scene, after, question }: LessonStep): string | null {
  return after ?? (question?.kind === 'reach' ? scene : null);
}

/** @returns the layers to look at once the step is answered: those asked for, else those of a picture that stays */
export function emphasisAfter(step: LessonStep): readonly LayerPath[] {
  if (step.lookAfter !== null) return step.lookAfter;
  const asked = layerAsked(step);
  if (asked !== null) return [asked];
  return sceneAfter(step) === null ? step.emphasis : [];
}

/** @returns every picture of a step and its reveals, each once */
export function scenesOf(step: LessonStep): readonly string[] {
  const shown = [sceneBefore(step), sceneAfter(step), ...step.shows.map(({ scene }) => scene)];
  return [...new Set(shown.filter((query) => query !== null))];
}

/** @returns the layer that the picture lacks until its place is told; null: none */
export function layerAsked({ question }: LessonStep): LayerPath | null {
  return question?.kind === 'place' ? question.layer : null;
}
