/** 390 px: one stack at a time, everything within reach of a thumb. */
import { expect, test } from './strict-page.ts';
import { openScene, queryOf, THREE_STACKS, twins, waitReady } from './stage.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test.beforeEach(({ page }) => openScene(page, THREE_STACKS));

test('one stack fills the screen, and nothing is wider than it', async ({ page }) => {
  await expect(twins(page, 'vm-bare-metal', 'kernel').first()).toBeAttached();
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(0);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the next stack comes by button', async ({ page }) => {
  await page.getByRole('button', { name: 'Next stack' }).tap();
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  await page.getByRole('button', { name: 'Previous stack' }).tap();
  await expect(twins(page, 'vm-bare-metal', 'kernel').first()).toBeAttached();
});

test('a tap on a layer shows it in the sheet', async ({ page }) => {
  await twins(page, 'vm-bare-metal', 'hypervisor').tap();
  await expect.poll(() => queryOf(page).get('select')).toContain('vm-bare-metal');
  await expect(page.getByText(/hypervisor/i).first()).toBeVisible();
});

test('every control is at least 44 px high', async ({ page }) => {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, [role="switch"]')]
      .filter((element) => element.dataset.layer === undefined && element.checkVisibility())
      .map((element) => {
        const target = element.closest('label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        return { name: element.getAttribute('aria-label') ?? target.innerText, width, height };
      })
      .filter(({ width, height }) => width > 1 && height > 1 && height < 43.5),
  );
  expect(small).toEqual([]);
});

test('Boot shows its lanes on a phone too', async ({ page }) => {
  await page.goto('/explore?stacks=process,docker-linux,unikernel&lens=boot');
  await waitReady(page);
  await expect(twins(page, 'unikernel').first()).toBeAttached();
});
