/**
 * The page of unknown addresses is put together by scripts, and one file serves all of them. Who reads
 * without scripts gets its words and a way on from here; in a frame it says by itself which scenes there
 * are, and tells its host (`src/routes/embed/lost.json`).
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const APP = '<div id="app">';
const base = process.env.BASE_PATH ?? '';
const WORDS = `<noscript><main class="lost-words">
      <h1>Nothing stands here</h1>
      <p>There is no page at this address. It may be mistyped.</p>
      <p><a href="${base}/">Start page</a> · <a href="${base}/explore">Explore all stacks</a> · <a href="${base}/about">About Strata</a></p>
    </main></noscript>`;
const WORDS_STYLE = '.lost-words{display:grid;gap:10px;padding:14px 20px}';
const FONT_FILE = /@font-face\s*\{[^}]*url\([^}]*\}/g;

/** @returns {(text: string) => string} what the page's policy calls an inline script or style */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Changes the only element of a kind that has a word in it, and what the policy calls its text. */
function rewrite(page, tag, word, change) {
  const elements = page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'));
  const text = [...elements].map(([, inside]) => inside).find((inside) => inside.includes(word));
  if (text === undefined || !page.includes(hashOf(text))) {
    throw new Error(`404.html: there is no <${tag}> with "${word}" that its policy names`);
  }
  const changed = change(text);
  return page
    .replace(`<${tag}>${text}<`, () => `<${tag}>${changed}<`)
    .replaceAll(hashOf(text), hashOf(changed));
}

/** Where no script runs nobody knows whether fonts may be loaded: in a frame without an origin they may not. */
function withFontsForScripts(style) {
  const faces = style.match(FONT_FILE) ?? [];
  return `@media (scripting:enabled){${faces.join('')}}${style.replace(FONT_FILE, '')}`;
}

/**
 * @param {string} dir the built site
 * @throws {Error} when its 404.html has not the parts that this builds on
 */
export async function finishLostPage(dir) {
  const [file, frame] = ['404.html', 'embed/lost.json'].map((name) => path.join(dir, name));
  const { head, body, test } = JSON.parse(await readFile(frame, 'utf8'));
  const style = /<style[^>]*>([\s\S]*?)<\/style>/.exec(head)?.[1] ?? '';
  let page = await readFile(file, 'utf8');
  if (!page.includes(APP)) throw new Error(`${file}: there is no ${APP} in it`);
  page = rewrite(
    page,
    'style',
    '@font-face',
    (text) => withFontsForScripts(text) + style + WORDS_STYLE,
  );
  page = rewrite(page, 'script', 'kit.start(', (start) => `if(!${test}){${start}}`);
  // A frame that starts nothing would ask for them all the same.
  page = page.replace(/\s*<link href="[^"]*" rel="modulepreload">/g, '');
  const words = body.replaceAll('href="/', `href="${base}/`);
  await writeFile(
    file,
    page.replace(APP, () => `${WORDS}${words}${APP}`),
  );
  await rm(frame);
}
