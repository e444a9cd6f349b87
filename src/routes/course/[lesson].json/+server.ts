/** A lesson as data, for whoever saves it as a file: the same that its page is made of. */
import { error, json } from '@sveltejs/kit';
import { lessons } from '#lib/content/lessons.ts';
import { lessonPage } from '#lib/ui/learn/lesson-page.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => lessons.map(({ id }) => ({ lesson: id }));

export const GET: RequestHandler = async ({ params }) => {
  return json((await lessonPage(params.lesson)) ?? error(404));
};
