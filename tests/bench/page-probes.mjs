/** Scripts that run in the page before its own: they note what happens, and change nothing. */

/** Notes when the stage is ready, layout shifts, long tasks and animation frames asked for. */
export function installProbes() {
  const seen = { readyMs: 0, shift: 0, longTasks: [], frames: 0 };
  const ready = Promise.withResolvers();
  Object.assign(globalThis, { strataSeen: seen, strataReady: ready.promise });
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
    if (!document.querySelector('[data-stage][data-state="ready"]')) return;
    seen.readyMs = performance.now();
    ready.resolve();
  };
  new MutationObserver(check).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-state'],
  });
}

/**
 * Asks the page by the browser's protocol alone: Playwright's own way reads a script of its own into the page,
 * which takes 30 ms and more of the time that is measured.
 *
 * @param {string} expression its value, or that of its promise, must be plain data
 */
export async function askBare(page, expression) {
  const session = await page.context().newCDPSession(page);
  try {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}

/** Waits for `ready`, or for the time to run out. @param {import('@playwright/test').Page} page */
export async function waitReady(page) {
  await page.waitForSelector('[data-stage][data-state="ready"]', { timeout: 30_000 });
}

/** Doing nothing for a while is what is measured here. */
export function idle(page, ms) {
  return page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
}
