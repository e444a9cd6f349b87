/** The Size lens: what stacks take on disk, and how many fit into the memory of one host. */
import { axeFindings, axeInScheme } from './axe.ts';
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import {
  lensButton,
  notices,
  openScene,
  queryOf,
  SIZE_SCENE as SIZE,
  twins,
  waitReady,
} from './stage.ts';

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const sentence = (page: Page) => page.getByRole('main').getByRole('paragraph').first();

/** How many VMs and containers the headline says there is room for. */
async function fits(page: Page): Promise<readonly number[]> {
  const text = (await headline(page).textContent()) ?? '';
  return [...text.matchAll(/([\d,]+) (?:VM|container)/g)].map(([, number = '']) =>
    Number(number.replaceAll(',', '')),
  );
}

test('the lens is reached by mouse and by keyboard, and Back leads out', async ({ page }) => {
  await openScene(page, '/explore?stacks=vm-bare-metal,docker-linux');
  await lensButton(page, 'Size').click();
  await expect(headline(page)).toContainText('fit in');
  await expect.poll(() => queryOf(page).get('lens')).toBe('size');
  await page.goBack();
  await expect(lensButton(page, 'Structure')).toHaveAttribute('aria-current', 'true');
  await lensButton(page, 'Size').focus();
  await page.keyboard.press('Enter');
  await expect(lensButton(page, 'Size')).toHaveAttribute('aria-current', 'true');
});

test('every area says its bytes, and where they come from', async ({ page }) => {
  await openScene(page, SIZE);
  await expect(
    page.getByRole('button', { name: /OS services, libraries of nginx: 950 MB, from a source/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: /Ubuntu base, stored once for nginx.*78\.2 MB/ }),
  ).toBeVisible();
  await expect(twins(page, 'vm-bare-metal', 'kernel').first()).toHaveAccessibleName(/assumption/);
});

test('settings change the picture and stand in the address', async ({ page }) => {
  await openScene(page, SIZE);
  const first = await paintedPicture(page);
  const [vms = 0, containers = 0] = await fits(page);
  expect(containers).toBeGreaterThan(vms);
  await expect(
    page.getByRole('slider', { name: 'Instances per host' }),
  ).toHaveAccessibleDescription(/A is full at \d+\. B is full at \d+\./);

  await page.getByRole('combobox', { name: 'Host' }).selectOption('128');
  await expect.poll(() => queryOf(page).get('size.host')).toBe('128');
  await expect.poll(async () => (await fits(page))[0] ?? 0).toBeGreaterThan(vms);
  await page.getByRole('combobox', { name: 'Host' }).selectOption('64');
  await expect.poll(() => queryOf(page).get('size.host')).toBeNull();

  await page.getByRole('switch', { name: 'Page sharing (KSM)' }).click();
  await expect.poll(() => queryOf(page).get('size.ksm')).toBe('30');
  await expect(sentence(page)).toContainText('Assumed: page sharing keeps 30%');
  await expect.poll(async () => (await fits(page))[0] ?? 0).toBeGreaterThan(vms);
  await page.getByRole('switch', { name: 'Page sharing (KSM)' }).click();
  await expect.poll(() => paintedPicture(page)).toBe(first);

  await page.getByRole('switch', { name: 'Share image layers' }).click();
  await expect.poll(() => queryOf(page).get('size.share')).toBe('0');
  await expect.poll(() => paintedPicture(page)).not.toBe(first);
  await page.getByRole('radio', { name: 'Memory', exact: true }).check({ force: true });
  await expect.poll(() => queryOf(page).get('size.view')).toBe('memory');
});

test('an assumption can be changed, and comes back with the link', async ({ page }) => {
  await openScene(page, SIZE);
  await page.getByRole('button', { name: 'Assumptions' }).click();
  const kernel = page.getByRole('spinbutton', { name: /Kernel's share of the VM's disk/ });
  await kernel.fill('300');
  await kernel.press('Enter');
  await page.getByRole('spinbutton', { name: /Memory of the program/ }).fill('1000');
  await page.getByRole('spinbutton', { name: /Memory of the program/ }).press('Tab');
  await expect.poll(() => queryOf(page).get('size.assume')).toBe('kernel-disk:300');
  await expect.poll(() => queryOf(page).get('size.program')).toBe('1000');
  await page.reload();
  await waitReady(page);
  await expect(page.getByRole('button', { name: /kernel of nginx: 300 MB/ })).toBeVisible();
  await expect(sentence(page)).toContainText('the same program of 1 GB');
});

test('bad values give notices, and the rest stands', async ({ page }) => {
  await openScene(page, `${SIZE}&size.host=4&size.ksm=x&size.assume=%3Cb%3E`);
  await expect(notices(page)).toHaveCount(3);
  await expect(headline(page)).toContainText('fit in 8');
});

for (const n of [1, 46, 1000, 100_000]) {
  test(`${n} instances: those shown and those that do not fit are all of them`, async ({
    page,
  }) => {
    await openScene(page, `${SIZE}&n=${n}&view=table`);
    const row = page.getByRole('row', { name: /^Instances shown/ });
    // The table is fetched after the picture; reading its cells waits for nothing.
    await expect(row).toBeVisible();
    const shown = (await row.getByRole('cell').allTextContents()).map(Number);
    const [vms = 0, containers = 0] = await fits(page);
    expect(shown.slice(-2)).toEqual([Math.min(n, vms), Math.min(n, containers)]);
  });
}

test('the host fills as time goes, and a moment is a link', async ({ page }) => {
  await openScene(page, `${SIZE}&n=40&t=3000`);
  const half = await paintedPicture(page);
  await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveAttribute(
    'aria-valuetext',
    /20 VMs/,
  );
  await openScene(page, `${SIZE}&n=40`);
  expect(await paintedPicture(page)).not.toBe(half);
});

test('every number has its source', async ({ page }) => {
  await openScene(page, SIZE);
  await page.getByRole('button', { name: 'Sources' }).click();
  const dialog = page.getByRole('dialog');
  const figure = dialog.getByRole('link', { name: 'Debian jessie VM image, minimal installation' });
  await expect(figure.first()).toHaveAttribute('href', /figures\?id=size\.debianvm/);
  await expect(dialog.getByRole('list', { name: 'Sources' }).first()).toBeVisible();
});

test('axe finds nothing in light and dark, dialog and table included', async ({ page }) => {
  await openScene(page, `${SIZE}&view=table`);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Assumptions' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
});
