/** What a page costs until its picture is there: bytes, requests, time, shifts, long tasks. */
import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { askBare, idle, installProbes, waitReady } from './page-probes.mjs';
import { median, row } from './report.mjs';

const RUNS = 5;
/** Long enough for what is loaded when nothing else is to be done. */
const SETTLE_MS = 3000;
const PATIENCE_MS = 30_000;
const KB = 1000;
const BLANK = '<!doctype html><html lang="en"><title>Blank</title><p>Blank</p></html>';

/** What a static host sends: text compressed, fonts and pictures as they are. */
function sentBytes(body, contentType) {
  return /html|css|script|json|svg/.test(contentType) ? gzipSync(body).length : body.length;
}

async function withPage(browser, use) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Every response of one load: whether it was asked for before `ready`, its kind, its size. */
async function measureTransfer(browser, url) {
  return withPage(browser, async (page) => {
    const responses = [];
    page.on('response', (response) => responses.push(response));
    await page.addInitScript(installProbes);
    await page.goto(url);
    await waitReady(page);
    await idle(page, SETTLE_MS);
    // By the page's own clock: what this process hears of `ready` comes too late.
    const readyAtMs = await page.evaluate(
      () => performance.timeOrigin + globalThis.strataSeen.readyMs,
    );
    return Promise.all(
      responses
        .filter((response) => !response.url().startsWith('data:'))
        .map(async (response) => ({
          isEarly: response.request().timing().startTime <= readyAtMs,
          isScript: response.request().resourceType() === 'script',
          bytes: sentBytes(await response.body(), response.headers()['content-type'] ?? ''),
        })),
    );
  });
}

/** Every response of one load in a frame on a page of another origin: there it talks, too. */
async function measureFramed(browser, url) {
  return withPage(browser, async (page) => {
    const responses = [];
    page.on('response', (response) => responses.push(response));
    await page.setContent(`<iframe src="${url}" width="720" height="420"></iframe>`);
    await page
      .frameLocator('iframe')
      .locator('[data-stage][data-state="ready"]')
      .waitFor({ timeout: 30_000 });
    await idle(page, SETTLE_MS);
    return Promise.all(
      responses.map(async (response) => ({
        bytes: sentBytes(await response.body(), response.headers()['content-type'] ?? ''),
      })),
    );
  });
}

async function measureOnce(browser, url) {
  return withPage(browser, async (page) => {
    await page.addInitScript(installProbes);
    await page.goto(url);
    const late = sleep(PATIENCE_MS, 'late', { ref: false });
    if ((await Promise.race([askBare(page, 'strataReady'), late])) === 'late') {
      throw new Error(`${url} does not get ready`);
    }
    await sleep(SETTLE_MS);
    return askBare(
      page,
      `({ ...strataSeen, loadMs: performance.getEntriesByType('navigation')[0].loadEventEnd })`,
    );
  });
}

/** Navigation to first painted frame of an empty page of the same host: what the machine itself takes. */
async function measureBlank(browser, origin) {
  return withPage(browser, async (page) => {
    await page.route('**/blank', (route) =>
      route.fulfill({ contentType: 'text/html', body: BLANK }),
    );
    await page.goto(`${origin}/blank`);
    return page.evaluate(
      () => performance.getEntriesByType('paint')[0]?.startTime ?? performance.now(),
    );
  });
}

async function repeat(times, measure) {
  const results = [];
  for (let run = 0; run < times; run += 1) results.push(await measure());
  return results;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** Longest task that began after a moment, ms; 0 when none was long. */
function longestTask({ longTasks }, fromMs) {
  const after = longTasks.filter((task) => task.startMs > fromMs);
  return Math.max(0, ...after.map((task) => task.durationMs));
}

const kb = (items) => sum(items.map(({ bytes }) => bytes)) / KB;

/**
 * The heaviest of all frames that have a name.
 *
 * @param {string} siteDir folder of the built site
 * @returns {Promise<readonly import('./report.mjs').Row[]>}
 */
export async function measureNamed(browser, origin, siteDir, { scriptKb, transferKb, requests }) {
  const pages = await readdir(path.join(siteDir, 'embed'));
  const loads = [];
  for (const page of pages.filter((file) => file.endsWith('.html'))) {
    const name = page.replace(/\.html$/, '');
    const files = await measureTransfer(browser, `${origin}/embed/${name}`);
    const scripts = files.filter(({ isScript, isEarly }) => isScript && isEarly);
    const framed = await measureFramed(browser, `${origin}/embed/${name}`);
    loads.push({ name, script: kb(scripts), all: kb(framed), requests: framed.length });
  }
  const most = (key, what, options) => {
    const heaviest = loads.toSorted((a, b) => b[key] - a[key])[0];
    return row(`${loads.length} named embeds: ${what} (${heaviest.name})`, heaviest[key], options);
  };
  return [
    most('script', 'most JavaScript to ready, gzip', { limit: scriptKb, unit: 'kB', digits: 1 }),
    most('all', 'most transferred, in another page', { limit: transferKb, unit: 'kB', digits: 1 }),
    most('requests', 'most requests, in another page', { limit: requests }),
  ];
}

/** @returns {Promise<readonly import('./report.mjs').Row[]>} */
export async function measureLoad(
  browser,
  origin,
  { name, address, scriptKb, transferKb, requests },
) {
  const url = origin + address;
  const files = await measureTransfer(browser, url);
  const scripts = files.filter(({ isScript, isEarly }) => isScript && isEarly);
  const runs = await repeat(RUNS, () => measureOnce(browser, url));
  const blankMs = median(await repeat(RUNS, () => measureBlank(browser, origin)));
  const readyMs = median(runs.map((run) => run.readyMs));
  const longestAfter = (moment) => median(runs.map((run) => longestTask(run, run[moment])));
  return [
    row(`${name}: JavaScript to ready, gzip`, kb(scripts), {
      limit: scriptKb,
      unit: 'kB',
      digits: 1,
    }),
    row(`${name}: everything transferred`, kb(files), { limit: transferKb, unit: 'kB', digits: 1 }),
    row(`${name}: requests`, files.length, { limit: requests }),
    row(`${name}: navigation to ready`, readyMs, { unit: 'ms' }),
    row(`${name}: the same ÷ an empty page's first paint`, readyMs / blankMs, {
      unit: '×',
      digits: 1,
    }),
    row(`${name}: layout shift`, Math.max(...runs.map((run) => run.shift)), {
      limit: 0.02,
      digits: 3,
    }),
    row(`${name}: longest task after load`, longestAfter('loadMs'), { limit: 50, unit: 'ms' }),
    row(`${name}: longest task after ready`, longestAfter('readyMs'), { limit: 50, unit: 'ms' }),
  ];
}
