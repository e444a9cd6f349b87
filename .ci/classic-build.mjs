/** The classic client (`.ci/classic/vite.config.ts`): built before the pages, which name its files. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runPackage } from './run-command.mjs';

const BUILT = path.join(ROOT, '.cache', 'classic');

/** @returns {Promise<number>} the exit code of Vite */
export function buildClassic() {
  const args = ['build', '-c', '.ci/classic/vite.config.ts', '--logLevel', 'warn'];
  return runPackage('vite/bin/vite.js', args);
}

/** @param {string} site folder of the built site */
export function placeClassic(site) {
  return cp(BUILT, path.join(site, 'classic'), { recursive: true });
}
