import { lessonCards } from '#lib/ui/learn/lesson-cards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ lessons: await lessonCards() });
