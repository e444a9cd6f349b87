/** The Kernel lens: who answers what, a distribution taken apart, and namespaces from both sides. */
import { axeFindings, axeInScheme } from './axe.ts';
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import { openScene, queryOf, twins } from './stage.ts';

const ASK = '/explore/who-answers';
const ANSWER = 'Four names, one answer: the kernel speaks for all of them.';
const headline = (page: Page) => page.getByRole('heading', { level: 1 });

test('the lens is reached from the picture, and Back leads out', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux');
  const lens = page.getByRole('navigation', { name: 'Lens' });
  await lens.getByRole('button', { name: 'Kernel' }).click();
  await expect(headline(page)).toHaveText(ANSWER);
  await expect.poll(() => queryOf(page).get('lens')).toBe('kernel');
  await page.goBack();
  await expect(lens.getByRole('button', { name: 'Structure' })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('layers and table say who answers what', async ({ page }) => {
  await openScene(page, ASK);
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveAccessibleName(
    /answers 6\.1\.0-56-amd64 to 4 containers/,
  );
  await expect(page.locator('[data-layer="docker-linux/c2/libs"]')).toHaveAccessibleName(
    /os-release says Alpine Linux v3\.19/,
  );
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  const row = page.getByRole('row', { name: /Container 2, Cache/ });
  await expect(row).toContainText('Alpine Linux v3.19');
  await expect(row).toContainText('6.1.0-56-amd64');
});

test('the story is stepped by keys, and a moment is a link', async ({ page }) => {
  await openScene(page, ASK);
  const all = await paintedPicture(page);
  await openScene(page, `${ASK}?t=0`);
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await expect(slider).toHaveAttribute('aria-valuetext', /Nobody has been asked yet/);
  const none = await paintedPicture(page);
  expect(none).not.toBe(all);
  await page.getByRole('button', { name: 'Ask the next one' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', /Container 1, Shop reads/);
  await expect.poll(() => paintedPicture(page)).not.toBe(none);
});

test('a view says what its step does; one without a story has nothing to play', async ({
  page,
}) => {
  await openScene(page, `${ASK}?kernel.view=apart`);
  await expect(page.getByRole('button', { name: 'Step', exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'What it needs' }).check({ force: true });
  await expect(page.getByRole('combobox', { name: 'User space' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Step' })).toHaveCount(0);
});

test('views, routes and engine are switched, stand in the address and are undone', async ({
  page,
}) => {
  await openScene(page, ASK);
  const routes = page.getByRole('switch', { name: 'Answer routes' });
  await routes.click();
  await expect.poll(() => queryOf(page).get('kernel.routes')).toBe('0');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(routes).toBeChecked();

  await page.getByRole('switch', { name: 'Container engine' }).press('Space');
  await expect(twins(page, 'docker-linux', 'engine')).toHaveCount(0);

  await page.getByRole('radio', { name: 'Taken apart' }).check({ force: true });
  await expect(headline(page)).toHaveText(
    'The image carries a distribution. The kernel stays behind.',
  );
  await expect.poll(() => queryOf(page).get('kernel.view')).toBe('apart');
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveAccessibleName(/not carried/);
});

test('each kind of namespace has its terminals, and names the fence that has it', async ({
  page,
}) => {
  await openScene(page, '/explore/namespaces-one-by-one');
  await expect(headline(page)).toHaveText('Another host name, the same kernel release.');
  await page.getByRole('combobox', { name: 'Kind of namespace' }).selectOption('user');
  await expect(headline(page)).toHaveText('Root inside, an ordinary user outside.');
  await expect.poll(() => queryOf(page).get('kernel.ns')).toBe('user');
  await expect(page.locator('[data-layer="docker-linux/c1"]')).toHaveAccessibleName(
    /no user namespace of its own by default/,
  );
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page.getByRole('row', { name: /CLONE_NEW/ })).toHaveCount(8);
});

test('every answer says where it comes from', async ({ page }) => {
  await openScene(page, ASK);
  await page.getByRole('button', { name: 'Sources' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Recorded 2026-11-24, a VM of QEMU with Debian 12');
  await expect(dialog.getByRole('link', { name: /os-release, the file of Alpine/ })).toBeVisible();
});

test('a phone shows one stack, its rows and its controls', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openScene(page, ASK);
  await expect(headline(page)).toHaveText(ANSWER);
  await page.getByRole('radio', { name: 'Namespaces' }).check({ force: true });
  await expect(headline(page)).toHaveText('The same process, two numbers.');
  await expect(page.getByRole('combobox', { name: 'Kind of namespace' })).toBeVisible();
});

test('axe finds nothing in light and dark, dialog and table included', async ({ page }) => {
  await openScene(page, `${ASK}?view=table`);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sources' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
});
