/** Hostile and mistaken addresses: the scene stands, and a notice names what was not used. */
import { expect, test } from './strict-page.ts';
import { openScene, twins } from './stage.ts';

const BASE = '/explore?stacks=docker-linux';

/** Query → what the notice must name. */
const CASES: readonly (readonly [string, RegExp])[] = [
  ['n=-1', /n.*-1/s],
  ['n=1e9', /n.*1e9/s],
  ['t=NaN', /t.*NaN/s],
  ['lens=xray', /lens.*xray/s],
  ['theme=pink', /theme.*pink/s],
  ['cam=1,2', /cam.*1,2/s],
  ['boot.axis=cubic', /boot\.axis.*cubic/s],
  ['__proto__=1', /__proto__/],
  ['constructor=1', /constructor/],
  ['select=docker-linux/attic', /select.*docker-linux\/attic/s],
  ['nonsense=%E0%A4%A', /nonsense/],
];

for (const [query, says] of CASES) {
  test(`${query} is named and the rest stands`, async ({ page }) => {
    await openScene(page, `${BASE}&${query}`);
    const notice = page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: says });
    await expect(notice.first()).toBeVisible();
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  });
}

for (const stacks of ['no-such-stack', '__proto__', '%E0%A4%A', 'vm-bare-metal:no-such']) {
  test(`stacks=docker-linux,${stacks} keeps the stack that is known`, async ({ page }) => {
    await openScene(page, `/explore?stacks=docker-linux,${stacks}`);
    const notice = page
      .getByRole('status')
      .or(page.getByRole('alert'))
      .filter({ hasText: 'stacks' });
    await expect(notice.first()).toBeVisible();
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  });
}

test('a notice can be dismissed', async ({ page }) => {
  await openScene(page, `${BASE}&n=-1`);
  const notice = page.getByText(/-1/).first();
  await expect(notice).toBeVisible();
  await page
    .getByRole('button', { name: /dismiss|close/i })
    .first()
    .click();
  await expect(notice).toBeHidden();
});

test('more stacks than there is room for are named, and the first are drawn', async ({ page }) => {
  const five = 'process,vm-bare-metal,vm-hosted,docker-linux,desktop-mac';
  await openScene(page, `/explore?stacks=${five}`);
  await expect(page.getByText(/stacks/).first()).toBeVisible();
  await expect(twins(page, 'process', 'kernel')).toHaveCount(1);
});

test('a hundred thousand instances cost one crowd', async ({ page }) => {
  await openScene(page, `${BASE}&n=100000`);
  expect(await page.locator('[data-layer]').count()).toBeLessThanOrEqual(300);
  await expect(
    page
      .locator('[data-layer]')
      .filter({ hasText: /100[, ]?000/ })
      .first(),
  ).toBeAttached();
});
