import { loadFigures } from '#lib/content/figures.ts';
import type { PageServerLoad } from './$types';

/** The figures come with the page: it is a table before any script runs. */
export const load: PageServerLoad = async () => {
  const { figures, sources } = await loadFigures();
  return { figures: [...figures.values()], sources: [...sources.values()] };
};
