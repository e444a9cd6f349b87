/** What the pages of a talk say beyond its lesson's, made when the site is built. */
import { loadFigures } from '#lib/content/figures.ts';
import type { Lesson } from '#lib/model/lesson/lesson.ts';
import { EvidenceShelf } from '#lib/state/evidence.svelte.ts';
import { lessonPage, sceneOf, type LessonPageData } from '../learn/lesson-page.ts';
import { scenePicture } from '../words/scene-words.ts';
import { picturesOf, sourcesIn, USUAL } from './drawn-sources.ts';
import type { PresentPage } from './present-page.ts';

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
async function drawnSources(lesson: Pick<Lesson, 'steps'>): Promise<readonly string[]> {
  const evidence = new EvidenceShelf();
  await evidence.load('starts');
  const pictures = await Promise.all(
    picturesOf(lesson).map((query) => scenePicture(sceneOf(query), 'projector', USUAL)),
  );
  const ids = pictures.flatMap(({ picture }) => sourcesIn(picture, evidence.studies));
  return [...new Set(ids)];
}
