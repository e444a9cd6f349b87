/** What happens when nothing happens, and when something is missing. */
import { countFrames, framesInASecond } from './frames.ts';
import { expect, test } from './strict-page.ts';
import { BOOT_RACE, notices, openScene, stageOf, THREE_STACKS, twins, waitReady } from './stage.ts';
import { lookAtFrames } from './travel.ts';

for (const [name, address] of [
  ['Structure', THREE_STACKS],
  ['Structure, paused in the middle', `${THREE_STACKS}&t=700`],
  ['Boot', BOOT_RACE],
  ['embed', '/embed?stacks=docker-linux'],
] as const) {
  test(`${name}: no animation frame is asked for at rest`, async ({ page }) => {
    await countFrames(page);
    await openScene(page, address);
    // The first frames after `ready` may still belong to what came before it, or to what is fetched late.
    await expect.poll(() => framesInASecond(page)).toBe(0);
  });
}

test('home: it builds itself once, then asks for no frame', async ({ page }) => {
  await countFrames(page);
  await openScene(page, '/');
  const again = page.getByRole('button', { name: 'Play again' });
  await expect(again).toBeEnabled({ timeout: 30_000 });
  await expect.poll(() => framesInASecond(page)).toBe(0);
  await expect(stageOf(page)).toHaveAttribute('data-state', 'ready');
});

test('home on a phone: it begins before anything is scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play again' })).toBeVisible();
});

test('a picture that was played to its end is ready again', async ({ page }) => {
  await openScene(page, `${THREE_STACKS}&speed=8`);
  const seen = await lookAtFrames(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await waitReady(page);
  // From its end to its start, and on to its end again.
  const { playhead } = await seen();
  expect(playhead.length).toBeGreaterThan(1);
  await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveValue(playhead[0] ?? '');
});

test.describe('fonts that do not come', () => {
  test.use({ allowedMessages: /\.woff2|ERR_FAILED/ });

  test('the stage becomes ready without them', async ({ page }) => {
    await page.route(/\.woff2(\?|$)/, (route) => route.abort());
    await openScene(page, THREE_STACKS);
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
    const font = /font “Atkinson Hyperlegible Next” did not arrive/;
    const notice = notices(page).filter({ hasText: font });
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toHaveCount(0);
  });

  test('the wall says so until it is dismissed', async ({ page }) => {
    await page.route(/\.woff2(\?|$)/, (route) => route.abort());
    await page.goto('/present?stacks=docker-linux');
    const told = page.getByText(/font “Atkinson Hyperlegible Next” did not arrive/);
    await expect(told).toBeVisible();
    await page.getByRole('listitem').filter({ has: told }).getByRole('button').click();
    await expect(told).toHaveCount(0);
  });
});

test.describe('a browser that gives no canvas', () => {
  test.use({ allowedMessages: /canvas/i });

  test('says so and shows the table', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(THREE_STACKS);
    await expect(stageOf(page)).toHaveAttribute('data-state', 'error');
    await expect(page.getByRole('alert')).toContainText('This browser gives no canvas');
    await expect(page.getByRole('table')).toBeVisible();
    await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(4);
    await expect(page.getByRole('row', { name: /^Guest kernel/ })).toContainText('Linux');
    await expect(page.getByRole('row', { name: /^Kernels/ })).toContainText('3');
  });

  test('says so in a frame too', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto('/embed?stacks=docker-linux,process');
    await expect(page.getByRole('alert')).toContainText('This browser gives no canvas');
    await expect(page.getByRole('table')).toContainText('Linux kernel');
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
