/** Builds the static site, and knows whether the one in build/ is still of the present sources. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildClassic, placeClassic } from './classic-build.mjs';
import { finishLostPage } from './lost-page.mjs';
import { ROOT, runPackage } from './run-command.mjs';
import { buildSdk } from './sdk.mjs';

/** Where the site lies after a build. */
export const SITE_DIR = path.join(ROOT, 'build');

const STAMP = path.join(ROOT, '.cache', 'build-stamp');
const SOURCES = [
  '.ci',
  'src',
  'static',
  '.ci/classic',
  '.ci/vite',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
/** A development server in the same process has set it otherwise (`npm run cards`). */
const BUILDING = { NODE_ENV: 'production' };
/** Environment that ends up in the pages. */
const SETTINGS = ['BASE_PATH', 'ORIGIN'];

async function listFiles(name) {
  const full = path.join(ROOT, name);
  if (!existsSync(full)) return [];
  if (path.extname(name) !== '') return [name];
  const entries = await readdir(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Hash over the content of everything that a build depends on. */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const name of SETTINGS) hash.update(`${name}=${process.env[name] ?? ''}\0`);
  for (const source of SOURCES) {
    for (const file of await listFiles(source)) {
      hash.update(`${file}\0`).update(await readFile(path.join(ROOT, file)));
    }
  }
  return hash.digest('hex');
}

async function readStamp() {
  try {
    return await readFile(STAMP, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Builds the site into build/.
 *
 * @returns {Promise<number>} the exit code of Vite
 */
export async function buildSite() {
  // Taken before the build: a file saved while it runs makes the next start build again.
  const print = await fingerprint();
  await rm(STAMP, { force: true });
  const code =
    // The compiler reads a file that Kit writes; in a fresh clone nothing else has made it yet.
    (await runPackage('@sveltejs/kit/svelte-kit.js', ['sync'])) ||
    (await buildClassic()) ||
    (await runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { env: BUILDING }));
  if (code !== 0) return code;
  await placeClassic(SITE_DIR);
  await finishLostPage(SITE_DIR);
  await buildSdk(path.join(SITE_DIR, 'sdk'));
  await mkdir(path.dirname(STAMP), { recursive: true });
  await writeFile(STAMP, print);
  return 0;
}

/** Builds the site unless build/ already holds exactly it. @throws Error when the build fails. */
export async function ensureBuilt() {
  const isThere = existsSync(path.join(SITE_DIR, 'index.html'));
  if (isThere && (await readStamp()) === (await fingerprint())) return;
  console.log('Building the site…');
  if ((await buildSite()) !== 0) throw new Error('The build failed; its own words stand above.');
}
