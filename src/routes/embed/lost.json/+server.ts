/**
 * What the page of unknown addresses needs to speak in a frame. The build puts it into 404.html
 * (`.ci/lost-page.mjs`) and takes this file away again.
 */
import { json } from '@sveltejs/kit';
import { render } from 'svelte/server';
import LostFrame from '#lib/ui/embed/LostFrame.svelte';
import type { RequestHandler } from './$types';
import { lostFrameTest } from './lost-frame.ts';

export const prerender = true;

export const GET: RequestHandler = () => {
  const { head, body } = render(LostFrame);
  return json({ head, body, test: lostFrameTest() });
};
