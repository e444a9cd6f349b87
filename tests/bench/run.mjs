/** Runs every measurement one after the other: two at once on two cores would measure each other. */
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS } from '../../.ci/chromium-args.mjs';
import { createSiteServer, listen } from '../../.ci/static-site.mjs';
import { measureLenses } from './measure-lenses.mjs';
import { measureLoad, measureNamed } from './measure-load.mjs';
import { measureMemory } from './measure-memory.mjs';
import { measurePaint } from './measure-paint.mjs';
import { measureRest } from './measure-rest.mjs';
import { measureTalk } from './measure-talk.mjs';
import { printRows, writeRows } from './report.mjs';

/** Budgets of a frame. */
const EMBED = { scriptKb: 90, transferKb: 150, requests: 15 };

/** What is measured on a page: address and budgets of contract §7. */
export const PAGES = [
  {
    name: 'explore',
    address: '/explore?stacks=vm-bare-metal,docker-linux,desktop-mac',
    scriptKb: 170,
  },
  {
    name: 'explore, Boot',
    address: '/explore?stacks=process,docker-linux,vm-bare-metal:xen,unikernel&lens=boot',
    scriptKb: 170,
  },
  {
    name: 'explore, Size',
    address: '/explore?stacks=vm-bare-metal,docker-linux&lens=size',
    scriptKb: 170,
  },
  ...['isolation', 'path', 'kernel', 'manage'].map((lens) => ({
    name: `explore, ${lens[0].toUpperCase()}${lens.slice(1)}`,
    address: `/explore?stacks=docker-linux,vm-bare-metal:kvm&lens=${lens}`,
    scriptKb: 170,
  })),
  { name: 'embed', address: '/embed?stacks=docker-linux,vm-bare-metal', ...EMBED },
];

/**
 * A measurement that breaks is a row that says so; the others still run.
 *
 * @param {string} name
 * @param {() => Promise<readonly import('./report.mjs').Row[]>} measure
 */
async function attempt(name, measure) {
  console.log(`measuring ${name}…`);
  try {
    return await measure();
  } catch (error) {
    process.exitCode = 1;
    const [reason] = String(error?.message ?? error).split('\n');
    return [{ what: name, value: `broke: ${reason}`, limit: '', isOver: true }];
  }
}

/** @param {{ siteDir: string, executablePath: string, write: boolean }} options */
export async function runBench({ siteDir, executablePath, write }) {
  const server = createSiteServer({ dir: siteDir });
  const port = await listen(server, 0);
  const origin = `http://127.0.0.1:${port}`;
  const launch = { executablePath, args: CHROMIUM_ARGS };
  const browser = await chromium.launch(launch);
  const rows = [];
  try {
    rows.push(...(await attempt('paint', () => measurePaint(browser))));
    for (const page of PAGES) {
      rows.push(
        ...(await attempt(`load of ${page.name}`, () => measureLoad(browser, origin, page))),
      );
      rows.push(
        ...(await attempt(`rest of ${page.name}`, () => measureRest(browser, origin, page))),
      );
    }
    rows.push(
      ...(await attempt('named embeds', () => measureNamed(browser, origin, siteDir, EMBED))),
    );
    rows.push(...(await attempt('lenses', () => measureLenses(browser, origin))));
    rows.push(...(await attempt('talk', () => measureTalk(browser, origin))));
    rows.push(...(await attempt('memory', () => measureMemory(origin, launch))));
  } finally {
    const version = browser.version();
    await browser.close();
    server.closeAllConnections();
    server.close();
    printRows(rows);
    if (write) await writeRows(rows, version);
  }
}
