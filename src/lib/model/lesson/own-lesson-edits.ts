/** What a reader does to their own lesson: each edit gives a new one. */
import type { LessonStep } from './lesson.ts';
import { OWN_LIMITS, type OwnLesson, type OwnStep, type StepRef } from './own-lesson.ts';

/** What of a step can be written. */
export type OwnWords = Partial<
  Pick<OwnStep, 'message' | 'sentence' | 'notes' | 'minutes' | 'isOut'>
>;

/** @returns how many more steps it can take */
export function roomIn({ steps }: OwnLesson): number {
  return OWN_LIMITS.steps - steps.length;
}

/** A scene comes last. */
export function withScene(
  own: OwnLesson,
  { scene, message = '', sentence = '' }: Pick<OwnStep, 'scene'> & OwnWords,
): OwnLesson {
  return added(own, [{ ...blank(null, scene), message, sentence }]);
}

/** Steps of ours come last; as many as there is room for. */
export function withStepsOf(
  own: OwnLesson,
  lesson: { readonly id: string; readonly steps: readonly Pick<LessonStep, 'id' | 'scene'>[] },
  ids: readonly string[],
): OwnLesson {
  const wanted = lesson.steps.filter(({ id }) => ids.includes(id));
  return added(
    own,
    wanted.map(({ id, scene }) => blank({ lesson: lesson.id, step: id }, scene)),
  );
}

/** Another lesson's steps come last. */
export function withLesson(own: OwnLesson, other: OwnLesson): OwnLesson {
  const joined = added(own, other.steps);
  return own.title === '' ? { ...joined, title: other.title } : joined;
}

/** @param to place in the list, 0-based; beyond its ends is at its ends */
export function withMoved(own: OwnLesson, from: number, to: number): OwnLesson {
  const moved = own.steps[from];
  const place = Math.min(own.steps.length - 1, Math.max(0, to));
  if (!moved || place === from) return own;
  const others = own.steps.filter((_, index) => index !== from);
  return { ...own, steps: [...others.slice(0, place), moved, ...others.slice(place)] };
}

export function withWords(own: OwnLesson, key: string, words: OwnWords): OwnLesson {
  const steps = own.steps.map((step) => (step.key === key ? { ...step, ...words } : step));
  return { ...own, steps };
}

export function withoutStep(own: OwnLesson, key: string): OwnLesson {
  return { ...own, steps: own.steps.filter((step) => step.key !== key) };
}

function blank(from: StepRef | null, scene: string): OwnStep {
  return {
    ...{ key: '', from, scene, message: '', sentence: '', notes: '' },
    ...{ minutes: null, isOut: false },
  };
}

/** Keys are given here: a step that was removed and came back by undo keeps its own. */
function added(own: OwnLesson, steps: readonly OwnStep[]): OwnLesson {
  const numbers = own.steps.map(({ key }) => Number(key.slice(1)));
  const first = Math.max(0, ...numbers) + 1;
  const room = steps.slice(0, Math.max(0, roomIn(own)));
  const keyed = room.map((step, index) => ({ ...step, key: `s${first + index}` }));
  return { ...own, steps: [...own.steps, ...keyed] };
}
