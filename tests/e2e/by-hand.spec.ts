/** The lesson in which a container is built by hand: what was recorded, from both sides. */
import { axeFindings, axeInScheme } from './axe.ts';
import { waitReady } from './stage.ts';
import { expect, test, type Page } from './strict-page.ts';

async function openStep(page: Page, step: string): Promise<void> {
  await page.goto(`/learn/by-hand?step=${step}`);
  await waitReady(page);
}
const inside = (page: Page) => page.getByRole('region', { name: 'Inside', exact: true });
const host = (page: Page) => page.getByRole('region', { name: 'On the host', exact: true });

test('both sides stand beside the picture, what changed is marked and said', async ({ page }) => {
  await openStep(page, 'uts');
  await expect(inside(page)).toContainText('exec unshare --uts bash');
  await expect(inside(page).getByText('changed: shop')).toBeVisible();
  await expect(inside(page).getByText(/^changed: uts:\[\d+\]$/)).toBeVisible();
  await expect(host(page)).toContainText('lab');
  await expect(host(page).getByText('changed:')).toHaveCount(0);
  await expect(page.getByText('sethostname("shop", 4)')).toBeVisible();
  await expect(page.getByText(/^Recorded 20\d\d-\d\d-\d\d in a VM of its own/)).toBeVisible();
});

test('what was asked besides is at hand by keyboard, and the commands can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStep(page, 'uts');
  const others = inside(page).getByText('Asked as well: id, ps, mount, ip');
  await expect(inside(page).getByText('uid=0(root)', { exact: false })).toBeHidden();
  await others.press('Enter');
  await expect(inside(page).getByText('uid=0(root)', { exact: false })).toBeVisible();
  await inside(page).getByRole('button', { name: 'Copy the commands typed inside' }).press('Enter');
  await expect(inside(page).getByRole('status')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').slice(0, 2)).toEqual(['exec unshare --uts bash', 'hostname shop']);
});

test('a refused clipboard is said, and the text is there to be selected', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new Error('refused'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } });
  });
  await openStep(page, 'uts');
  await host(page).getByRole('button', { name: 'Copy the commands typed on the host' }).click();
  await expect(host(page).getByRole('status')).toHaveText('Refused: select the text');
});

test('what was recorded does not give the answer away', async ({ page }) => {
  await openStep(page, 'root');
  await expect(page.getByRole('radio', { name: 'The same as on the host' })).toBeVisible();
  await expect(inside(page)).toHaveCount(0);
  await page.getByRole('radio', { name: 'The same as on the host' }).check();
  await page.getByRole('button', { name: 'This is my answer' }).click();
  await expect(inside(page)).toContainText('Debian GNU/Linux 13');
  await expect(host(page)).toContainText('Debian GNU/Linux 12');
});

test('the whole way of runc is a list, with what does the same by hand', async ({ page }) => {
  await openStep(page, 'runc');
  await page.getByText('What runc did, call by call').press('Enter');
  const calls = page.getByRole('listitem').filter({ hasText: 'pivot_root(".", ".")' });
  await expect(calls).toContainText('by hand: root directory');
  await expect(page.getByText('PR_SET_SECCOMP', { exact: false })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('one side at a time, and nothing is wider than the screen', async ({ page }) => {
    await openStep(page, 'net');
    await page.getByRole('radio', { name: 'Its own loopback, and that is down' }).check();
    await page.getByRole('button', { name: 'This is my answer' }).click();
    await expect(inside(page)).toBeVisible();
    await expect(host(page)).toBeHidden();
    await page.getByRole('radio', { name: 'On the host' }).check();
    await expect(host(page)).toContainText('shop0@if2');
    await expect(inside(page)).toBeHidden();
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(width);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all that was recorded can be read', async ({ page }) => {
    await page.goto('/learn/by-hand');
    await expect(page.getByRole('heading', { name: '11. The same, by runc' })).toBeVisible();
    await expect(inside(page)).toHaveCount(11);
    await expect(host(page).nth(5)).toContainText('ls -m /images/shop');
    await expect(inside(page).nth(5)).toContainText('pivot_root . old');
    await expect(inside(page).nth(7)).toContainText('Killed');
  });
});

test('axe has nothing to say about a recording, light or dark', async ({ page }) => {
  await page.goto('/learn/by-hand?step=mounts');
  await waitReady(page);
  await expect(inside(page)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
});
