/** An own lesson as the wall, the speaker window and paper need it; and where it comes from. */
import { loadFigures } from '#lib/content/figures.ts';
import { ownLesson as words } from '#lib/content/locales/en/own-lesson.ts';
import type { DataResult } from '#lib/model/data-result.ts';
import { stepRefs } from '#lib/model/lesson/lesson-refs.ts';
import { lessonOf, type OwnLesson } from '#lib/model/lesson/own-lesson.ts';
import { OwnLessonDesk } from '#lib/state/own-lesson.svelte.ts';
import { decodeOwnLesson, MINE } from '#lib/state/own-lesson-link.ts';
import type { PresentPage } from '../present/present-page.ts';

/** @returns the lesson that an address holds, else the one that this browser keeps. Never throws. */
export function readOwnLesson(search: string): DataResult<OwnLesson> {
  const packed = new URLSearchParams(search).get(MINE);
  if (packed !== null) return decodeOwnLesson(packed);
  const desk = new OwnLessonDesk();
  desk.reload();
  return { ok: true, value: desk.lesson };
}

/**
 * @returns the lesson, and what its words refer to
 * @throws (rejects) when our lessons or figures do not arrive
 */
export async function ownPage(own: OwnLesson): Promise<PresentPage> {
  const [{ findLesson, glossary }, shelf] = await Promise.all([
    import('#lib/content/lessons.ts'),
    loadFigures(),
  ]);
  const lesson = lessonOf(own, {
    find: (ref) => findLesson(ref.lesson)?.steps.find(({ id }) => id === ref.step),
    untitled: words.untitled,
    unnamedStep: words.unnamedStep,
  });
  const refs = lesson.steps.map(stepRefs);
  const figures = listed(
    refs.flatMap((ref) => ref.figures),
    shelf.figures,
  );
  return {
    lesson,
    figures,
    sources: listed(
      figures.flatMap((figure) => figure.sources),
      shelf.sources,
    ),
    terms: listed(
      refs.flatMap((ref) => ref.terms),
      glossary,
    ),
  };
}

/** Each thing once, in the order of its first mention. */
function listed<T>(ids: readonly string[], things: ReadonlyMap<string, T>): readonly T[] {
  return [...new Set(ids)].flatMap((id) => things.get(id) ?? []);
}
