/** What happens when nothing happens, and when something is missing. */
import { expect, test, type Page } from './strict-page.ts';
import { BOOT_RACE, openScene, stageOf, THREE_STACKS, twins, waitReady } from './stage.ts';

declare global {
  interface Window {
    /** Animation frames that the page has asked for. */
    framesAsked: number;
  }
}

async function countFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.framesAsked = 0;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      window.framesAsked += 1;
      return ask(callback);
    };
  });
}

/** Frames asked for in a second of doing nothing. */
function framesInASecond(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const before = window.framesAsked;
        setTimeout(() => resolve(window.framesAsked - before), 1000);
      }),
  );
}

for (const [name, address] of [
  ['Structure', THREE_STACKS],
  ['Structure, paused in the middle', `${THREE_STACKS}&t=700`],
  ['Boot', BOOT_RACE],
  ['embed', '/embed?stacks=docker-linux'],
] as const) {
  test(`${name}: no animation frame is asked for at rest`, async ({ page }) => {
    await countFrames(page);
    await openScene(page, address);
    // The first frames after `ready` may still belong to what came before it.
    await framesInASecond(page);
    expect(await framesInASecond(page)).toBe(0);
  });
}

test.describe('fonts that do not come', () => {
  test.use({ allowedMessages: /\.woff2|ERR_FAILED/ });

  test('the stage becomes ready without them', async ({ page }) => {
    await page.route(/\.woff2(\?|$)/, (route) => route.abort());
    await openScene(page, THREE_STACKS);
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  });
});

test.describe('a browser that gives no canvas', () => {
  test.use({ allowedMessages: /canvas/i });

  test('says so and shows the table', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(THREE_STACKS);
    await expect(stageOf(page).first()).toHaveAttribute('data-state', 'error');
    await expect(page.getByRole('table').first()).toBeVisible();
    await expect(page.getByRole('table').first()).toContainText('kernel');
  });
});

test('nothing jumps while the page comes up', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(THREE_STACKS);
  await waitReady(page);
  const sum = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((total, value) => total + value, 0),
  );
  expect(sum).toBeLessThanOrEqual(0.02);
});
