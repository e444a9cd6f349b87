/** How long the wall lags behind the speaker window: from the key to the changed page. */
import { installProbes } from './page-probes.mjs';
import { median, row } from './report.mjs';

/** Longer than any turn, ms. */
const SHOWN_MS = 2000;
const TURNS = 30;
const ADDRESS = '/present/containers-and-vms';

/** In the page: notes when the talk's place changes, in ms since 1970. */
function watchPlace() {
  const talk = document.querySelector('[data-talk]');
  globalThis.strataTurnedAt = 0;
  new MutationObserver(() => {
    globalThis.strataTurnedAt = performance.timeOrigin + performance.now();
  }).observe(talk, { attributes: true, attributeFilter: ['data-place'] });
  addEventListener(
    'keydown',
    () => (globalThis.strataPressedAt = performance.timeOrigin + performance.now()),
    { capture: true },
  );
}

/** @returns {Promise<readonly import('./report.mjs').Row[]>} */
export async function measureTalk(browser, origin) {
  const context = await browser.newContext();
  try {
    await context.addInitScript(installProbes);
    const wall = await context.newPage();
    const speaker = await context.newPage();
    for (const [page, address] of [
      [wall, ADDRESS],
      [speaker, `${ADDRESS}/notes`],
    ]) {
      await page.goto(origin + address);
      await page.locator('[data-talk="open"]').waitFor();
      await page.locator('[data-stage][data-state="ready"]').first().waitFor();
      await page.evaluate(watchPlace);
    }
    const delays = [];
    while (delays.length < TURNS) {
      const before = await wall.evaluate(() => globalThis.strataTurnedAt);
      await speaker.keyboard.press('PageDown');
      const hasTurned = await wall
        .waitForFunction((last) => globalThis.strataTurnedAt > last, before, { timeout: SHOWN_MS })
        .then(() => true)
        .catch(() => false);
      // The first press while a picture moves shows its end.
      if (!hasTurned) continue;
      const turned = await wall.evaluate(() => globalThis.strataTurnedAt);
      delays.push(turned - (await speaker.evaluate(() => globalThis.strataPressedAt)));
    }
    return [
      row('talk: the wall follows the speaker window, median', median(delays), {
        unit: 'ms',
        limit: 100,
      }),
      row('talk: the same, slowest of 30', Math.max(...delays), { unit: 'ms' }),
    ];
  } finally {
    await context.close();
  }
}
