import { browser } from '$app/environment';
import { nextTask } from '#lib/state/next-task.ts';
import type { PageLoad } from './$types';

/** The summary table is for readers without scripts: it goes into the page's markup alone. */
export const load: PageLoad = async ({ data }) => {
  if (browser) {
    // The page's code has just been read, which is enough for one task.
    await nextTask();
    return { ...data, printed: null };
  }
  const { printedSummary } = await import('#lib/ui/summary/printed-summary.ts');
  return { ...data, printed: await printedSummary(data.sceneId) };
};
