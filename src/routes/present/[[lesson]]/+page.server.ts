import { error } from '@sveltejs/kit';
import { lessons } from '#lib/content/lessons.ts';
import { lessonPage } from '#lib/ui/learn/lesson-page.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Without a lesson the page shows the scene of its address. */
export const entries: EntryGenerator = () => [{}, ...lessons.map(({ id }) => ({ lesson: id }))];

export const load: PageServerLoad = async ({ params: { lesson } }) => {
  if (lesson === undefined) return { page: null };
  return { page: (await lessonPage(lesson)) ?? error(404) };
};
