import { error } from '@sveltejs/kit';
import { namedScenes } from '#lib/content/named-scenes.ts';
import { scenePage } from '#lib/ui/words/scene-page.ts';
import { siteStart } from '#lib/ui/words/site-start.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, ...namedScenes.map(({ id }) => ({ scene: id }))];

/** What the page says before and without scripts. */
export const load: PageServerLoad = async ({ params }) => {
  return (await scenePage(params.scene, siteStart())) ?? error(404);
};
