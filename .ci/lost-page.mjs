/**
 * The page of unknown addresses is put together by scripts, and one file serves all of them: who reads
 * without scripts gets its words and a way on from here.
 */
import { readFile, writeFile } from 'node:fs/promises';

const START = '<div id="app">';
const base = process.env.BASE_PATH ?? '';
const WORDS = `<noscript>
      <h1>Nothing stands here</h1>
      <p>There is no page at this address. It may be mistyped.</p>
      <p><a href="${base}/">Start page</a> · <a href="${base}/explore">Explore all stacks</a> · <a href="${base}/about">About Strata</a></p>
    </noscript>`;

/**
 * @param {string} file the page, as SvelteKit wrote it
 * @throws {Error} when the page has no place for the words
 */
export async function giveLostPageWords(file) {
  const page = await readFile(file, 'utf8');
  if (!page.includes(START)) throw new Error(`${file}: there is no ${START} in it`);
  await writeFile(file, page.replace(START, `${WORDS}${START}`));
}
