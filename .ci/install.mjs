/**
 * Installs the packages of the lock file when they are missing or of another version.
 * Run alone (`node .ci/install.mjs`) or imported by the other commands.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runNpm } from './run-command.mjs';

async function readLock(file) {
  try {
    return JSON.parse(await readFile(path.join(ROOT, file), 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/**
 * npm keeps a copy of what it installed in node_modules, written when it is done. Comparing it with
 * our lock file finds a missing, half-done or outdated install without a stamp of our own.
 */
async function isInstalled() {
  const [wanted, present] = await Promise.all([
    readLock('package-lock.json'),
    readLock('node_modules/.package-lock.json'),
  ]);
  if (wanted === null) throw new Error('package-lock.json is missing or cannot be read.');
  if (present === null) return false;
  return Object.entries(wanted).every(
    ([place, entry]) =>
      // Optional packages are built for one system each; most of them are not for this one.
      place === '' || entry.optional === true || present[place]?.version === entry.version,
  );
}

/** @throws Error when npm could not install. */
export async function ensureInstalled() {
  if (await isInstalled()) return;
  console.log('Installing packages (first start, or package-lock.json changed)…');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const code = await runNpm(args);
  if (code !== 0) {
    throw new Error(
      `npm ci ended with code ${code}. Is there a network? Its own words stand above.`,
    );
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    await ensureInstalled();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
