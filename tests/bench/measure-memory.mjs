/** JavaScript heap before and after 200 changes of lens and stacks, garbage collected both times. */
import { idle, waitReady } from './page-probes.mjs';
import { row } from './report.mjs';

const CHANGES = 200;
const WARM_UP = 20;
const MB = 1_000_000;
const LIMIT_PERCENT = 5;
const SETTLE_MS = 1500;

async function heapBytes(session) {
  // Twice: finalizers of the first round free what the second collects.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** One change as a reader makes it: the other lens, by its button. */
async function change(page, index) {
  const name = index % 2 === 0 ? 'Boot' : 'Structure';
  await page.getByRole('navigation', { name: 'Lens' }).getByRole('button', { name }).click();
  await waitReady(page);
}

/** @returns {Promise<readonly import('./report.mjs').Row[]>} */
export async function measureMemory(browser, origin) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    const session = await page.context().newCDPSession(page);
    await page.goto(`${origin}/explore?stacks=docker-linux,vm-bare-metal&motion=reduce`);
    await waitReady(page);
    for (let index = 0; index < WARM_UP; index += 1) await change(page, index);
    await idle(page, SETTLE_MS);
    const before = await heapBytes(session);
    for (let index = 0; index < CHANGES; index += 1) await change(page, index);
    await idle(page, SETTLE_MS);
    const after = await heapBytes(session);
    const percent = ((after - before) / before) * 100;
    return [
      row('memory: JavaScript heap before', before / MB, { unit: 'MB', digits: 2 }),
      row(`memory: growth after ${CHANGES} changes`, percent, {
        limit: LIMIT_PERCENT,
        unit: '%',
        digits: 1,
      }),
    ];
  } finally {
    await page.close();
  }
}
