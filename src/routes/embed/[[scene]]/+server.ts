/**
 * The embed: a page that this file writes as a whole, so that it starts with one small script in place
 * of SvelteKit's router. Prerendered like every other page.
 */
import { dev } from '$app/environment';
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { namedScenes } from '#lib/content/named-scenes.ts';
import { partsOf } from '#lib/model/scene-parts.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { baseScene } from '#lib/state/named-scenes.ts';
import EmbedShell from '#lib/ui/embed/EmbedShell.svelte';
import { scenePage } from '#lib/ui/words/scene-page.ts';
import { hasCard, siteStart } from '#lib/ui/site/site-start.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';
import { classicFiles, clientFiles, type ClassicFiles, type ClientFiles } from './client-files.ts';
import { embedDocument } from './document.ts';
import { writeEmbedData } from './embed-data.ts';
import EmbedHead from './EmbedHead.svelte';

export const prerender = true;

export const entries: EntryGenerator = () => [{}, ...namedScenes.map(({ id }) => ({ scene: id }))];

const ENTRY = 'src/routes/embed/[[scene]]/wake.ts';

export const GET: RequestHandler = async ({ params }) => {
  const page = await scenePage(params.scene, siteStart(), 'embed');
  if (page === null) error(404);
  const { sceneId, words, title, summary, links } = page;
  const root = sceneId === null ? '.' : '..';
  const parts = partsOf(baseScene(params.scene, knownNames));
  const props = { sceneId, parts, words, root };
  const files = dev ? served() : await clientFiles(ENTRY, root);
  const classic = dev ? NO_CLASSIC : await classicFiles('embed');
  const seen = (file: string): string => `${root}/${file}`;
  const html = embedDocument({
    root,
    head: render(EmbedHead, { props: { title, summary, links, hasCard: hasCard(params.scene) } })
      .head,
    body: render(EmbedShell, { props }).body,
    data: writeEmbedData(props),
    start: {
      modules: [files.script, ...files.preloads].map(seen),
      classic: classic.files.map(seen),
      entry: classic.entry,
    },
    style: files.style,
    isOpen: dev,
  });
  return new Response(html, { headers: { 'Content-Type': 'text/html' } });
};

/** Under development every frame takes the modules, whose server allows it. */
const NO_CLASSIC: ClassicFiles = { files: [], entry: '' };

/** Under development the server hands out sources, styles among them. */
function served(): ClientFiles {
  return { script: ENTRY, preloads: [], style: '' };
}
