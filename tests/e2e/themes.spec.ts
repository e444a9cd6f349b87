/** Themes: chosen from the menu, or by the reader's system while the page is open. */
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import { chooseTheme, openScene, THREE_STACKS, twins, waitReady } from './stage.ts';

const ground = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('each theme of the menu is another picture, on another page', async ({ page }) => {
  await openScene(page, THREE_STACKS);
  const asSystem = await paintedPicture(page);
  const pictures = new Set<string>();
  for (const name of ['Dark', 'Projector', 'High contrast', 'Light']) {
    const before = await paintedPicture(page);
    await chooseTheme(page, name);
    await expect.poll(() => paintedPicture(page)).not.toBe(before);
    pictures.add(await paintedPicture(page));
    await page.getByRole('button', { name: 'Theme' }).click();
    await expect(page.getByRole('menuitemradio', { name })).toBeChecked();
    await page.keyboard.press('Escape');
  }
  expect(pictures.size).toBe(4);
  await chooseTheme(page, 'As the system');
  await expect.poll(() => paintedPicture(page)).toBe(asSystem);
});

test('a chosen theme is kept for the next visit', async ({ page }) => {
  await openScene(page, THREE_STACKS);
  const light = await ground(page);
  await chooseTheme(page, 'Dark');
  await expect.poll(() => ground(page)).not.toBe(light);
  const dark = await paintedPicture(page);
  await page.reload();
  await waitReady(page);
  expect(await paintedPicture(page)).toBe(dark);
});

test('light to dark and back, as the system goes', async ({ page }) => {
  await openScene(page, THREE_STACKS);
  const light = await paintedPicture(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => paintedPicture(page)).not.toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => paintedPicture(page)).toBe(light);
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('the stage is drawn in the system’s colours', async ({ page }) => {
    await openScene(page, `${THREE_STACKS}&theme=light`);
    const forced = await paintedPicture(page);
    await page.emulateMedia({ forcedColors: 'none' });
    // The stage follows the switch without a reload.
    await expect.poll(() => paintedPicture(page)).not.toBe(forced);
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  });
});
