/**
 * `npm run cards`: the picture of each named scene that other sites show, painted by Strata itself in
 * Chromium, into static/cards, with the prints by which a test knows whether they are fresh. Makes only
 * those that are not, unless `--all` is given.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './run-command.mjs';
import { ensureBuilt, SITE_DIR } from './site-build.mjs';
import { createSiteServer, listen } from './static-site.mjs';

const FOLDER = path.join(ROOT, 'static', 'cards');
const PRINTS = path.join(FOLDER, 'prints.json');

/** @returns {Promise<Record<string, string>>} the print of each named scene as it is now, by id */
async function presentPrints() {
  const vite = await createServer({ server: { middlewareMode: true }, logLevel: 'error' });
  try {
    const { namedScenes } = await vite.ssrLoadModule('/src/lib/content/named-scenes.ts');
    const { cardPrint } = await vite.ssrLoadModule('/src/lib/ui/site/card-print.ts');
    const prints = {};
    for (const scene of namedScenes) prints[scene.id] = await cardPrint(scene);
    return prints;
  } finally {
    await vite.close();
  }
}

async function keptPrints() {
  try {
    return JSON.parse(await readFile(PRINTS, 'utf8'));
  } catch {
    return {};
  }
}

async function paint(ids) {
  await ensureBuilt();
  const server = createSiteServer({ dir: SITE_DIR });
  await listen(server, 0);
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) ?? undefined,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
    for (const id of ids) {
      const query = 'controls=none&theme=light&motion=reduce&links=0';
      await page.goto(`http://127.0.0.1:${server.address().port}/embed/${id}?${query}`);
      await page.waitForSelector('[data-stage][data-state="ready"]');
      // A picture cannot be pressed.
      await page.locator('button').evaluateAll((all) => {
        for (const one of all) one.style.visibility = 'hidden';
      });
      await page.screenshot({ path: path.join(FOLDER, `${id}.png`) });
      console.log(`${id}.png`);
    }
  } finally {
    await browser.close();
    server.close();
  }
}

await ensureInstalled();
await mkdir(FOLDER, { recursive: true });
const now = await presentPrints();
const kept = process.argv.includes('--all') ? {} : await keptPrints();
const files = await readdir(FOLDER);
const stale = Object.keys(now).filter((id) => kept[id] !== now[id] || !files.includes(`${id}.png`));
for (const file of files) {
  if (file.endsWith('.png') && !(path.basename(file, '.png') in now))
    await rm(path.join(FOLDER, file));
}
if (stale.length > 0) await paint(stale);
await writeFile(PRINTS, `${JSON.stringify(now, null, 2)}\n`);
console.log(`${stale.length} of ${Object.keys(now).length} cards made`);
