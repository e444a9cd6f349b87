import { figuresDocument } from '#lib/content/figures-export.ts';
import { loadFigures } from '#lib/content/figures.ts';

export const prerender = true;

/** Every figure and its sources, for programs. */
export async function GET(): Promise<Response> {
  return new Response(`${JSON.stringify(figuresDocument(await loadFigures()), null, 1)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
}
