import { lessons } from '#lib/content/lessons.ts';
import { checkQuestions } from '#lib/content/self-check.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  questions: checkQuestions,
  titles: Object.fromEntries(lessons.map(({ id, title }) => [id, title])),
});
