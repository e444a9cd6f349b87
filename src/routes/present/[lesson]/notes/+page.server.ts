import { error } from '@sveltejs/kit';
import { lessons } from '#lib/content/lessons.ts';
import { presentPage } from '#lib/ui/present/present-data.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => lessons.map(({ id }) => ({ lesson: id }));

export const load: PageServerLoad = async ({ params }) => {
  return { page: (await presentPage(params.lesson)) ?? error(404) };
};
