/** 390 px: one stack at a time, everything within reach of a thumb. */
import { expect, test, type Page } from './strict-page.ts';
import { openScene, queryOf, THREE_STACKS, twins, waitReady } from './stage.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** A finger across the picture, as the browser itself would report it. */
async function swipe(page: Page, fromX: number, toX: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', x: number) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y: 420 }] });
  await touch('touchStart', fromX);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', fromX + (toX - fromX) * part);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devtools.detach();
}

test('Boot shows its lanes on a phone too', async ({ page }) => {
  await openScene(page, '/explore?stacks=process,docker-linux,unikernel&lens=boot');
  await expect(twins(page, 'unikernel').first()).toBeAttached();
});

test.describe('three stacks', () => {
  test.beforeEach(({ page }) => openScene(page, THREE_STACKS));

  test('one stack fills the screen, nothing is wider than it, all is within reach of a thumb', async ({
    page,
  }) => {
    await expect(twins(page, 'vm-bare-metal', 'kernel').first()).toBeAttached();
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);

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

  test('steps go back and forward, the next stack comes by button, all stand in one list', async ({
    page,
  }) => {
    const slider = page.getByRole('slider', { name: 'Timeline' });
    await page.getByRole('button', { name: 'Step back' }).tap();
    await expect(slider).toHaveAttribute('aria-valuetext', /^Step 4 of 5/);
    await page.getByRole('button', { name: 'Step', exact: true }).tap();
    await expect(slider).toHaveAttribute('aria-valuetext', /^Step 5 of 5/);

    await page.getByRole('button', { name: 'Next stack' }).tap();
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
    await page.getByRole('button', { name: 'Previous stack' }).tap();
    await expect(twins(page, 'vm-bare-metal', 'kernel').first()).toBeAttached();

    await page.getByRole('button', { name: 'Compare' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Compare the stacks' });
    await expect(dialog.getByRole('listitem')).toHaveCount(3);
    await expect(dialog.getByRole('listitem').nth(1)).toContainText(/1 kernel/);
  });

  test('the next stack comes by swipe, and the first one again', async ({ page }) => {
    await swipe(page, 320, 60);
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
    await swipe(page, 60, 320);
    await expect(twins(page, 'vm-bare-metal', 'kernel').first()).toBeAttached();
    await expect(twins(page, 'docker-linux')).toHaveCount(0);

    // In a frame too, where its controls are as large as a thumb.
    await page.goto('/embed/vm-vs-container');
    await waitReady(page);
    const next = page.getByRole('button', { name: 'Next stack' });
    await expect(next).toBeVisible();
    await swipe(page, 320, 60);
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
    await swipe(page, 60, 320);
    await expect(twins(page, 'docker-linux')).toHaveCount(0);
    const way = page.getByRole('link', { name: 'Open in Strata' });
    for (const target of [next, page.getByRole('button', { name: 'Previous stack' }), way]) {
      await expect(target).toBeVisible();
      const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });

  test('a tap on a layer shows it in the sheet, which opens into all that is known of it', async ({
    page,
  }) => {
    await twins(page, 'vm-bare-metal', 'hypervisor').tap();
    await expect.poll(() => queryOf(page).get('select')).toContain('vm-bare-metal');
    await expect(page.getByText(/hypervisor/i).first()).toBeVisible();
    await page.getByRole('button', { name: 'Details' }).tap();
    const sheet = page.getByRole('dialog', { name: 'Selected layer' });
    await expect(sheet.getByRole('heading', { name: /Hypervisor/ })).toBeVisible();
    await expect(sheet).toContainText('Provided by');
    await sheet.getByRole('button', { name: 'Close' }).tap();
    await expect(sheet).toHaveCount(0);
  });

  test('a stack is taken off behind the menu', async ({ page }) => {
    await page.getByRole('button', { name: 'Stacks and settings' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Stacks and settings' });
    const remove = (name: string) => dialog.getByRole('button', { name: `Remove ${name}` });
    await remove('VMs on a bare-metal hypervisor').tap();
    await expect(remove('Containers on Linux')).toBeFocused();
    await remove('Docker Desktop on a Mac').tap();
    await expect(remove('Containers on Linux')).toBeFocused();
    // A finger has no keys to undo with.
    await dialog.getByRole('button', { name: 'Undo' }).tap();
    await expect(remove('Docker Desktop on a Mac')).toBeVisible();
    await dialog.getByRole('button', { name: 'Redo' }).tap();
    await expect(remove('Docker Desktop on a Mac')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Undo' }).tap();
    await dialog.getByRole('button', { name: 'Close' }).tap();
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
    await expect.poll(() => queryOf(page).get('stacks')).toBe('docker-linux,desktop-mac');
  });

  test('moving a stack to the end keeps the focus on its row', async ({ page }) => {
    await page.getByRole('button', { name: 'Stacks and settings' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Stacks and settings' });
    const row = dialog.getByRole('listitem').filter({ hasText: 'Containers on Linux' });
    await row.getByRole('button').nth(1).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => queryOf(page).get('stacks')).toMatch(/,docker-linux$/);
    await expect(row.locator(':focus')).toHaveCount(1);
  });

  test('on its side it shows two stacks with their names and menus', async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await expect(twins(page, 'vm-bare-metal', 'kernel').first()).toBeAttached();
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
    await expect(twins(page, 'desktop-mac', 'kernel')).toHaveCount(0);
    await page
      .getByRole('button', { name: /^Containers on Linux/ })
      .last()
      .tap();
    await expect(page.getByRole('menuitem', { name: /Remove/ })).toBeVisible();
  });

  test('zoom buttons lie on the picture, also where the page is scrolled', async ({ page }) => {
    await page.goto(`${page.url()}&cam=0.5,0.5,2`);
    await waitReady(page);
    const group = page.getByRole('group', { name: 'Zoom' });
    await expect(group).toBeVisible();
    for (const toEnd of [false, true]) {
      if (toEnd) await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const [buttons, picture] = [
        await group.boundingBox(),
        await page.locator('[data-stage]').boundingBox(),
      ];
      if (!buttons || !picture) throw new Error('nothing is shown');
      expect(buttons.y + buttons.height).toBeLessThanOrEqual(picture.y + picture.height);
      await page.getByRole('button', { name: 'Zoom in' }).tap({ trial: true });
    }
  });

  test('two fingers zoom the picture and not the page; buttons bring it back', async ({ page }) => {
    const devtools = await page.context().newCDPSession(page);
    // The first touch may come before the code that follows it.
    await expect(async () => {
      await devtools.send('Input.synthesizePinchGesture', {
        ...{ x: 195, y: 450, scaleFactor: 2, gestureSourceType: 'touch' },
      });
      await expect.poll(() => queryOf(page).get('cam'), { timeout: 2000 }).not.toBeNull();
    }).toPass();
    await devtools.detach();
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    await page.getByRole('button', { name: 'Fit the picture' }).tap();
    await expect.poll(() => queryOf(page).get('cam')).toBeNull();

    await page.getByRole('button', { name: 'Stacks and settings' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Stacks and settings' });
    await expect(dialog.getByRole('combobox', { name: 'Speed' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Zoom in' }).tap();
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => queryOf(page).get('cam')).not.toBeNull();
  });
});
