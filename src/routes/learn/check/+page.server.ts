import { lessons } from '#lib/content/lessons.ts';
import { checkQuestions } from '#lib/content/self-check.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  questions: checkQuestions,
  lessons: lessons.map(({ id, title, steps }) => ({ id, title, steps: steps.map(({ id }) => id) })),
});
