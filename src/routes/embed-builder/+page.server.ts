import type { PageServerLoad } from './$types';

/** Where the site was told that it will stand. */
export const load: PageServerLoad = () => ({ origin: process.env.ORIGIN || null });
