/** Boxes too small for their label tell their name beside them, by pointer and by key. */
import { expect, test, type Page } from './strict-page.ts';
import { BOOT_RACE, openScene, stageOf, THREE_STACKS } from './stage.ts';

const NT_KERNEL = '[data-layer="vm-bare-metal:xen/vm2/kernel"]';

function told(page: Page, text: string) {
  return stageOf(page).getByText(text, { exact: true });
}

test('a small box tells its name while the pointer is on it', async ({ page }) => {
  await openScene(page, BOOT_RACE);
  await page.locator(NT_KERNEL).hover();
  await expect(told(page, 'NT kernel, Windows Server')).toBeVisible();
  await expect(told(page, 'on VM 2; shared by OS services and Web')).toBeVisible();
  const tip = await told(page, 'NT kernel, Windows Server').boundingBox();
  const box = await page.locator(NT_KERNEL).boundingBox();
  expect(tip && box && (tip.y + tip.height <= box.y || tip.y >= box.y + box.height)).toBe(true);
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(told(page, 'NT kernel, Windows Server')).toHaveCount(0);
});

test('the same by keyboard, until Escape', async ({ page }) => {
  await openScene(page, BOOT_RACE);
  await page
    .getByRole('button', { name: /^Hardware, CPU, memory/ })
    .first()
    .focus();
  await page.keyboard.press('ArrowUp');
  await expect(told(page, 'Linux kernel, the one kernel')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(told(page, 'Linux kernel, the one kernel')).toHaveCount(0);
});

test('a box that says its name itself is told of no second time', async ({ page }) => {
  await openScene(page, THREE_STACKS);
  await page.locator('[data-layer="docker-linux/c1"]').hover({ position: { x: 20, y: 2 } });
  await expect(told(page, 'Container 1')).toBeVisible();
  await page.locator('[data-layer="docker-linux/kernel"]').hover();
  await expect(told(page, 'Container 1')).toHaveCount(0);
  await expect(told(page, 'Linux kernel, the host’s')).toHaveCount(0);
});
