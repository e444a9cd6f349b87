/**
 * Every lesson, and the words that lessons explain. A lesson is a folder in `lessons/`: `lesson.json` with
 * its steps, and its words in one Markdown file per language. Read when the site is built.
 */
import { valueOf } from '../model/data-result.ts';
import type { DataResult } from '../model/data-result.ts';
import type { GlossaryTerm, Lesson } from '../model/lesson/lesson.ts';

const files = import.meta.glob<DataResult<Lesson>>('./lessons/*/en.md', {
  eager: true,
  query: '?lesson',
  import: 'default',
});
const glossaryFiles = import.meta.glob<DataResult<readonly GlossaryTerm[]>>('./glossary/en.json', {
  eager: true,
  query: '?glossary',
  import: 'default',
});

/**
 * Every lesson, in the order in which lists show them.
 * @throws {Error} while loading, when a lesson has a mistake: names file, step and line
 */
export const lessons: readonly Lesson[] = Object.entries(files)
  .map(([path, read]) => valueOf(path.replace(/[^/]*$/, ''), read))
  .sort((a, b) => a.order - b.order);

/** Words that lessons explain in place, by id. */
export const glossary: ReadonlyMap<string, GlossaryTerm> = new Map(
  Object.entries(glossaryFiles)
    .flatMap(([path, read]) => valueOf(path, read))
    .map((term) => [term.id, term]),
);

/** @returns the lesson of that id, or undefined */
export function findLesson(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
