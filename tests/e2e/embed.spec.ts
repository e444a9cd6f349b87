/** The iframe: a guest on somebody else's page, which must keep its focus, its Tab and its wheel. */
import { countFrames, framesInASecond } from './frames.ts';
import { expect, test, type Page } from './strict-page.ts';

/** A host page with text above and below the frame, long enough to scroll. */
async function openHost(page: Page, src: string, attributes = ''): Promise<void> {
  await page.route('**/host-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Host</title>
        <style>body{margin:0} #room{height:1600px}</style>
        <button id="before">Before</button>
        <iframe title="Strata" src="${src}" width="800" height="520" ${attributes}></iframe>
        <button id="after">After</button><div id="room"></div></html>`,
    }),
  );
  await page.goto('/host-page');
  const stage = page.frameLocator('iframe').locator('[data-stage]');
  await expect(stage).toHaveAttribute('data-state', 'ready');
}

const SRC = '/embed?stacks=docker-linux,vm-bare-metal';

test('says where it comes from, takes no focus, and Tab goes in and comes out again', async ({
  page,
}) => {
  await openHost(page, SRC);
  await expect(page.frameLocator('iframe').getByRole('link', { name: /strata/i })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.locator('#before').focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id)) === 'after') return;
  }
  throw new Error('40 presses of Tab did not leave the frame');
});

test('the wheel over it scrolls the page around it', async ({ page }) => {
  await openHost(page, SRC);
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
});

test('asks for no frame while it is scrolled out of sight', async ({ page }) => {
  await countFrames(page);
  await openHost(page, `${SRC}&play=1&t=0&speed=0.05`);
  const frame = page.frames()[1];
  if (!frame) throw new Error('the host page has no frame');
  await expect.poll(() => framesInASecond(frame)).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => framesInASecond(frame)).toBe(0);
});

test('works in a sandboxed frame without an origin', async ({ page }) => {
  await openHost(page, SRC, 'sandbox="allow-scripts"');
  const kernel = page.frameLocator('iframe').locator('[data-kind="kernel"]').first();
  await expect(kernel).toBeAttached();
});

test('says so when a value cannot be used, and stands', async ({ page }) => {
  await openHost(page, `${SRC}&t=NaN&lens=xray`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-layer="docker-linux/kernel"]')).toBeAttached();
  const notices = await frame.locator('[data-notices]').boundingBox();
  const picture = await frame.locator('[data-stage]').boundingBox();
  if (!notices || !picture) throw new Error('no notice, or no picture');
  expect(notices.y + notices.height).toBeLessThanOrEqual(picture.y + 1);
  await frame.getByRole('button', { name: 'Dismiss all' }).press('Enter');
  await expect(frame.locator('[data-notices]')).toHaveCount(0);
  await expect(frame.locator('h1')).toBeFocused();
});

test('a low frame keeps its picture whole, with one row of controls', async ({ page }) => {
  await page.setViewportSize({ width: 480, height: 270 });
  await page.goto('/embed/vm-vs-container');
  const stage = page.locator('[data-stage]');
  await expect(stage).toHaveAttribute('data-state', 'ready');
  const picture = await stage.boundingBox();
  const hardware = await page.locator('[data-kind="hardware"]').first().boundingBox();
  const wall = await page.locator('[data-kind="wall"]').first().boundingBox();
  if (!picture || !hardware || !wall) throw new Error('a part of the picture has no box');
  expect(picture.height).toBeGreaterThan(150);
  await expect(page.getByText('Bare-metal VM 1 of 2')).toBeVisible();
  expect(hardware.y + hardware.height - wall.y).toBeGreaterThan(100);
  expect(wall.y).toBeGreaterThanOrEqual(picture.y);
  // Boxes too small for their names are told by a key.
  await page.getByRole('button', { name: 'Key', exact: true }).click();
  const key = page.getByRole('list', { name: 'What the fills and outlines mean' });
  await expect(key.getByText('Hypervisor')).toBeVisible();
  await expect(key.getByText('Container’s fence')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(key).toHaveCount(0);
  await page.getByRole('button', { name: 'Next stack: Container' }).click();
  await expect(page.getByText('Container 2 of 2')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Container', exact: true })).toBeAttached();
  await expect(page.locator('[data-layer="docker-linux/kernel"]')).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(480);
  await expect(page.getByRole('link', { name: /strata/i })).toBeInViewport();
});

test('an empty frame offers the scenes there are', async ({ page }) => {
  await page.goto('/embed');
  await page.getByRole('link', { name: 'Start-up race' }).click();
  await expect(page).toHaveURL(/\/embed\/start-up-race$/);
  await expect(page.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
  // A stack is a mark here: the keyboard comes to the playback first.
  const play = page.getByRole('button', { name: 'Play' });
  await expect(play).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(play).toBeFocused();
  // Its numbers are never without their sources, and a frame too low for it says it in words.
  await page.getByRole('button', { name: 'Sources' }).click();
  const sources = page.getByRole('dialog');
  await expect(sources.getByRole('link', { name: /My VM is Lighter/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Sources' })).toBeFocused();
  await page.setViewportSize({ width: 320, height: 200 });
  await expect(page.getByRole('columnheader', { name: 'Source' })).toBeAttached();
});

test.describe('a scene that does not exist', () => {
  test.use({ allowedMessages: /status of 404/ });

  test('is named, and the frame takes no focus', async ({ page }) => {
    await page.route('**/host-page', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Host</title><input aria-label="Notes" autofocus>
          <iframe title="Strata" src="/embed/no-such-scene" width="600" height="400"></iframe></html>`,
      }),
    );
    await page.goto('/host-page');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { name: /no-such-scene/ })).toBeVisible();
    await expect(frame.getByRole('link', { name: 'Start-up race' })).toBeVisible();
    await expect(page.getByLabel('Notes')).toBeFocused();
  });
});
