/** The cards of the stacks: what a reader finds where no layer is selected, and the step on from there. */
import { expect, test, type Locator, type Page } from './strict-page.ts';
import { openScene, queryOf, stageOf, twins } from './stage.ts';

const panelOf = (page: Page) => page.getByRole('region', { name: 'About the stacks' });
const cardOf = (page: Page, title: string) => panelOf(page).getByRole('article', { name: title });
const stacksIn = (page: Page) => () => queryOf(page).get('stacks');

/** Opens the menu at a stack's painted title and presses an item, by the keyboard alone. */
async function chooseByKeyboard(page: Page, title: RegExp, item: string): Promise<void> {
  await stageOf(page).getByRole('button', { name: title }).focus();
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: item });
  await expect(entry).toBeVisible();
  const isFocused = () => entry.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 20 && !(await isFocused()); presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

async function lineCount(text: Locator): Promise<number> {
  return text.evaluate(
    (element) => element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight),
  );
}

test.describe('beside the picture', () => {
  test('one stack is told in full, its figures with their sources', async ({ page }) => {
    await openScene(page, '/explore?stacks=kata');
    const card = cardOf(page, 'Kata Containers');
    await expect(card).toContainText('Stack A');
    await expect(card).toContainText('A container in a VM of its own');
    await expect(card).toContainText('the shim starts one VM per pod');
    await expect(card).toContainText('start until the workload runs');
    await expect(card.getByRole('list', { name: 'Sources' }).getByRole('link')).not.toHaveCount(0);
  });

  test('several stacks are told briefly, and in full when asked', async ({ page }) => {
    await openScene(page, '/explore?stacks=gvisor,kata');
    const card = cardOf(page, 'Containers on gVisor');
    const summary = card.getByText('Containers whose system calls');
    expect(Math.round(await lineCount(summary))).toBe(3);
    const figures = card.getByRole('term');
    await expect(figures).toHaveCount(2);
    await card.getByRole('button', { name: 'More about Containers on gVisor' }).click();
    expect(await lineCount(summary)).toBeGreaterThan(3.5);
    expect(await figures.count()).toBeGreaterThan(2);
    await expect(card.getByRole('button', { name: 'Less about' })).toBeVisible();
    await expect(cardOf(page, 'Kata Containers').getByRole('term')).toHaveCount(2);
  });

  test('a stack one step further comes beside, and goes with Back', async ({ page }) => {
    await openScene(page, '/explore?stacks=kata,process');
    const card = cardOf(page, 'Kata Containers');
    const further = card.getByRole('button', { name: 'Add MicroVMs beside' });
    await further.focus();
    await page.keyboard.press('Enter');
    await expect.poll(stacksIn(page)).toBe('kata,microvm,process');
    await expect(twins(page, 'microvm', 'kernel')).toHaveCount(4);
    const there = card.getByRole('button', { name: 'MicroVMs, on the stage' });
    await expect(there).toBeFocused();
    await expect(there).toHaveAttribute('aria-disabled', 'true');
    await page.goBack();
    await expect.poll(stacksIn(page)).toBe('kata,process');
    await expect(twins(page, 'microvm')).toHaveCount(0);
  });

  test('with four stacks on the stage it takes the place of the one it is a step from', async ({
    page,
  }) => {
    await openScene(page, '/explore?stacks=process,kata,docker-linux,unikernel');
    await cardOf(page, 'Kata Containers')
      .getByRole('button', { name: 'Replace Kata Containers by Containers on gVisor' })
      .click();
    await expect.poll(stacksIn(page)).toBe('process,gvisor,docker-linux,unikernel');
    await expect(
      cardOf(page, 'Containers on gVisor').getByRole('heading', { level: 2 }),
    ).toBeFocused();
    await page.goBack();
    await expect.poll(stacksIn(page)).toBe('process,kata,docker-linux,unikernel');
  });

  test('the menu of a stack leads to its card, away from a layer', async ({ page }) => {
    await openScene(page, '/explore?stacks=gvisor,kata&select=gvisor/kernel');
    await expect(page.getByRole('region', { name: 'Selected layer' })).toBeVisible();
    await chooseByKeyboard(page, /^Kata Containers$/, 'About this stack');
    const card = cardOf(page, 'Kata Containers');
    await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(card.getByRole('heading', { level: 2 })).toBeInViewport();
    await expect.poll(() => queryOf(page).get('select')).toBeNull();
  });

  test('from a layer a button leads back to the cards', async ({ page }) => {
    await openScene(page, '/explore?stacks=wasm&select=wasm/runtime');
    await page.getByRole('button', { name: 'Back to the stacks' }).click();
    await expect(cardOf(page, 'WebAssembly modules')).toContainText('Docker’s own support');
  });

  test('in Boot, which has no side panel, the card opens over the picture', async ({ page }) => {
    await openScene(page, '/explore?stacks=docker-linux,gvisor&lens=boot');
    await chooseByKeyboard(page, /^Containers on gVisor$/, 'About this stack');
    const dialog = page.getByRole('dialog', { name: 'About this stack' });
    await expect(dialog.getByRole('heading', { name: 'Containers on gVisor' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the sheet opens into the card, and the card leads one step further', async ({ page }) => {
    await openScene(page, '/explore?stacks=gvisor');
    await page.getByRole('button', { name: 'Details' }).tap();
    const sheet = page.getByRole('dialog', { name: 'About this stack' });
    await expect(sheet).toContainText(
      'In each sandbox, of one container or one pod, runs the Sentry',
    );
    await expect(sheet.getByRole('list', { name: 'Sources' })).toBeVisible();
    await sheet.getByRole('button', { name: 'Add Kata Containers beside' }).tap();
    await expect(sheet).toHaveCount(0);
    await expect.poll(stacksIn(page)).toBe('gvisor,kata');
    await expect(twins(page, 'kata', 'kernel')).toHaveCount(4);
  });
});
