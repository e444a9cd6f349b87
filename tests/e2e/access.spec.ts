/** Access: axe in each lens and theme, the keyboard alone, reduced motion. */
import { axeFindings, axeInTheme, OTHER_THEMES } from './axe.ts';
import { paintedPicture } from './painted.ts';
import { expect, test } from './strict-page.ts';
import { BOOT_RACE, openScene, queryOf, SIZE_SCENE, THREE_STACKS, waitReady } from './stage.ts';

for (const [lens, address] of [
  ['Structure', THREE_STACKS],
  ['Boot', BOOT_RACE],
  ['Size', SIZE_SCENE],
] as const) {
  test(`axe finds nothing, in no theme: ${lens}`, async ({ page }) => {
    await openScene(page, address);
    expect(await axeFindings(page)).toEqual([]);
    for (const [name, theme] of OTHER_THEMES) {
      expect(await axeInTheme(page, name, theme), theme).toEqual([]);
    }
  });
}

for (const address of [
  '/',
  '/embed?stacks=docker-linux,vm-bare-metal',
  `${THREE_STACKS}&select=docker-linux/kernel`,
  `${THREE_STACKS}&view=table`,
  '/explore?stacks=docker-linux&n=-1',
]) {
  test(`axe finds nothing: ${address}`, async ({ page }) => {
    await page.goto(address);
    if (!address.includes('view=table')) await waitReady(page);
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('from the top of the page to a layer by Tab and arrows', async ({ page }) => {
  await openScene(page, THREE_STACKS);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the picture' })).toBeFocused();
  await page.keyboard.press('Enter');
  const focusedLayer = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-layer') ?? null);
  // The picture's keys work from there on.
  await expect.poll(focusedLayer).toBe('vm-bare-metal/hardware');
  const first = await focusedLayer();
  await page.keyboard.press('ArrowUp');
  // The way to the neighbour is loaded when the picture is first entered.
  await expect.poll(focusedLayer).not.toBe(first);
  await page.keyboard.press('Enter');
  const second = await focusedLayer();
  await expect.poll(() => queryOf(page).get('select')).toBe(second);
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a step is a cut: the picture stands at once', async ({ page }) => {
    await openScene(page, THREE_STACKS);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    // Longer than the short fade that is allowed.
    await page.waitForFunction(
      (from) => performance.now() - from > 300,
      await page.evaluate(() => performance.now()),
    );
    const then = await paintedPicture(page);
    await page.waitForFunction(
      (from) => performance.now() - from > 400,
      await page.evaluate(() => performance.now()),
    );
    expect(await paintedPicture(page)).toBe(then);
  });

  test('the home page does not move by itself', async ({ page }) => {
    await page.goto('/');
    await waitReady(page);
    const then = await paintedPicture(page);
    await page.waitForFunction(
      (from) => performance.now() - from > 600,
      await page.evaluate(() => performance.now()),
    );
    expect(await paintedPicture(page)).toBe(then);
  });
});
