/** The reference of embeds: complete without scripts, its examples run, and code is copied. */
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';

const desk = (page: Page, name: string) => page.getByRole('figure', { name: `Live: ${name}` });

test('lists parameters, messages, options and attributes, and leads from part to part', async ({
  page,
}) => {
  await page.goto('/teach');
  await page.getByRole('main').getByRole('link', { name: 'Embed reference' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Embed reference' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Parts of this page' }).getByText('Messages').click();
  await expect(page).toHaveURL(/#messages$/);
  const scene = page.getByRole('table', { name: 'The scene' });
  await expect(scene.getByRole('row', { name: /^theme auto \(default\) or light/ })).toBeVisible();
  const frame = page.getByRole('table', { name: 'The frame' });
  await expect(frame.getByRole('row', { name: /^autoheight 0 \(default\) or 1/ })).toBeVisible();
  const settings = page.getByRole('table', { name: 'Settings of lenses' });
  await expect(settings.getByRole('row', { name: /^boot\.axis log/ })).toBeVisible();
  await expect(page.locator('#call-seek')).toContainText('t number Playhead, ms.');
  await expect(page.locator('#event-step')).toContainText('steps number');
});

test('messages are sent, answered and told', async ({ page }) => {
  await page.goto('/docs/embed#messages');
  const messages = desk(page, 'press a call, read what is said');
  const log = messages.getByRole('log');
  const press = (call: string) => messages.getByRole('button', { name: call }).click();
  await messages.scrollIntoViewIfNeeded();
  await press('{"type":"goto","id":3,"step":1}');
  await expect(log).toContainText('"id":3,"method":"goto"');
  await press('{"type":"setTheme","id":6,"theme":"blue"}');
  await expect(log).toContainText('"code":"bad-value"');
});

test('the script is at work, and so is the element', async ({ page }) => {
  await page.goto('/docs/embed#sdk');
  const script = desk(page, 'the script at work');
  await script.scrollIntoViewIfNeeded();
  await script.getByRole('button', { name: 'goto(1)', exact: true }).click();
  const log = script.getByRole('log');
  await expect(log).toContainText('"step":1,');
  await script.getByRole('button', { name: 'goto(99)' }).click();
  await expect(log).toContainText('Error: Strata: ');

  const element = desk(page, 'the element at work');
  await element.getByRole('button', { name: /^Play with the picture/ }).press('Enter');
  const stage = element.frameLocator('iframe').locator('[data-stage]');
  await expect(stage).toHaveAttribute('data-state', 'ready');
});

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('an example is copied with this site’s address, and the page says so', async ({
    page,
    baseURL,
  }) => {
    await page.goto('/docs/embed#element');
    const copy = page.getByRole('button', { name: 'Copy: The element with its script' });
    await copy.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(`src="${new URL(baseURL ?? '').origin}/sdk/v1/strata.js"`);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there to read', async ({ page }) => {
    await page.goto('/docs/embed');
    await expect(page.getByRole('table')).toHaveCount(9);
    await expect(page.locator('#event-xapi')).toContainText('statement');
    await expect(page.getByRole('link', { name: 'JSON Schema of all messages' })).toHaveAttribute(
      'href',
      /schema\/messages\.v1\.json$/,
    );
    await expect(page.locator('#call-setScene')).toContainText('Shows another scene');
    await expect(page.locator('strata-stack').getByRole('link')).toBeVisible();
    await expect(page.getByText('sdk/v1/embed.js')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  });
});

for (const [scheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`keeps the rules of access, ${scheme}, ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/docs/embed');
    await expect(desk(page, 'the element at work').getByRole('button')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}
