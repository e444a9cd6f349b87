import { error } from '@sveltejs/kit';
import { findNamedScene, namedScenes } from '#lib/content/named-scenes.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { baseScene } from '#lib/state/named-scenes.ts';
import { sceneWords } from '#lib/ui/words/scene-words.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => namedScenes.map(({ id }) => ({ scene: id }));

/** What the page says before and without scripts. */
export const load: PageServerLoad = async ({ params }) => {
  const named = params.scene === undefined ? undefined : findNamedScene(params.scene);
  if (params.scene !== undefined && named === undefined) error(404);
  return {
    sceneId: named?.id ?? null,
    title: named?.title ?? null,
    summary: named?.summary ?? null,
    words: await sceneWords(baseScene(named?.id, knownNames)),
  };
};
