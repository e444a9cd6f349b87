/** What a host that asks for oEmbed gets: one answer for each named scene. */
import { error, json } from '@sveltejs/kit';
import { findNamedScene, namedScenes } from '#lib/content/named-scenes.ts';
import { oEmbedOf } from '#lib/ui/site/scene-links.ts';
import { siteStart } from '#lib/ui/site/site-start.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => namedScenes.map(({ id }) => ({ scene: id }));

export const GET: RequestHandler = ({ params }) => {
  const scene = findNamedScene(params.scene);
  if (scene === undefined) error(404);
  return json(oEmbedOf(scene, siteStart()));
};
