/** The measuring kit's page: readable before and without scripts, the script as a file, access. */
import { readFileSync } from 'node:fs';
import { expectSoundAt } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';

const SCRIPT = readFileSync('static/kit/measure.sh', 'utf8');

const listingOf = (page: Page) =>
  page.getByRole('region', { name: 'measure.sh with line numbers' });

test('says how to run it, what the numbers mean and what is in the file', async ({ page }) => {
  await page.goto('/kit');
  await expect(page).toHaveTitle(/^Measure it yourself/);
  const main = page.getByRole('main');
  for (const title of [
    'Download, read, run',
    'What each number means',
    'Traps',
    'A class: VM against container',
    'What is in the file',
    'Bring it into Strata',
    'The script',
  ]) {
    await expect(main.getByRole('heading', { name: title, exact: true })).toBeVisible();
    await expect(
      page
        .getByRole('navigation', { name: 'Parts of this page' })
        .getByRole('link', { name: title }),
    ).toBeVisible();
  }
  const steps = page.getByRole('region', { name: 'Download, read, run' });
  await expect(steps.getByText('sh measure.sh --dry-run')).toBeVisible();
});

test('shows the script in full, with a place for each part', async ({ page }) => {
  await page.goto('/kit');
  expect(await listingOf(page).locator('code').textContent()).toBe(SCRIPT);
  const parts = page.getByRole('navigation', { name: 'Parts of the script' });
  await parts.getByRole('link', { name: 'Cleaning up' }).click();
  const line = SCRIPT.split('\n').findIndex((text) => text.startsWith('# --- Cleaning up')) + 1;
  await expect(page).toHaveURL(new RegExp(`#L${line}$`));
  await expect(page.locator(`#L${line}`)).toBeInViewport();
});

test('the script is plain text, and the button downloads it', async ({ page, request }) => {
  const answer = await request.get('/kit/measure.sh');
  expect(answer.headers()['content-type']).toMatch(/^text\/plain\b/);
  expect(await answer.text()).toBe(SCRIPT);

  await page.goto('/kit');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download measure.sh' }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe('measure.sh');
  expect(readFileSync(await download.path(), 'utf8')).toBe(SCRIPT);
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there', async ({ page }) => {
    await page.goto('/kit');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Measure it on your own machine',
    );
    await expect(page.getByRole('link', { name: 'Download measure.sh' }).first()).toBeVisible();
    expect(await listingOf(page).locator('code').textContent()).toBe(SCRIPT);
  });
});

test('at any width, light and dark: nothing sticks out, axe finds nothing', async ({ page }) => {
  await page.goto('/kit');
  await expectSoundAt(page, [1440, 390]);
});
