/**
 * The embed's own client, as modules and as classic scripts (`.ci/classic/vite.config.ts`): built before
 * the pages, which name its files.
 */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ENTRIES } from './classic/entries.mjs';
import { ROOT, runPackage } from './run-command.mjs';

/** Modes of the config, and where in the site their files go. */
const FORMS = {
  modules: '_app/immutable/embed',
  frame: 'classic',
  ...(Object.keys(ENTRIES).length > 1 ? { courses: 'classic' } : {}),
};
const MANIFEST = 'manifest.json';

function builtIn(mode) {
  return path.join(ROOT, '.cache', 'client', mode);
}

/** @returns {Promise<number>} 0, or an exit code of Vite */
export async function buildClassic() {
  const args = ['build', '-c', '.ci/classic/vite.config.ts', '--logLevel', 'warn', '--mode'];
  const codes = await Promise.all(
    Object.keys(FORMS).map((mode) =>
      runPackage('vite/bin/vite.js', [...args, mode], { env: { NODE_ENV: 'production' } }),
    ),
  );
  return codes.find((code) => code !== 0) ?? 0;
}

/** @param {string} site folder of the built site */
export async function placeClassic(site) {
  for (const [mode, folder] of Object.entries(FORMS)) {
    for (const file of await readdir(builtIn(mode))) {
      // Vite's own list is for the pages, which are written by now.
      if (file === '.vite' || file === MANIFEST) continue;
      await cp(path.join(builtIn(mode), file), path.join(site, folder, file));
    }
  }
  const classic = Object.keys(FORMS).filter((mode) => FORMS[mode] === FORMS.frame);
  const lists = await Promise.all(
    classic.map(async (mode) =>
      JSON.parse(await readFile(path.join(builtIn(mode), MANIFEST), 'utf8')),
    ),
  );
  const whole = {
    ...lists[0],
    entries: Object.assign({}, ...lists.map(({ entries }) => entries)),
    chunks: Object.assign({}, ...lists.map(({ chunks }) => chunks)),
  };
  await writeFile(path.join(site, FORMS.frame, MANIFEST), JSON.stringify(whole));
}
