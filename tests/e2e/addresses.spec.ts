/** Addresses: what the static host answers, and that the site stands at any base path. */
import { createSiteServer, listen } from '../../.ci/static-site.mjs';
import { expect, test } from './strict-page.ts';
import { THREE_STACKS, waitReady } from './stage.ts';

test.describe('unknown addresses', () => {
  // The browser reports the status of the page, and SvelteKit's router the address.
  test.use({ allowedMessages: /status of 404|Not found: / });

  for (const address of ['/nowhere', '/explore/no-such-scene']) {
    test(`${address} gives a 404 page that leads on`, async ({ page }) => {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('link', { name: /explore/i }).first()).toBeVisible();
    });
  }
});

test('a path with a broken escape is refused in words', async ({ request }) => {
  const response = await request.get('/%E0%A4%A');
  expect(response.status()).toBe(400);
  expect(await response.text()).toContain('<a href="/">');
});

test('a trailing slash leads to the page', async ({ page }) => {
  await page.goto('/explore/?stacks=process');
  expect(new URL(page.url()).pathname).toBe('/explore');
  await waitReady(page);
});

test.describe('at a base path that the build did not know', () => {
  // This test's requests go to a host of its own.
  test('the site works, and asks for nothing outside of it', async ({ browser }) => {
    const site = createSiteServer({ dir: 'build', base: '/deep/down' });
    const port = await listen(site, 0);
    const origin = `http://127.0.0.1:${port}`;
    const page = await browser.newPage();
    const outside: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && !url.startsWith(`${origin}/deep/down/`)) outside.push(url);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    try {
      await page.goto(`${origin}/deep/down${THREE_STACKS}`);
      await waitReady(page);
      expect(outside).toEqual([]);
      expect(failed).toEqual([]);
    } finally {
      await page.close();
      site.closeAllConnections();
      site.close();
    }
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const address of ['/', '/explore/vm-vs-container', '/embed/vm-vs-container']) {
    test(`${address} still says what it shows`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page).toHaveTitle(/Strata/);
      await expect(
        page
          .getByRole('main')
          .getByText(/kernel/i)
          .first(),
      ).toBeVisible();
      expect(await page.getByRole('listitem').count()).toBeGreaterThan(3);
    });
  }

  for (const route of ['explore', 'embed']) {
    test(`/${route} lists what there is`, async ({ page }) => {
      await page.goto(`/${route}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Containers on Linux', { exact: true })).toBeVisible();
      const scenes = page.getByRole('main').getByRole('listitem').getByRole('link');
      expect(await scenes.count()).toBeGreaterThan(5);
      await scenes.first().click();
      await expect(page).toHaveURL(new RegExp(`/${route}/[a-z]`));
      await expect(
        page
          .getByRole('main')
          .getByText(/kernel/i)
          .first(),
      ).toBeVisible();
    });
  }
});

test.describe('unknown addresses without scripts', () => {
  test.use({ javaScriptEnabled: false, allowedMessages: /status of 404/ });

  for (const address of ['/embed/nope', '/nothing']) {
    test(`${address} says that nothing stands there, and leads on`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'Nothing stands here' })).toBeVisible();
      await page.getByRole('link', { name: 'Explore all stacks' }).click();
      await expect(page).toHaveURL(/\/explore$/);
    });
  }
});
