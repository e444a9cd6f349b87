/**
 * `npm run handouts`: writes every lesson as a PDF to handouts/, on A4 and Letter, with and without notes
 * for who teaches. Builds first when something changed. `-- <lesson>…` writes those alone.
 */
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './run-command.mjs';
import { ensureBuilt, SITE_DIR } from './site-build.mjs';

const FOLDER = path.join(ROOT, 'handouts');
const LESSONS = path.join(ROOT, 'src/lib/content/lessons');
const KINDS = [
  { paper: 'a4', notes: '' },
  { paper: 'a4', notes: 'notes' },
  { paper: 'letter', notes: '' },
  { paper: 'letter', notes: 'notes' },
];

async function lessonIds() {
  const entries = await readdir(LESSONS, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** @returns the lessons named on the command line, or all. @throws Error for one that does not exist */
async function wantedLessons(asked) {
  const all = await lessonIds();
  const unknown = asked.filter((id) => !all.includes(id));
  if (unknown.length === 0) return asked.length === 0 ? all : asked;
  throw new Error(`There is no lesson "${unknown.join('", "')}". There are: ${all.join(', ')}.`);
}

async function writeHandout(page, origin, lesson, { paper, notes }) {
  const query = `print=1&paper=${paper}${notes === '' ? '' : '&notes=1'}`;
  await page.goto(`${origin}/present/${lesson}?${query}`);
  await page.locator('[data-handout="ready"]').waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode()));
  });
  const name = [lesson, paper, notes].filter((part) => part !== '').join('-');
  const file = path.join(FOLDER, `${name}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true, tagged: true, outline: true });
  console.log(path.relative(ROOT, file));
}

async function run() {
  const lessons = await wantedLessons(process.argv.slice(2));
  await ensureInstalled();
  await ensureBuilt();
  const executablePath = await ensureBrowser();
  const { chromium } = await import('@playwright/test');
  const { createSiteServer, listen } = await import('./static-site.mjs');
  const server = createSiteServer({ dir: SITE_DIR, base: process.env.BASE_PATH ?? '' });
  const port = await listen(server, 0);
  const origin = `http://127.0.0.1:${port}${process.env.BASE_PATH ?? ''}`;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await mkdir(FOLDER, { recursive: true });
    const page = await browser.newPage({ serviceWorkers: 'block' });
    for (const lesson of lessons) {
      for (const kind of KINDS) await writeHandout(page, origin, lesson, kind);
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

run().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
