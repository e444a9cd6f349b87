/** An own lesson as the wall, the speaker window and paper need it; and where it comes from. */
import { loadFigures } from '#lib/content/figures.ts';
import { ownLesson as words } from '#lib/content/locales/en/own-lesson.ts';
import type { DataResult } from '#lib/model/data-result.ts';
import { stepRefs } from '#lib/model/lesson/lesson-refs.ts';
import { lessonOf, type OwnLesson } from '#lib/model/lesson/own-lesson.ts';
import { OwnLessonDesk } from '#lib/state/own-lesson.svelte.ts';
import { decodeOwnLesson, MINE } from '#lib/state/own-lesson-link.ts';
import type { LessonPageData } from '../learn/lesson-page.ts';
import { drawnHere } from '../present/drawn-sources.ts';
import type { PresentPage } from '../present/present-page.ts';

/** What a page of ours has of a lesson, as far as the wall and paper need it. */
export type OwnPage = PresentPage & Pick<LessonPageData, 'transcripts'>;

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
export async function ownPage(own: OwnLesson): Promise<OwnPage> {
  const [{ findLesson, glossary }, shelf] = await Promise.all([
    import('#lib/content/lessons.ts'),
    loadFigures(),
  ]);
  const lesson = lessonOf(own, {
    find: (ref) => findLesson(ref.lesson)?.steps.find(({ id }) => id === ref.step),
    untitled: words.untitled,
    unnamedStep: words.unnamedStep,
  });
  const hasRecording = lesson.steps.some(({ transcript }) => transcript !== null);
  const recorded = hasRecording ? await import('#lib/content/transcripts.ts') : null;
  const refs = lesson.steps.map(stepRefs);
  const figures = listed(
    refs.flatMap((ref) => ref.figures),
    shelf.figures,
  );
  const drawn = await drawnHere(lesson);
  return {
    ...{ lesson, figures, drawn },
    sources: listed([...figures.flatMap((figure) => figure.sources), ...drawn], shelf.sources),
    terms: listed(
      refs.flatMap((ref) => ref.terms),
      glossary,
    ),
    transcripts: recorded?.transcriptsOf(lesson) ?? {},
  };
}

/** Each thing once, in the order of its first mention. */
function listed<T>(ids: readonly string[], things: ReadonlyMap<string, T>): readonly T[] {
  return [...new Set(ids)].flatMap((id) => things.get(id) ?? []);
}
