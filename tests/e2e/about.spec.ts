/** About Strata: its terms, a citation to copy, and what the browser keeps and lets go. */
import { readFileSync } from 'node:fs';
import { expectSoundAt } from './axe.ts';
import { notices } from './stage.ts';
import { expect, test, type Page } from './strict-page.ts';

const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));

const part = (page: Page, name: string) => page.getByRole('region', { name });

test('every part is listed, and the footer of other pages leads here', async ({ page }) => {
  await page.goto('/kit');
  await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click();
  await expect(page).toHaveTitle(/^About/);
  const list = page.getByRole('navigation', { name: 'Parts of this page' });
  for (const name of [
    'Licence',
    'How to cite',
    'Privacy',
    'Accessibility',
    'Host it yourself',
    'Sources and method',
  ]) {
    await expect(list.getByRole('link', { name })).toBeVisible();
    await expect(part(page, name)).toBeVisible();
  }
});

test('a citation names version and address, and is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/about');
  const cite = part(page, 'How to cite');
  const home = new URL('/', page.url()).href;
  for (const name of ['Plain text', 'BibTeX', 'CITATION.cff']) {
    const field = cite.getByRole('textbox', { name });
    await expect(field).toHaveValue(new RegExp(version.replaceAll('.', String.raw`\.`)));
    await expect(field).toHaveValue(new RegExp(home));
    await cite.getByRole('button', { name: `Copy: ${name}` }).click();
    await expect(cite.getByText(`${name} copied.`)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await field.inputValue(),
    );
  }
});

test('erases all that is kept, and nothing of others on the same host', async ({ page }) => {
  // Who chooses before the page is awake is heard all the same, and goes before the address.
  let wake = (): void => undefined;
  const awake = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/*.js', async (route) => {
    await awake;
    await route.continue();
  });
  await page.goto('/about?theme=contrast', { waitUntil: 'commit' });
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  wake();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page).toHaveURL(/\/about$/);
  await page.evaluate(() => localStorage.setItem('somebody-else', '1'));
  expect(await page.evaluate(() => Object.keys(localStorage))).toContain('strata.theme');

  const privacy = part(page, 'Privacy');
  await privacy.getByRole('button', { name: 'Erase everything Strata keeps here' }).click();
  await expect(privacy.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await privacy.getByRole('button', { name: 'Keep it' }).click();
  expect(await page.evaluate(() => Object.keys(localStorage))).toContain('strata.theme');

  await privacy.getByRole('button', { name: 'Erase everything Strata keeps here' }).click();
  await privacy.getByRole('button', { name: 'Erase it all' }).click();
  await expect(privacy.getByRole('status')).toContainText('Erased.');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['somebody-else']);
  await page.goto('/about?theme=pink');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(notices(page)).toHaveText([
    'theme: “pink” is not one of its values. Used instead: auto.',
  ]);
  await page.goto('/about?theme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('everything can be read, the citation too', async ({ page }) => {
    await page.goto('/about');
    await expect(page.getByText('aims at WCAG 2.2')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'BibTeX' })).toHaveValue(/^@misc\{strata,/);
  });
});

test('at any width, light and dark: nothing sticks out, axe finds nothing', async ({ page }) => {
  await page.goto('/about');
  await expectSoundAt(page, [1440, 1920, 390]);
});
