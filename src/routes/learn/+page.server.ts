import { lessonHeads } from '#lib/ui/learn/lesson-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ lessons: lessonHeads() });
