/**
 * JavaScript heap before and after some 200 changes of lens, of stacks and of a switch, garbage collected both
 * times.
 *
 * In a browser of its own whose V8 only interprets: machine code that it compiles for what runs often
 * lies in the same heap, grows by more than a tenth over the first hundreds of changes, and would hide
 * what the page itself keeps. The changes are made inside the page, because the scripts with which
 * Playwright finds a button live in the same heap too.
 */
import { chromium } from '@playwright/test';
import { idle, waitReady } from './page-probes.mjs';
import { row } from './report.mjs';

const INTERPRETED = '--js-flags=--no-opt --no-maglev --no-sparkplug';
const ADDRESS = '/explore?stacks=docker-linux,vm-bare-metal&motion=reduce';
const KINDS = [
  { kind: 'lens', what: 'of lens' },
  { kind: 'stack', what: 'of stacks' },
  { kind: 'switch', what: 'of a switch' },
];
/** Whole rounds of the seven lenses: the heap is compared with the same lens in view. */
const CHANGES = 203;
const WARM_UP = 21;
const MB = 1_000_000;
const LIMIT_PERCENT = 5;
const SETTLE_MS = 3000;

async function heapBytes(session) {
  // More than once: finalizers of one round free what the next collects.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Runs in the page: changes as a reader makes them, by the page's own buttons. */
async function makeChanges({ kind, count }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const all = (selector) => [...document.querySelectorAll(selector)];
  /** Waits for an element that may have to be loaded first. */
  const find = async (selector, isIt) => {
    for (;;) {
      const found = all(selector).find(isIt);
      if (found) return found;
      await frame();
    }
  };
  const gone = async (selector) => {
    while (document.querySelector(selector)) await frame();
  };
  const shown = () => document.querySelector('main').textContent;
  /** What was asked for is there, and painted. */
  const done = async (before) => {
    const endMs = performance.now() + 30_000;
    while (shown() === before) {
      if (performance.now() > endMs) throw new Error(`a change of ${kind} changed nothing`);
      await frame();
    }
    do await frame();
    while (document.querySelector('[data-stage]').dataset.state !== 'ready');
  };
  const changes = {
    async lens() {
      // Round through all of them.
      const buttons = all('nav[aria-label="Lens"] button');
      const at = buttons.findIndex((one) => one.ariaCurrent);
      buttons[(at + 1) % buttons.length].click();
    },
    async switch() {
      (await find('[role="switch"]', (one) => one.textContent.includes('Namespaces'))).click();
    },
    // The first stack to the other side, by the menu of its title.
    async stack() {
      (await find('[data-stack-title^="docker-linux"]', () => true)).click();
      const moves = (one) =>
        /left|right/i.test(one.textContent) && !one.hasAttribute('data-disabled');
      (await find('[role="menuitem"]', moves)).click();
      await gone('[role="menuitem"]');
    },
  };
  for (let index = 0; index < count; index += 1) {
    const before = shown();
    await changes[kind]();
    await done(before);
  }
}

async function measureKind(browser, origin, { kind, what }) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    const session = await page.context().newCDPSession(page);
    await page.goto(origin + ADDRESS);
    await waitReady(page);
    // What is loaded when there is time for it comes before the warm-up, so that it is run there.
    await idle(page, SETTLE_MS);
    await page.evaluate(makeChanges, { kind, count: WARM_UP });
    await idle(page, SETTLE_MS);
    const before = await heapBytes(session);
    await page.evaluate(makeChanges, { kind, count: CHANGES });
    await idle(page, SETTLE_MS);
    const after = await heapBytes(session);
    return [
      row(`memory: JavaScript heap before changes ${what}`, before / MB, {
        unit: 'MB',
        digits: 2,
      }),
      row(`memory: growth after ${CHANGES} changes ${what}`, ((after - before) / before) * 100, {
        limit: LIMIT_PERCENT,
        unit: '%',
        digits: 1,
      }),
    ];
  } finally {
    await page.close();
  }
}

/**
 * @param {string} origin
 * @param {import('@playwright/test').LaunchOptions} launch how the other measurements' browser was started
 * @returns {Promise<readonly import('./report.mjs').Row[]>}
 */
export async function measureMemory(origin, launch) {
  const browser = await chromium.launch({ ...launch, args: [...launch.args, INTERPRETED] });
  try {
    const rows = [];
    for (const kind of KINDS) rows.push(...(await measureKind(browser, origin, kind)));
    return rows;
  } finally {
    await browser.close();
  }
}
