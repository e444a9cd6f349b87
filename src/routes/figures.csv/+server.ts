import { figuresCsv } from '#lib/content/figures-export.ts';
import { loadFigures } from '#lib/content/figures.ts';

export const prerender = true;

/** Every figure as one line of a table. */
export async function GET(): Promise<Response> {
  return new Response(figuresCsv(await loadFigures()), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}
