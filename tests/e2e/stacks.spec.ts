/** What stands side by side: chosen, exchanged and moved by the keyboard alone, undone and redone. */
import { expect, test, type Locator, type Page } from './strict-page.ts';
import { openScene, queryOf, stageOf, twins, waitReady } from './stage.ts';

const TWO_STACKS = '/explore?stacks=vm-bare-metal,docker-linux';
const CONTAINERS = /^(Menu of )?Containers on Linux/;

const stacksIn = (page: Page) => () => queryOf(page).get('stacks');

async function pressEnter(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Walks down an open menu until the item has the focus, and presses it. */
async function choose(page: Page, item: Locator): Promise<void> {
  await expect(item).toBeVisible();
  const isFocused = () => item.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 20 && !(await isFocused()); presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
}

async function chooseFromMenuOf(page: Page, stack: RegExp, item: string): Promise<void> {
  await pressEnter(page, stageOf(page).getByRole('button', { name: stack }));
  await choose(page, page.getByRole('menuitem', { name: item }));
}

async function leftOf(page: Page, stack: string): Promise<number> {
  return (await twins(page, stack, 'hardware').first().boundingBox())?.x ?? Number.NaN;
}

test('a stack is added and removed', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux');
  await pressEnter(page, page.getByRole('button', { name: 'Add a stack' }));
  const dialog = page.getByRole('dialog', { name: 'Add a stack' });
  await pressEnter(page, dialog.getByRole('button', { name: /unikernel/i }).first());
  await expect.poll(stacksIn(page)).toBe('docker-linux,unikernel');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await chooseFromMenuOf(page, CONTAINERS, 'Remove');
  await expect.poll(stacksIn(page)).toBe('unikernel');
  await expect(twins(page, 'docker-linux')).toHaveCount(0);
  await page.goBack();
  await expect.poll(stacksIn(page)).toBe('docker-linux,unikernel');
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
});

test('what is on the stage cannot be picked again', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux');
  await page.getByRole('button', { name: 'Add a stack' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a stack' });
  await expect(dialog.getByRole('button', { name: /^Containers on Linux/ })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: /unikernel/i }).first()).toBeEnabled();
});

test('a stack is replaced where it stands', async ({ page }) => {
  await openScene(page, TWO_STACKS);
  await chooseFromMenuOf(page, /^(Menu of )?VMs on/, 'Replace');
  const dialog = page.getByRole('dialog', { name: /^Replace VMs on/ });
  await pressEnter(page, dialog.getByRole('button', { name: /^Process/ }).first());
  await expect.poll(stacksIn(page)).toBe('process,docker-linux');
  await expect(twins(page, 'process', 'kernel')).toHaveCount(1);
  await expect(twins(page, 'vm-bare-metal')).toHaveCount(0);
  await expect(page.locator('[data-stack-title="process"]')).toBeFocused();
});

test('a stack changes places with its neighbour', async ({ page }) => {
  await openScene(page, TWO_STACKS);
  expect(await leftOf(page, 'vm-bare-metal')).toBeLessThan(await leftOf(page, 'docker-linux'));
  await chooseFromMenuOf(page, CONTAINERS, 'Move left');
  await expect.poll(stacksIn(page)).toBe('docker-linux,vm-bare-metal');
  await waitReady(page);
  expect(await leftOf(page, 'docker-linux')).toBeLessThan(await leftOf(page, 'vm-bare-metal'));
});

test('a variant is chosen from the menu', async ({ page }) => {
  await openScene(page, TWO_STACKS);
  await expect(twins(page, 'vm-bare-metal', 'kernel')).toHaveCount(3);
  await pressEnter(page, stageOf(page).getByRole('button', { name: /^(Menu of )?VMs on/ }));
  await choose(page, page.getByRole('menuitemradio', { name: /Xen/ }));
  await expect.poll(stacksIn(page)).toBe('vm-bare-metal:xen,docker-linux');
  await expect(twins(page, 'vm-bare-metal:xen', 'kernel')).toHaveCount(4);
});

test('a change is undone and redone', async ({ page }) => {
  await openScene(page, TWO_STACKS);
  await chooseFromMenuOf(page, CONTAINERS, 'Remove');
  await expect(twins(page, 'docker-linux')).toHaveCount(0);
  const privilege = page.getByRole('switch', { name: 'CPU privilege' });
  await privilege.click();
  await expect.poll(() => queryOf(page).get('hide')).toContain('privilege');

  await page.keyboard.press('Control+z');
  await expect(privilege).toBeChecked();
  await expect(twins(page, 'docker-linux')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  await expect.poll(stacksIn(page)).toBe('vm-bare-metal,docker-linux');

  await page.keyboard.press('Control+Shift+z');
  await expect(twins(page, 'docker-linux')).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(privilege).not.toBeChecked();
  await expect.poll(stacksIn(page)).toBe('vm-bare-metal');
});

test('an empty workbench offers a start', async ({ page }) => {
  await page.goto('/explore?stacks=');
  await expect(page.getByText('Pick a first stack').first()).toBeVisible();
  await page.getByRole('button', { name: 'VMs and containers' }).click();
  await waitReady(page);
  await expect(twins(page, 'vm-bare-metal', 'kernel')).toHaveCount(3);
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
});
