/**
 * `npm run bench`: measures the budgets of docs/performance.md on the production build and prints them.
 * `npm run bench -- --write` puts the table into that file. A value over its limit is printed as OVER
 * and does not change the exit code: speed is judged by reading, on a machine one knows.
 */
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureBuilt, SITE_DIR } from './site-build.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const executablePath = await ensureBrowser();
  const { runBench } = await import('../tests/bench/run.mjs');
  await runBench({ siteDir: SITE_DIR, executablePath, write: process.argv.includes('--write') });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
