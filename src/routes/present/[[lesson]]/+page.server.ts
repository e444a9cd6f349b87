import { error } from '@sveltejs/kit';
import { lessons } from '#lib/content/lessons.ts';
import { presentPage } from '#lib/ui/present/present-data.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Without a lesson the page shows the scene of its address. */
export const entries: EntryGenerator = () => [{}, ...lessons.map(({ id }) => ({ lesson: id }))];

export const load: PageServerLoad = async ({ params: { lesson } }) => {
  if (lesson === undefined) return { page: null };
  return { page: (await presentPage(lesson)) ?? error(404) };
};
