import { error } from '@sveltejs/kit';
import { lessons } from '#lib/content/lessons.ts';
import { lessonPage } from '#lib/ui/learn/lesson-page.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => lessons.map(({ id }) => ({ lesson: id }));

export const load: PageServerLoad = async ({ params }) => {
  return { page: (await lessonPage(params.lesson)) ?? error(404) };
};
