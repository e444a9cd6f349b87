import { browser } from '$app/environment';
import type { PageLoad } from './$types';

/** The summary table is for readers without scripts: it goes into the page's markup alone. */
export const load: PageLoad = async ({ data }) => {
  if (browser) return { ...data, printed: null };
  const { printedSummary } = await import('#lib/ui/summary/printed-summary.ts');
  return { ...data, printed: await printedSummary(data.sceneId) };
};
