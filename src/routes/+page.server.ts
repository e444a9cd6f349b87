import { homeData } from '#lib/ui/home/home-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => homeData();
