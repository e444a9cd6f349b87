/** Scripts that run in the page before its own: they note what happens, and change nothing. */

/** Notes when the stage is ready, layout shifts, long tasks and animation frames asked for. */
export function installProbes() {
  const seen = { readyMs: 0, shift: 0, longTasks: [], frames: 0 };
  Object.assign(globalThis, { strataSeen: seen });
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => {
    seen.frames += 1;
    return ask(callback);
  };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  watch('longtask', (entry) => {
    seen.longTasks.push({ startMs: entry.startTime, durationMs: entry.duration });
  });
  const check = () => {
    if (seen.readyMs > 0) return;
    if (document.querySelector('[data-stage][data-state="ready"]'))
      seen.readyMs = performance.now();
  };
  new MutationObserver(check).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-state'],
  });
}

/** Waits for `ready`, or for the time to run out. @param {import('@playwright/test').Page} page */
export async function waitReady(page) {
  await page.waitForSelector('[data-stage][data-state="ready"]', { timeout: 30_000 });
}

/** Doing nothing for a while is what is measured here. */
export function idle(page, ms) {
  return page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
}
