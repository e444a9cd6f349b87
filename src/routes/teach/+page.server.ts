import { teachLessons } from '#lib/ui/teach/teach-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ lessons: await teachLessons() });
