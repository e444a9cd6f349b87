import { error } from '@sveltejs/kit';
import { namedScenes } from '#lib/content/named-scenes.ts';
import { scenePage } from '#lib/ui/words/scene-page.ts';
import { hasCard, siteStart } from '#lib/ui/site/site-start.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, ...namedScenes.map(({ id }) => ({ scene: id }))];

/** What the page says before and without scripts. */
export const load: PageServerLoad = async ({ params }) => {
  const page = (await scenePage(params.scene, siteStart())) ?? error(404);
  return { ...page, hasCard: hasCard(params.scene) };
};
