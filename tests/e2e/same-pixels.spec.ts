/** The picture is a function of (scene, t): what was played before leaves no trace. */
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import { BOOT_RACE, lensButton, openScene, THREE_STACKS, waitReady } from './stage.ts';

async function pictureOf(page: Page, address: string): Promise<string> {
  await openScene(page, address);
  return paintedPicture(page);
}

/** Drags the playhead by its slider, with the keyboard. */
async function wander(page: Page, keys: readonly string[]): Promise<void> {
  const slider = page.getByRole('slider').first();
  await slider.focus();
  for (const key of keys) await page.keyboard.press(key);
  await waitReady(page);
}

/** What the reader would pass on: exactly what is seen now. */
async function sharedLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  return link;
}

for (const [name, scene, t] of [
  ['Structure', THREE_STACKS, '700'],
  ['Boot', BOOT_RACE.replace('&t=400', ''), '400'],
] as const) {
  test(`${name}: a moment sought has the pixels of the same moment opened`, async ({ page }) => {
    await openScene(page, scene);
    await wander(page, ['Home', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'ArrowLeft']);
    const address = await sharedLink(page);
    expect(new URL(address).searchParams.get('t')).not.toBeNull();
    const sought = await paintedPicture(page);
    expect(sought.length).toBeGreaterThan(1000);
    expect(await pictureOf(page, address)).toBe(sought);
  });

  test(`${name}: Back to a moment paints it as it was`, async ({ page }) => {
    const resting = await pictureOf(page, scene);
    const early = await pictureOf(page, `${scene}&t=${t}`);
    expect(early).not.toBe(resting);
    await page.goBack();
    await waitReady(page);
    expect(await paintedPicture(page)).toBe(resting);
  });

  test(`${name}: home and end of the playhead are the start and the resting picture`, async ({
    page,
  }) => {
    const resting = await pictureOf(page, scene);
    await wander(page, ['Home']);
    await expect.poll(() => paintedPicture(page)).not.toBe(resting);
    const start = await paintedPicture(page);
    await wander(page, ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Home']);
    await expect.poll(() => paintedPicture(page)).toBe(start);
  });
}

test('ready means at rest, after a change of lens too', async ({ page }) => {
  await page.clock.install();
  await openScene(page, THREE_STACKS);
  await lensButton(page, 'Boot').click();
  await expect(page).toHaveURL(/lens=boot/);
  await waitReady(page);
  const then = await paintedPicture(page);
  // Timers and frames of a time longer than any change of scene takes.
  await page.clock.runFor(10_000);
  expect(await paintedPicture(page)).toBe(then);
});

test('a change of lens ends in the picture that its address opens', async ({ page }) => {
  await openScene(page, THREE_STACKS);
  await lensButton(page, 'Boot').click();
  await expect(page).toHaveURL(/lens=boot/);
  await waitReady(page);
  // Focus is drawn by the page, not on the canvas.
  const morphed = await paintedPicture(page);
  await page.reload();
  await waitReady(page);
  expect(await paintedPicture(page)).toBe(morphed);
});
