/** What the pages of a talk say beyond its lesson's, made when the site is built. */
import { loadFigures } from '#lib/content/figures.ts';
import { beatsOf } from '#lib/model/lesson/beats.ts';
import type { Lesson } from '#lib/model/lesson/lesson.ts';
import { EvidenceShelf } from '#lib/state/evidence.svelte.ts';
import { lessonPage, sceneOf, type LessonPageData } from '../learn/lesson-page.ts';
import { scenePicture } from '../words/scene-words.ts';
import type { PresentPage } from './present-page.ts';

/** A usual wall: which numbers are drawn does not depend on its size. */
const USUAL = { widthPx: 1920, heightPx: 734 };

/**
 * @returns the page of a talk; null when there is no such lesson
 * @throws {Error} when the lesson refers to what does not exist
 */
export async function presentPage(id: string): Promise<(LessonPageData & PresentPage) | null> {
  const page = await lessonPage(id);
  if (page === null) return null;
  const drawn = await drawnSources(page.lesson);
  const shelf = await loadFigures();
  const named = new Set(page.sources.map((source) => source.id));
  const others = drawn.filter((one) => !named.has(one));
  return {
    ...page,
    drawn,
    sources: [...page.sources, ...others.flatMap((one) => shelf.sources.get(one) ?? [])],
  };
}

/** @returns ids of the sources of the numbers that a lesson's pictures show, each once */
async function drawnSources({ steps }: Pick<Lesson, 'steps'>): Promise<readonly string[]> {
  const evidence = new EvidenceShelf();
  await evidence.load('all');
  const queries = steps.flatMap((step) => beatsOf(step).map(({ scene }) => scene));
  const pictures = await Promise.all(
    [...new Set(queries)].map((query) => scenePicture(sceneOf(query), 'projector', USUAL)),
  );
  const ids = pictures.flatMap(({ picture: { sources = [], rest } }) => {
    const texts = rest.items.flatMap((item) => (item.t === 'text' ? [item.text] : []));
    // A race of several studies names them beside its bars.
    const studies = evidence.studies.filter(({ short }) =>
      texts.some((text) => text.includes(short)),
    );
    return [...sources, ...studies.map(({ source }) => source)];
  });
  return [...new Set(ids)];
}
