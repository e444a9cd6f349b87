import { lessonShelf } from '#lib/ui/own-lesson/lesson-shelf.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ lessons: lessonShelf() });
