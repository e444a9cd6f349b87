/** The Overhead view of the Path lens: what studies measured against native. */
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { notices, openScene, queryOf, waitReady } from './stage.ts';

const SCENE = '/explore?stacks=docker-linux,vm-bare-metal:kvm,gvisor&lens=path&path.view=overhead';
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const cell = (page: Page, name: RegExp) => page.getByRole('button', { name });

test('is chosen beside the path, and stands in the address with its resource', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux,vm-bare-metal:kvm&lens=path');
  await page.getByRole('radio', { name: 'Overhead' }).check();
  await expect(headline(page)).toHaveText(
    /against native: Container −20\s%; KVM VM −37\s%\. Measured in one study/,
  );
  await expect.poll(() => queryOf(page).get('path.view')).toBe('overhead');
  await page.getByRole('radio', { name: 'CPU' }).check();
  await expect(headline(page)).toHaveText(/^CPU, measured against native: Container 0\s%/);
  await expect.poll(() => queryOf(page).get('path.resource')).toBe('cpu');
  await expect(cell(page, /^KVM VM: Disk/)).toHaveCount(0);
  await page.reload();
  await waitReady(page);
  await expect(page.getByRole('radio', { name: 'CPU' })).toBeChecked();
  await openScene(page, `${SCENE}&path.resource=heat`);
  await expect(notices(page).first()).toContainText('path.resource');
});

test('a cell tells its figures to who points at it or reaches it by keyboard', async ({ page }) => {
  await openScene(page, SCENE);
  const link = page.getByRole('link', { name: /^Linpack \(untuned\) in a KVM guest/ });
  await cell(page, /^KVM VM: CPU, speed/).hover();
  await expect(link).toBeVisible();
  await expect(page.getByText('241.3 and 290.8 GFLOPS')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();

  await cell(page, /^KVM VM: CPU, speed/).focus();
  await expect(link).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(link).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();

  await cell(page, /^gVisor: Network, speed/).click();
  await expect(page.getByText(/against a container of runc, not native/).first()).toBeVisible();
  await page.getByRole('link', { name: /^iperf upload under gVisor/ }).click();
  await expect(page).toHaveURL(/\/figures\?id=perf\.gvisor\.net\.up/);
});

test('what nobody measured says so, in the picture, in the table and in words', async ({
  page,
}) => {
  await openScene(page, '/explore?stacks=docker-linux,desktop-mac&lens=path&path.view=overhead');
  await expect(page.getByText(/No study here measured Desktop, Mac against native/)).toBeVisible();
  await expect(cell(page, /^Desktop, Mac: Memory, speed, not measured$/)).toBeVisible();
  await page.getByRole('radio', { name: 'Table' }).check();
  const row = page.getByRole('row', {
    name: /Docker Desktop on a Mac.*Memory, speed.*not measured/,
  });
  await expect(row).toBeVisible();
  await expect(
    page.getByRole('row', { name: /Linpack in Docker.*0 %.*IBM comparison 2014/ }),
  ).toBeVisible();
});

test('the studies appear one after the other, and each names its source', async ({ page }) => {
  await openScene(page, `${SCENE}&step=1`);
  await expect(page.getByRole('status').first()).toContainText('IBM comparison 2014');
  await page.getByRole('button', { name: 'Sources' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'VMs on KVM' })).toBeVisible();
  await expect(
    dialog.getByRole('link', { name: /KVM\/Docker comparison raw results/ }).first(),
  ).toHaveAttribute('href', /^https:/);
});

test('a phone shows one stack, axes under each other; nothing breaks a rule', async ({ page }) => {
  await openScene(page, SCENE);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await openScene(page, `${SCENE}&theme=dark`);
  await expect(cell(page, /^Container: CPU, speed/)).toBeVisible();
  await expect(cell(page, /^KVM VM:/)).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Resource' }).selectOption('disk');
  await expect(headline(page)).toContainText('Disk, measured against native');
  await cell(page, /^Container: Disk, speed/).click();
  await expect(page.getByRole('link', { name: /^random reads on a Docker volume/ })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
