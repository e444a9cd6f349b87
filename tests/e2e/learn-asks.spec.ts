/** What lessons ask in their pictures, what is set there, and the check before and after. */
import { axeFindings, axeInScheme } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { queryOf, twins, waitReady } from './stage.ts';

const LESSON = '/learn/containers-and-vms';
/** What each one is made of: the hypervisor is missing. */
const PLACE = `${LESSON}?step=made-of`;
/** What if somebody breaks in? */
const REACH = `${LESSON}?step=isolation`;

const layer = (page: Page, path: string) => page.locator(`[data-layer="${path}"]`);
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const answer = (page: Page) => page.getByRole('button', { name: 'This is my answer' });
/** The layer that is missing, to be dragged. */
const chip = (page: Page) => page.getByRole('button', { name: 'Hypervisor (ESXi)', exact: true });

async function openAsked(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await waitReady(page);
  await expect(answer(page)).toBeVisible();
}

test('the picture lacks a layer until it is dragged to its place', async ({ page }) => {
  await openAsked(page, PLACE);
  await expect(layer(page, 'vm-bare-metal/hypervisor')).toHaveCount(0);
  await expect(page.getByText('A layer is missing here.')).toBeVisible();
  const hardware = layer(page, 'vm-bare-metal/hardware');
  await expect(chip(page)).toBeVisible();
  await expect(hardware).toHaveAttribute('data-marked', 'spot');
  const [from, to] = [await chip(page).boundingBox(), await hardware.boundingBox()];
  if (!from || !to) throw new Error('chip and hardware have no place');
  await page.mouse.move(from.x + 30, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 20, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('radio', { name: 'On the hardware, under all VMs' })).toBeChecked();
  await answer(page).click();
  await expect(page.getByText('Right.', { exact: true })).toBeVisible();
  await expect(layer(page, 'vm-bare-metal/hypervisor')).toBeVisible();
  await expect(page.getByText('A layer is missing here.')).toHaveCount(0);
  await page.reload();
  await waitReady(page);
  await expect(page.getByText('Right.', { exact: true })).toBeVisible();
  await expect(layer(page, 'vm-bare-metal/hypervisor')).toBeVisible();
});

test('a place is chosen on the picture by keyboard; a wrong one is explained', async ({ page }) => {
  await openAsked(page, PLACE);
  await expect(layer(page, 'docker-linux/kernel')).toHaveAttribute('data-marked', 'spot');
  await chip(page).press('Enter');
  await expect(page.locator('[data-layer]:focus')).toHaveAttribute('data-marked', 'spot');
  await layer(page, 'docker-linux/kernel').focus();
  await page.keyboard.press('Enter');
  await expect(layer(page, 'docker-linux/kernel')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('radio', { name: 'Under the containers, too' })).toBeChecked();
  await answer(page).press('Enter');
  await expect(page.getByText('Not quite.')).toBeVisible();
  await expect(page.getByText('Containers need none.', { exact: false })).toBeVisible();
  await expect(layer(page, 'vm-bare-metal/hypervisor')).toBeVisible();
});

test('how far a break-in goes is marked, judged by the simulation, and played', async ({
  page,
}) => {
  await openAsked(page, REACH);
  await expect(page.getByText(/reached in B/)).toHaveCount(0);
  // The lens that would show it is there once it has been answered.
  await expect(page.getByText('come with your answer', { exact: false })).toBeVisible();
  const lens = page.getByRole('group', { name: 'Lens' });
  await expect(lens).toHaveCount(0);
  const kernel = layer(page, 'docker-linux/kernel');
  await expect(kernel).toHaveAttribute('data-marked', 'spot');
  await kernel.focus();
  await page.keyboard.press('Enter');
  await expect(kernel).toHaveAttribute('aria-pressed', 'true');
  await layer(page, 'vm-bare-metal/hypervisor').click({ position: { x: 20, y: 12 } });
  const marked = page.getByText('Bare-metal VM: Hypervisor (ESXi); Container: Linux kernel');
  await expect(marked).toBeVisible();
  await page.getByText('Mark in a list').click();
  await page.getByRole('group', { name: 'Container' }).getByLabel('Mail').check();
  await expect(layer(page, 'docker-linux/c3/app')).toHaveAttribute('aria-pressed', 'true');
  await answer(page).click();
  const words = page.getByRole('main');
  await expect(words).toContainText('Marked, and not reached (dotted line). Bare-metal VM: Hyper');
  await expect(words).toContainText('Reached, and not marked (dashed line).');
  await expect(words).toContainText('All 6 reached in B.');
  await expect(lens).toBeVisible();
  await expect(layer(page, 'vm-bare-metal/hypervisor')).toHaveAttribute('data-marked', 'wrong');
  await expect(layer(page, 'docker-linux/engine')).toHaveAttribute('data-marked', 'missed');
  await page.getByRole('button', { name: 'Ask me again' }).click();
  await expect(words).not.toContainText('All 6 reached in B.');
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveAttribute('aria-pressed', 'false');
});

test('the lens is set under the picture, and the picture comes back', async ({ page }) => {
  await page.goto(`${LESSON}?step=memory`);
  await waitReady(page);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const settings = page.getByRole('group', { name: 'Settings' });
  await settings.getByRole('combobox', { name: 'Host' }).selectOption({ index: 0 });
  const explore = page.getByRole('link', { name: 'Open in Explore' });
  await expect(explore).toHaveAttribute('href', /size\.host=/);
  await page.getByRole('button', { name: 'Back to the step’s picture' }).click();
  await expect(explore).not.toHaveAttribute('href', /size\.host=/);
});

test('the words end with the next step; scrolling on goes there, not in one go', async ({
  page,
}) => {
  await page.goto(LESSON);
  await waitReady(page);
  const card = page.getByRole('link', { name: /What each one is made of/ });
  await card.hover();
  await page.mouse.wheel(0, 5000);
  await expect(page.getByText('Scroll on to go there')).toBeVisible();
  await expect(title(page)).toHaveText('Who brings a kernel?');
  // Each turn of the wheel is a gesture of its own once the one before it has rested.
  await expect(async () => {
    if (queryOf(page).get('step') === null) await page.mouse.wheel(0, 200);
    expect(queryOf(page).get('step')).toBe('2');
  }).toPass({ intervals: [400] });
  await page.getByRole('link', { name: /The kernel makes the fence/ }).click();
  await expect(title(page)).toHaveText('The kernel makes the fence');
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('scrolling stays scrolling', async ({ page }) => {
    await page.goto(LESSON);
    await waitReady(page);
    await page.getByRole('link', { name: /What each one is made of/ }).hover();
    for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, 400);
    await expect(page.getByText('Scroll on to go there')).toHaveCount(0);
    await expect(title(page)).toHaveText('Who brings a kernel?');
  });
});

test.describe('ten questions', () => {
  test('before and after: counted, explained, kept, and carried in a file', async ({
    page,
  }, info) => {
    await page.goto('/learn');
    await page.getByRole('link', { name: 'To the questions' }).click();
    await expect(page.getByText('not taken yet')).toHaveCount(2);
    await expect(page.getByText('10 questions, on one page.', { exact: false })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Before the lessons' })).toBeChecked();
    await page.getByRole('button', { name: 'Begin' }).click();
    const asked = page.getByRole('group');
    await expect(asked).toHaveCount(10);
    await asked.nth(0).getByRole('radio', { name: 'The machine’s' }).check();
    await asked.nth(1).getByRole('radio').first().check();
    await expect(page.getByText('2 of 10 answered', { exact: false })).toBeVisible();
    // Left and taken up again.
    await page.reload();
    await page.getByRole('button', { name: 'Go on: 2 of 10 answered' }).click();
    // On with the first that is open.
    await expect(asked.nth(2).getByRole('radio').first()).toBeFocused();
    await expect(asked.nth(0).getByRole('radio', { name: 'The machine’s' })).toBeChecked();
    await page.getByRole('button', { name: 'Show my result' }).click();
    const result = page.getByRole('heading', { name: 'Before the lessons: 1 of 10 right' });
    await expect(result).toBeFocused();
    await expect(page.getByText('1 of 10 right, 1 wrong, 8 left open')).toBeVisible();
    await page.getByText('Answers and explanations').click();
    await expect(page.getByText('Your answer is wrong.')).toHaveCount(1);
    await expect(page.getByText('You left this open.')).toHaveCount(8);
    await expect(page.getByRole('radio', { name: 'After the lessons' })).toBeChecked();
    await page.getByRole('button', { name: 'Take it again, after the lessons' }).click();
    for (const [at, name] of ['The machine’s', 'Everything that runs on this kernel'].entries()) {
      await asked.nth(at).getByRole('radio', { name }).check();
    }
    await asked.nth(2).getByRole('radio', { name: 'Only with an emulator' }).check();
    await page.getByRole('button', { name: 'Show my result' }).click();
    await expect(page.getByText('That is 1 more than before.')).toBeVisible();
    await expect(page.getByText('It brings no other kernel.', { exact: false })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);

    await page.goto('/learn');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as a file' }).click();
    const file = info.outputPath('progress.json');
    await (await download).saveAs(file);
    await page.getByRole('button', { name: 'Erase' }).click();
    await page.getByRole('button', { name: 'Erase them' }).click();
    await expect(page.getByText('This browser keeps nothing of your lessons.')).toBeVisible();
    await page.getByLabel('Read from a file').setInputFiles(file);
    await expect(page.getByText('are here now', { exact: false })).toBeVisible();
    await page.goto('/learn/check');
    await expect(page.getByText('1 of 10 right')).toBeVisible();
    await expect(page.getByText('2 of 10 right')).toBeVisible();
  });

  test('a file of something else changes nothing, and is named', async ({ page }) => {
    await page.goto('/learn');
    await expect(page.getByText('Nothing is kept yet.')).toBeVisible();
    const file = { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
    await page.getByLabel('Read from a file').setInputFiles(file);
    await expect(page.getByText('“other.json” holds no progress', { exact: false })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Save as a file' })).toHaveCount(0);
  });

  test('without storage the result ends with the visit, and that is said', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto('/learn/check');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Show my result' }).click();
    await expect(page.getByText('0 of 10 right').first()).toBeVisible();
    await expect(page.getByText('the result ends with this visit', { exact: false })).toBeVisible();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('questions and break-ins stand there with their answers', async ({ page }) => {
    await page.goto('/learn/check');
    const told = (hasText: string) => page.getByRole('paragraph').filter({ hasText });
    await expect(told('Whose kernel does it use?')).toBeVisible();
    await expect(told('all its containers share the kernel in it.')).toBeVisible();
    await page.goto(LESSON);
    await expect(told('Reached besides the program itself')).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a place is tapped, and layers are marked; nothing is wider than the screen', async ({
    page,
  }) => {
    await openAsked(page, PLACE);
    const hardware = layer(page, 'vm-bare-metal/hardware');
    await expect(hardware).toHaveAttribute('data-marked', 'spot');
    await hardware.tap({ position: { x: 20, y: 12 } });
    await expect(page.getByRole('radio', { name: 'On the hardware, under all VMs' })).toBeChecked();
    expect(await axeFindings(page)).toEqual([]);
    await openAsked(page, REACH);
    const kernel = layer(page, 'vm-bare-metal/vm1/kernel');
    await expect(kernel).toHaveAttribute('data-marked', 'spot');
    await kernel.tap();
    await expect(page.getByText('Bare-metal VM: Linux kernel')).toBeVisible();
    for (const address of [REACH, '/learn', '/learn/check']) {
      await page.goto(address);
      await expect(title(page)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });
});

test('axe finds nothing in light and dark, asked and answered', async ({ page }) => {
  for (const address of [PLACE, REACH]) {
    await openAsked(page, address);
    expect(await axeFindings(page)).toEqual([]);
    expect(await axeInScheme(page, 'dark')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await answer(page).click();
  await expect(page.getByText('Not quite.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
});
