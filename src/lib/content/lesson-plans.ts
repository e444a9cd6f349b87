/** The plan of each lesson: `plan.en.json` in its folder. Read when the site is built. */
import { valueOf, type DataResult } from '../model/data-result.ts';
import type { LessonPlan } from '../model/lesson/plan.ts';

const files = import.meta.glob<DataResult<LessonPlan>>('./lessons/*/plan.en.json', {
  eager: true,
  query: '?plan',
  import: 'default',
});

/**
 * By id of the lesson.
 * @throws {Error} while loading, when a plan has a mistake: names file and part
 */
export const lessonPlans: ReadonlyMap<string, LessonPlan> = new Map(
  Object.entries(files).map(([path, read]) => [path.split('/').at(-2) ?? '', valueOf(path, read)]),
);
