/** The stages of `npm test` and `npm run check`: what each one runs, and how its result is counted. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ROOT, runPackage } from './run-command.mjs';
import { buildSite } from './site-build.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, needs?: string, run: () => Promise<Counts> }} Stage
 *   `needs` names a stage without whose success this one makes no sense
 */

const REPORTS = path.join(ROOT, '.cache', 'reports');

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** Counts of a stage that either holds or does not. */
const wholeStage = (isFine) => ({ passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0 });

let synced;
/** Lint and types read what SvelteKit writes; a fresh clone has none of it yet. */
const syncKit = () => (synced ??= runPackage('@sveltejs/kit/svelte-kit.js', ['sync']));

/** Runs one package after the other and stops at the first that fails. */
async function runAll(steps) {
  for (const [entry, ...args] of steps) {
    if ((await runPackage(entry, args)) !== 0) return wholeStage(false);
  }
  return wholeStage(true);
}

/** A runner that fails without one failed test (a file that does not load) counts as one failure. */
function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function freshReport(name) {
  await mkdir(REPORTS, { recursive: true });
  const file = path.join(REPORTS, name);
  await rm(file, { force: true });
  return file;
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

async function runUnit() {
  const file = await freshReport('unit.json');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runPackage('vitest/vitest.mjs', args);
  const report = await readReport(file);
  return withExitCode(
    {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    },
    report === null ? 1 : code,
  );
}

async function runEndToEnd() {
  const file = await freshReport('e2e.json');
  const browser = await ensureBrowser();
  console.log(`Browser: ${browser}`);
  const env = { CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await runPackage('playwright/cli.js', ['test', '--reporter=list,json'], { env });
  const stats = (await readReport(file))?.stats;
  return withExitCode(
    {
      passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
      failed: stats?.unexpected ?? 0,
      skipped: stats?.skipped ?? 0,
    },
    stats === undefined ? 1 : code,
  );
}

/** @type {readonly Stage[]} */
export const STATIC_STAGES = [
  {
    name: 'format',
    run: () => runAll([['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']]),
  },
  {
    name: 'lint',
    run: async () => {
      if ((await syncKit()) !== 0) return wholeStage(false);
      return runAll([
        ['eslint/bin/eslint.js', '--max-warnings', '0', '.'],
        // Files, exports and packages that nothing uses, and imports of packages that are not listed.
        ['knip/bin/knip.js', '--include', 'files,exports,dependencies,unlisted,unresolved'],
      ]);
    },
  },
  {
    name: 'types',
    run: async () => {
      if ((await syncKit()) !== 0) return wholeStage(false);
      return runAll([
        ['svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
        ['typescript/bin/tsc', '-p', 'src/lib/tsconfig.pure.json'],
      ]);
    },
  },
];

/** @type {readonly Stage[]} */
export const TEST_STAGES = [
  { name: 'unit', run: runUnit },
  { name: 'build', run: async () => wholeStage((await buildSite()) === 0) },
  { name: 'end-to-end', needs: 'build', run: runEndToEnd },
];

async function runStage(stage, failedNames) {
  if (stage.needs !== undefined && failedNames.has(stage.needs)) {
    console.log(`\n── ${stage.name}: not run, because ${stage.needs} failed`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  console.log(`\n── ${stage.name}`);
  const startedMs = performance.now();
  const counts = await stage.run().catch((error) => {
    console.error(error.message);
    return wholeStage(false);
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`── ${stage.name}: ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return counts;
}

/** The sums of two. @param {Counts} one @param {Counts} other @returns {Counts} */
export const added = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/**
 * Runs stages side by side: for such as use one core each and need nothing of each other.
 *
 * @param {readonly Stage[]} stages
 * @returns {Promise<Counts>} the sums
 */
export async function runBeside(stages) {
  const counts = await Promise.all(stages.map((stage) => runStage(stage, new Set())));
  return counts.reduce(added, NOTHING);
}

/**
 * Runs stages in order; one that fails does not stop the others unless they need it.
 *
 * @param {readonly Stage[]} stages
 * @returns {Promise<Counts>} the sums
 */
export async function runStages(stages) {
  let sum = NOTHING;
  const failedNames = new Set();
  for (const stage of stages) {
    const counts = await runStage(stage, failedNames);
    if (counts.failed > 0) failedNames.add(stage.name);
    sum = added(sum, counts);
  }
  return sum;
}

/** Prints the last line and sets the exit code. @param {Counts} sum */
export function finish(sum) {
  process.exitCode = sum.failed > 0 ? 1 : 0;
  console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
}
