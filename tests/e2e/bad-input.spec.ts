/** Hostile and mistaken addresses: the scene stands, and a notice names what was not used. */
import { expect, test } from './strict-page.ts';
import { notices, openScene, twins } from './stage.ts';

const BASE = '/explore?stacks=docker-linux';

/** Queries → what the notices must name; three a page: so many are shown at once. */
const CASES: readonly (readonly (readonly [string, RegExp])[])[] = [
  [
    ['n=-1', /n.*-1/s],
    ['t=NaN', /t.*NaN/s],
    ['lens=xray', /lens.*xray/s],
  ],
  [
    ['n=1e9', /n.*1e9/s],
    ['theme=pink', /theme.*pink/s],
    ['cam=1,2', /cam.*1,2/s],
  ],
  [
    ['__proto__=1', /__proto__/],
    ['constructor=1', /constructor/],
    ['select=docker-linux/attic', /select.*docker-linux\/attic/s],
  ],
  [
    ['boot.axis=cubic', /boot\.axis.*cubic/s],
    ['nonsense=%E0%A4%A', /nonsense/],
  ],
];

for (const unusable of CASES) {
  const query = unusable.map(([one]) => one).join('&');
  test(`${query}: each is named and the rest stands`, async ({ page }) => {
    await openScene(page, `${BASE}&${query}`);
    for (const [, says] of unusable) {
      await expect(notices(page).filter({ hasText: says }).first()).toBeVisible();
    }
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  });
}

for (const stacks of ['no-such-stack', '__proto__', '%E0%A4%A', 'vm-bare-metal:no-such']) {
  test(`stacks=docker-linux,${stacks} keeps the stack that is known`, async ({ page }) => {
    await openScene(page, `/explore?stacks=docker-linux,${stacks}`);
    await expect(notices(page).filter({ hasText: 'stacks' }).first()).toBeVisible();
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  });
}

test('a notice can be dismissed', async ({ page }) => {
  await openScene(page, `${BASE}&n=-1`);
  await expect(notices(page)).toHaveCount(1);
  await notices(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices(page)).toHaveCount(0);
});

test('more stacks than there is room for are named, and the first are drawn', async ({ page }) => {
  const five = 'process,vm-bare-metal,vm-hosted,docker-linux,desktop-mac';
  await openScene(page, `/explore?stacks=${five}`);
  await expect(notices(page).filter({ hasText: 'stacks' })).toHaveCount(1);
  await expect(notices(page).first()).toContainText('Containers on Linux');
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

test('a step and a playhead beyond the end are named with what was used', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux&step=99');
  await expect(page.getByText(/step: “99” lies out of its range/)).toBeVisible();
  await openScene(page, '/explore?stacks=docker-linux&t=1e12');
  await expect(page.getByText(/t: “1000000000000” lies out of its range/)).toBeVisible();
  await openScene(page, '/explore?stacks=docker-linux&t=1e99');
  await expect(page.getByText(/t: “1e99” lies out of its range/)).toBeVisible();
  await expect(notices(page)).toHaveCount(1);
});

test('a camera far off shows a part of the picture all the same', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux&cam=1e9,0.5,2');
  await expect(page.getByText(/cam: “1e9,0.5,2” lies out of its range/)).toBeVisible();
  const inView = page.locator('[data-layer="docker-linux/hardware"]');
  await expect(inView).toBeInViewport();
});
