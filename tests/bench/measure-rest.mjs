/** Animation frames that a paused picture asks for: none. */
import { idle, installProbes, waitReady } from './page-probes.mjs';
import { row } from './report.mjs';

const WATCH_MS = 3000;

/** @returns {Promise<readonly import('./report.mjs').Row[]>} */
export async function measureRest(browser, origin, { name, address }) {
  const page = await browser.newPage();
  try {
    await page.addInitScript(installProbes);
    await page.goto(origin + address);
    await waitReady(page);
    await idle(page, 1000);
    const before = await page.evaluate(() => globalThis.strataSeen.frames);
    await idle(page, WATCH_MS);
    const after = await page.evaluate(() => globalThis.strataSeen.frames);
    return [row(`${name}: frames asked for in 3 s at rest`, after - before, { limit: 0 })];
  } finally {
    await page.close();
  }
}
