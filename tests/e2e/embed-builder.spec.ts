/** The embed builder: what is chosen is what is seen, copied and kept in the address. */
import { createServer } from 'node:http';
import { listen } from '../../.ci/static-site.mjs';
import { axeFindings, expectSoundAt } from './axe.ts';
import { expect, test, type Locator, type Page } from './strict-page.ts';

const main = (page: Page) => page.getByRole('main');
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const copied = (page: Page) => page.getByRole('region', { name: 'Copy' }).getByRole('textbox');
const stage = (page: Page) =>
  preview(page).locator('iframe').contentFrame().locator('[data-stage]');

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/embed-builder${query}`);
  await expect(stage(page)).toHaveAttribute('data-state', 'ready');
}

/** The address in the copied HTML. */
async function addressIn(field: Locator): Promise<URL> {
  const [, src = ''] = / src="([^"]*)"/.exec(await field.inputValue()) ?? [];
  return new URL(src.replaceAll('&amp;', '&'));
}

test('what is chosen is in the preview, in the copy and in the address', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put a scene into your page');
  await main(page).getByRole('combobox', { name: 'Scene' }).selectOption('Start-up race');
  await main(page).getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await main(page).getByRole('combobox', { name: 'Controls' }).selectOption('None');
  await main(page).getByRole('radio', { name: '4:3, as wide as its column' }).click();
  await main(page).getByRole('switch', { name: 'Links out of the frame' }).click();

  const address = await addressIn(copied(page));
  expect(address.pathname).toBe('/embed/start-up-race');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    theme: 'dark',
    controls: 'none',
    links: '0',
  });
  await expect(stage(page)).toHaveAttribute('data-state', 'ready');
  const frame = preview(page).locator('iframe').contentFrame();
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(preview(page)).toContainText('960 × 720 px');

  await expect(page).toHaveURL(/scene=start-up-race/);
  await page.reload();
  await expect(copied(page)).toHaveValue(/aspect-ratio:4\/3/);
  expect((await addressIn(copied(page))).href).toBe(address.href);
});

test('a scene is a step on the way back, how its frame looks is none', async ({ page }) => {
  await page.goto('/teach');
  await open(page);
  await main(page).getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await main(page).getByRole('combobox', { name: 'Controls' }).selectOption('All');
  await expect(page).toHaveURL(/controls=full/);
  await expect(stage(page)).toHaveAttribute('data-state', 'ready');
  await main(page).getByRole('combobox', { name: 'Scene' }).selectOption('Start-up race');
  await expect(page).toHaveURL(/scene=start-up-race/);
  await page.goBack();
  await expect(copied(page)).toHaveValue(/vm-vs-container\?theme=dark&amp;controls=full"/);
  await page.goForward();
  await expect(copied(page)).toHaveValue(/start-up-race\?theme=dark&amp;controls=full"/);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/teach$/);
});

test('each host has its form, with a word on what it strips', async ({ page }) => {
  await open(page, '?scene=a-break-in');
  const region = page.getByRole('region', { name: 'Copy' });
  const forms: readonly (readonly [string, RegExp])[] = [
    ['Custom element', /<strata-stack scene="a-break-in"/],
    ['Markdown', /^\[!\[.+\]\(.+\/cards\/a-break-in\.png\)\]/],
    ['reveal.js', /data-src="[^"]+host=reveal"/],
    ['Slidev', /^---\nlayout: full\n---\n/],
    ['Moodle', /^<iframe src="/],
    ['Notion', /^http:\S+\/embed\/a-break-in$/],
    ['WordPress', /^http:\S+\/explore\/a-break-in$/],
  ];
  for (const [name, text] of forms) {
    await region.getByRole('radio', { name }).press('Space');
    await expect(copied(page)).toHaveValue(text);
  }
  await expect(region).toContainText('adds sandbox="allow-scripts"');
  await main(page).getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect(copied(page)).toHaveValue(/^<iframe /);
  await expect(page).toHaveURL(/form=wordpress/);
});

test('copies, and says so; where it may not, the text is selected', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const region = page.getByRole('region', { name: 'Copy' });
  await region.getByRole('button', { name: 'Copy the HTML' }).press('Enter');
  await expect(region.getByRole('status')).toHaveText('Copied for HTML frame.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await copied(page).inputValue(),
  );

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    document.execCommand = () => false;
  });
  await region.getByRole('button', { name: 'Copy the HTML' }).click();
  await expect(region.getByRole('status')).toContainText('The text is selected');
  const selected = await copied(page).evaluate(
    (field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart,
  );
  expect(selected).toBe((await copied(page).inputValue()).length);
});

test('takes a pasted address, and keeps how the frame looks', async ({ page }) => {
  await open(page, '?scene=a-break-in&theme=dark&size=4:3');
  const field = main(page).getByRole('textbox', { name: 'Or paste an address of Strata' });
  await field.fill(new URL('/explore?stacks=process,kata&lens=size&n=x', page.url()).href);
  await field.press('Enter');
  await expect(main(page).getByText('Taken: ')).toBeVisible();
  await expect(main(page).getByText(/n: “x” is not a number/)).toBeVisible();
  const { searchParams } = await addressIn(copied(page));
  expect(Object.fromEntries(searchParams)).toEqual({
    stacks: 'process,kata',
    lens: 'size',
    theme: 'dark',
  });
  await expect(copied(page)).toHaveValue(/aspect-ratio:4\/3/);

  // A look at another scene does not lose it.
  const scene = main(page).getByRole('combobox', { name: 'Scene' });
  await scene.selectOption('Start-up race');
  await scene.selectOption({ index: 0 });
  expect((await addressIn(copied(page))).searchParams.get('stacks')).toBe('process,kata');
});

test('says which part of a pasted text is wrong, and changes nothing', async ({ page }) => {
  await open(page, '?scene=a-break-in');
  const before = await copied(page).inputValue();
  const field = main(page).getByRole('textbox', { name: 'Or paste an address of Strata' });
  const origin = new URL(page.url()).origin;
  const cases: readonly (readonly [string, string])[] = [
    ['', 'Nothing is pasted yet'],
    ['a break in', 'This is no address'],
    ['https://other.example/explore/a-break-in', '“other.example/explore/a-break-in”'],
    [`${origin}/learn/by-hand`, '“/learn/by-hand”'],
    [`${origin}/explore/nowhere`, 'There is no scene “nowhere”'],
    [`${origin}/explore?stacks=nowhere`, 'Of “stacks” in this address'],
  ];
  for (const [text, says] of cases) {
    await field.fill(text);
    await main(page).getByRole('button', { name: 'Use it' }).click();
    await expect(main(page).getByText(says)).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(text);
    await expect(copied(page)).toHaveValue(before);
  }
});

test('a size or step that is none stays in its field, with the last good one in use', async ({
  page,
}) => {
  await open(page, '?size=640x480');
  const width = main(page).getByRole('textbox', { name: 'Width, px' });
  await width.fill('12');
  await width.press('Tab');
  await expect(main(page).getByText('“12” is no whole number from 240 to 3840')).toBeVisible();
  await expect(width).toHaveValue('12');
  await expect(copied(page)).toHaveValue(/width="640" height="480"/);
  await width.fill('700');
  await width.press('Tab');
  await expect(copied(page)).toHaveValue(/width="700" height="480"/);

  const step = main(page).getByRole('textbox', { name: 'Starts at step' });
  // How many there are, the preview says.
  await expect(main(page).getByText('This scene has 5.')).toBeVisible();
  await step.fill('last');
  await step.press('Tab');
  await expect(main(page).getByText('“last” is no step')).toBeVisible();
  await step.fill('6');
  await step.press('Tab');
  await expect(main(page).getByText('“6” is no step of this scene; it has 5')).toBeVisible();
  await step.fill('2');
  await step.press('Tab');
  expect((await addressIn(copied(page))).searchParams.get('step')).toBe('2');
});

test('an address with mistakes opens, and says what was used instead', async ({ page }) => {
  await open(page, '?scene=nowhere&size=1x1&controls=all&theme=dark');
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('“nowhere”');
  await expect(notices).toContainText('“1x1”');
  await expect(notices).toContainText('“all”');
  expect((await addressIn(copied(page))).searchParams.get('theme')).toBe('dark');
});

test('the preview is of its true size, and may not more than its host would let it', async ({
  page,
}) => {
  await open(page, '?at=1280');
  const frame = preview(page).locator('iframe');
  await expect(preview(page)).toContainText('1280 × 720 px, shown at');
  expect(
    await frame
      .contentFrame()
      .locator('html')
      .evaluate(() => innerWidth),
  ).toBe(1280);
  await expect(frame).toHaveAttribute('sandbox', /^allow-scripts(?! allow-same-origin)/);
  await preview(page).getByText('WordPress', { exact: true }).click();
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts');
  await expect(stage(page)).toHaveAttribute('data-state', 'ready');
  expect(
    await frame
      .contentFrame()
      .locator('html')
      .evaluate(() => self.origin),
  ).toBe('null');
});

test.describe('on somebody’s page', () => {
  test.use({ hostOrigins: /^http:\/\/localhost:\d+$/ });

  test('the copied frame is as high as it asks for', async ({ page }) => {
    await open(page, '?scene=a-break-in&size=auto');
    await expect(preview(page)).not.toContainText('960 × 540 px');
    const html = await copied(page).inputValue();
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(`<!doctype html><link rel="icon" href="data:,"><body>${html}</body>`);
    });
    // The same machine under its other name: another origin to the browser.
    await page.goto(`http://localhost:${await listen(server, 0)}/`);
    const frame = page.locator('iframe');
    await expect(frame.contentFrame().locator('[data-stage]')).toHaveAttribute(
      'data-state',
      'ready',
    );
    await expect(frame).not.toHaveCSS('height', '540px');
    server.close();
    server.closeAllConnections();
  });
});

test('Explore’s dialog starts with what is seen, and leads to the page with it', async ({
  page,
}) => {
  await page.goto('/explore/vm-vs-container?lens=size');
  await expect(page.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
  await page.getByRole('button', { name: 'Embed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed this scene' });
  const field = dialog.getByRole('region', { name: 'Copy' }).getByRole('textbox');
  await expect(field).toHaveValue(/\/embed\/vm-vs-container\?lens=size"/);
  await expect(dialog.locator('iframe').contentFrame().locator('[data-stage]')).toHaveAttribute(
    'data-state',
    'ready',
  );
  await dialog.getByText('Scene, size and look').click();
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect(field).toHaveValue(/lens=size&amp;theme=dark"/);
  expect(await axeFindings(page)).toEqual([]);
  // Closed and opened again, it has what was chosen.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Embed' }).click();
  await expect(field).toHaveValue(/lens=size&amp;theme=dark"/);
  await dialog.getByRole('link', { name: /^More forms/ }).click();
  await expect(page).toHaveURL(/\/embed-builder\?scene=vm-vs-container&lens=size&theme=dark$/);
  await expect(copied(page)).toHaveValue(/lens=size&amp;theme=dark"/);
});

test('by keyboard alone: choose, then copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await main(page).getByRole('combobox', { name: 'Theme' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(copied(page)).toHaveValue(/theme=dark/);
  await page.getByRole('radio', { name: 'HTML frame' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Custom element' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Copy' }).getByRole('status')).toHaveText(
    'Copied for Custom element.',
  );
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('there is a frame to copy, and every scene', async ({ page }) => {
    await page.goto('/embed-builder');
    await expect(page.getByText(/iframe src="\/embed\/vm-vs-container"/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Start-up race' })).toBeVisible();
  });
});

test('at any width, light and dark: nothing sticks out, axe finds nothing', async ({ page }) => {
  await open(page, '?scene=a-break-in&size=640x480');
  await expectSoundAt(page, [1440, 1920, 390]);
});
