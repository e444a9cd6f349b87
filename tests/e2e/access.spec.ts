/** Access: axe in each lens and theme, the keyboard alone, reduced motion. */
import { axeFindings, axeInTheme, OTHER_THEMES } from './axe.ts';
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import {
  BOOT_RACE,
  openScene,
  queryOf,
  SIZE_SCENE,
  THREE_STACKS,
  twins,
  waitReady,
} from './stage.ts';
import { lookAtFrames } from './travel.ts';

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
  '/explore?stacks=docker-linux&n=-1',
]) {
  test(`axe finds nothing: ${address}`, async ({ page }) => {
    await openScene(page, address);
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('axe finds nothing: a layer selected, and the table', async ({ page }) => {
  await openScene(page, `${THREE_STACKS}&select=docker-linux/kernel`);
  await expect(page.getByRole('region', { name: 'Selected layer' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page.getByRole('table').first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

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

/** What is shown is what the address opens: nothing is still on its way. */
async function expectPictureOfAddress(page: Page): Promise<void> {
  const shown = await paintedPicture(page);
  await page.reload();
  await waitReady(page);
  expect(await paintedPicture(page)).toBe(shown);
}

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a step is a cut: the picture stands at once', async ({ page }) => {
    await openScene(page, THREE_STACKS);
    const seen = await lookAtFrames(page);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    // The address names a moment once the playhead rests there.
    await expect.poll(() => queryOf(page).get('t')).not.toBeNull();
    await waitReady(page);
    const { travelled, playhead } = await seen();
    expect(playhead).toHaveLength(2);
    expect(travelled).toEqual([]);
    await expectPictureOfAddress(page);
  });

  test('layers make room for each other in a cut', async ({ page }) => {
    await openScene(page, THREE_STACKS);
    const seen = await lookAtFrames(page);
    await page.getByRole('switch', { name: 'Container engine' }).click();
    await expect(twins(page, 'docker-linux', 'engine')).toHaveCount(0);
    await expect.poll(() => queryOf(page).get('hide')).toBe('engine');
    await waitReady(page);
    expect((await seen()).travelled).toEqual([]);
    await expectPictureOfAddress(page);
  });

  test('the home page does not move by itself', async ({ page }) => {
    await page.clock.install();
    await page.goto('/');
    await waitReady(page);
    const then = await paintedPicture(page);
    await page.clock.runFor(10_000);
    expect(await paintedPicture(page)).toBe(then);
  });
});
