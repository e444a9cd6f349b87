/**
 * What a moment of each lens costs while its time is dragged, and what it costs when instances are counted
 * by the hundred thousand: CPU time of the page's main thread, as the browser counts it, per change.
 */
import { waitReady } from './page-probes.mjs';
import { row } from './report.mjs';

const STACKS = 'docker-linux,vm-bare-metal';
const LENSES = ['structure', 'boot', 'size', 'isolation', 'path', 'kernel', 'manage'];
/** Where a lens has no time of its own until a story is chosen. */
const STORIES = { manage: '&manage.story=patch' };
const FEW = 1_000;
const MANY = 100_000;
const LIMIT = 1.3;
const CHANGES = 60;
const RUNS = 3;

/** Runs in the page: drags the timeline from end to end, one place per frame. */
async function dragTime(changes) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const slider = document.querySelector('footer input[type="range"]');
  if (slider === null) throw new Error('there is no timeline');
  const [min, max] = [Number(slider.min), Number(slider.max)];
  for (let index = 0; index < changes; index += 1) {
    slider.value = String(Math.round(min + ((max - min) * (index + 1)) / changes));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
  }
}

async function costOf(browser, origin, query) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${origin}/explore?stacks=${STACKS}&motion=full&${query}`);
    await waitReady(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    // The thread's own clock: that of tasks runs on while the machine does something else.
    const read = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ThreadTime').value * 1000;
    };
    // Code for movement comes with the first change.
    await page.evaluate(dragTime, 4);
    const before = await read();
    await page.evaluate(dragTime, CHANGES);
    return ((await read()) - before) / CHANGES;
  } finally {
    await page.close();
  }
}

/** @returns the cheapest of some runs of each query; they take turns, so that none has the quieter machine */
async function cheapest(browser, origin, ...queries) {
  const least = queries.map(() => Infinity);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [at, query] of queries.entries()) {
      least[at] = Math.min(least[at], await costOf(browser, origin, query));
    }
  }
  return least;
}

/** @returns {Promise<readonly import('./report.mjs').Row[]>} */
export async function measureLenses(browser, origin) {
  const rows = [];
  for (const lens of LENSES) {
    const [ms] = await cheapest(browser, origin, `lens=${lens}${STORIES[lens] ?? ''}`);
    rows.push(row(`${lens}: main thread per change of time`, ms, { unit: 'ms', digits: 1 }));
  }
  for (const lens of ['structure', 'size']) {
    const of = (count) => `lens=${lens}&n=${count}&size.host=1024`;
    const [few, many] = await cheapest(browser, origin, of(FEW), of(MANY));
    rows.push(
      row(`${lens}: ${MANY} instances ÷ ${FEW}, per change of time`, many / few, {
        ...{ limit: LIMIT, unit: '×', digits: 2 },
      }),
    );
  }
  return rows;
}
