/** The wall: a lesson or a scene on a projector, by keys, clicker or finger. */
import { axeFindings } from './axe.ts';
import { expect, test } from './strict-page.ts';
import { notices, queryOf, stageOf, twins, waitReady } from './stage.ts';
import { expectPlace, openTalk, TALK, talkOf } from './talk.ts';

const message = (page: Parameters<typeof talkOf>[0]) => page.getByRole('heading', { level: 1 });

test('a clicker alone goes through the whole lesson, and back', async ({ page }) => {
  // Some fifty turns, each with its picture.
  test.setTimeout(120_000);
  await openTalk(page, TALK);
  await expect(message(page)).toHaveText('Whose machine needs more kernels?');
  await expect(page.getByText('VMs: one kernel each')).toBeVisible();
  await expect(twins(page, 'vm-bare-metal')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expectPlace(page, '1.2');
  await expect(twins(page, 'vm-bare-metal', 'kernel')).toHaveCount(3);
  const seen = ['1.1', '1.2'];
  // A press may show the end of what runs, and change no place: two on the last slide are the end.
  for (let still = 0; still < 2;) {
    await page.keyboard.press('PageDown');
    const now = (await talkOf(page).getAttribute('data-place')) ?? '';
    if (now !== seen.at(-1)) seen.push(now);
    else if (now.startsWith('15.')) still += 1;
  }
  expect(new Set(seen.map((place) => place.split('.')[0])).size).toBe(15);
  await expect(message(page)).toHaveText('Where the numbers come from');
  await expect.poll(() => queryOf(page).get('step')).toBe('15');
  // Of a number in a picture alone; and who hears the wall is told where it is.
  await expect(page.getByText('gVisor Performance Guide', { exact: false })).toBeVisible();
  await expect(page.getByText('15 of 15. Where the numbers come from')).toHaveCount(1);
  // Back over slides of one beat and of several.
  for (const place of seen.toReversed().slice(1, 12)) {
    await page.keyboard.press('PageUp');
    await expectPlace(page, place);
  }
});

test('a clicker turns a recording that is longer than the wall before it goes on', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openTalk(page, '/present/by-hand?step=1');
  await page.keyboard.press('PageDown');
  await expectPlace(page, '1.2');
  const recorded = page.getByRole('group', { name: 'What was recorded' });
  const scrolled = () => recorded.evaluate((one) => one.scrollTop);
  await expect(recorded).toContainText('echo $$');
  expect(await scrolled()).toBe(0);
  await page.keyboard.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(20);
  await expectPlace(page, '1.2');
  await page.keyboard.press('PageUp');
  await expect.poll(scrolled).toBe(0);
  await expectPlace(page, '1.2');
  await page.keyboard.press('PageUp');
  await expectPlace(page, '1.1');
});

test('keys: go to a slide, ends, blanks, overview, leaving one out', async ({ page }) => {
  await openTalk(page, TALK);
  await page.keyboard.press('g');
  await page.keyboard.press('5');
  await expect(page.getByText('Go to 5 of 15, then Enter')).toBeVisible();
  await page.keyboard.press('Enter');
  await expectPlace(page, '5.1');
  await page.keyboard.press('End');
  await expectPlace(page, '15.1');
  await page.keyboard.press('Home');
  await expectPlace(page, '1.1');
  await page.keyboard.press('.');
  await expect(page.locator('.blank.black')).toBeVisible();
  // The next press brings the picture back and goes nowhere.
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.blank')).toHaveCount(0);
  await expectPlace(page, '1.1');
  await page.keyboard.press('w');
  await expect(page.locator('.blank.white')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('o');
  const overview = page.getByRole('dialog', { name: 'All slides' });
  await overview.getByRole('button', { name: 'Leave out: slide 2' }).click();
  await expect(overview.getByRole('button', { name: /^left out A VM brings/ })).toBeVisible();
  await expect(overview.getByRole('button', { name: /^Put back: A VM brings/ })).toBeVisible();
  await overview.getByRole('button', { name: /^1 Whose machine/ }).click();
  await expect(overview).toHaveCount(0);
  await expect(page.getByText('1 of 14', { exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('n');
  await expectPlace(page, '3.1');
  await page.keyboard.press('Shift+Space');
  await expectPlace(page, '1.2');
});

test('single letters can be switched off; the clicker goes on', async ({ page }) => {
  await openTalk(page, TALK);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys of a talk' });
  await help.getByRole('switch').click();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('b');
  await page.keyboard.press('n');
  await page.keyboard.press('PageDown');
  await expectPlace(page, '1.2');
  await expect(page.locator('.blank')).toHaveCount(0);
});

test('pointer, spotlight and pen lie over the wall; the picture stays live under them', async ({
  page,
}) => {
  await openTalk(page, `${TALK}?step=2`);
  await page.keyboard.press('p');
  await page.mouse.move(700, 400);
  await expect(page.locator('.over .point')).toBeVisible();
  await page.keyboard.press('l');
  await page.mouse.move(720, 420);
  await expect(page.locator('.over .dark')).toBeVisible();
  await page.keyboard.press('d');
  await page.mouse.down();
  await page.mouse.move(800, 500, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator('.over svg')).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.locator('.over svg')).toHaveCount(0);
  await page.keyboard.press('Escape');
  // Layers are marked beside those that the slide marks, and taken back.
  const kernel = twins(page, 'docker-linux', 'kernel');
  await kernel.click();
  await expect(page.getByRole('button', { name: 'The slide’s own picture' })).toBeAttached();
  await expect(kernel).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-marked]')).toHaveCount(3);
  await kernel.click();
  await expect(page.locator('[data-marked]')).toHaveCount(2);
  await page.keyboard.press('e');
  const controls = page.getByRole('region', { name: 'Controls of the picture' });
  await expect(controls.getByText('A question is open.')).toBeVisible();
  await expect(controls.getByRole('radio', { name: 'Boot' })).toHaveCount(0);
  await controls.getByRole('switch', { name: 'Container engine' }).click();
  await expect(twins(page, 'docker-linux', 'engine')).toHaveCount(0);
  await controls.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('r');
  await expect(twins(page, 'docker-linux', 'engine')).toHaveCount(1);
});

test('a code leads phones to the picture; notes stand on the one screen there is', async ({
  page,
}) => {
  await openTalk(page, `${TALK}?step=2`);
  await page.keyboard.press('q');
  // A question is open: the picture would answer it.
  const asked = page.getByRole('dialog', { name: 'This question on your phone' });
  await expect(asked.getByText('/learn/containers-and-vms?step=2')).toBeVisible();
  // Keys that follow at once: what has closed is heard of late, and takes nothing that opened since.
  await Promise.all(['Escape', 'PageDown', 'q'].map((key) => page.keyboard.press(key)));
  const code = page.getByRole('dialog', { name: 'This picture on your phone' });
  await expect(code.getByRole('img')).toBeVisible();
  await expect(code.getByText('/explore?stacks=vm-bare-metal,docker-linux')).toBeVisible();
  await Promise.all(['Escape', 't'].map((key) => page.keyboard.press(key)));
  await expect(page.getByRole('complementary', { name: 'Notes' })).toContainText(
    'Point at the two edges',
  );
});

test('a scene alone: its story goes by the clicker, what cannot be used is said', async ({
  page,
}) => {
  await openTalk(page, '/present?stacks=docker-linux&lens=kernel&n=zero');
  await expect(page.getByRole('region', { name: 'For the speaker' })).toContainText(
    'n: “zero” is not a number it can use.',
  );
  await expect(message(page)).not.toBeEmpty();
  const before = await page.getByRole('heading', { level: 1 }).textContent();
  await page.keyboard.press('PageDown');
  await waitReady(page);
  expect(before).not.toBe('');
  await expect(stageOf(page)).toBeVisible();
  await expect(notices(page)).toHaveCount(0);
});

test('an unknown slide shows all of them; without full screen the talk says so and goes on', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false });
  });
  await openTalk(page, `${TALK}?step=nowhere`);
  await expect(page.getByRole('dialog', { name: 'All slides' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the wall' }).click();
  await expect(page.getByText('This lesson has no slide “nowhere”.')).toBeVisible();
  await page.keyboard.press('F5');
  await expect(page.getByText('gives no full screen here')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expectPlace(page, '1.2');
});

test.describe('an unknown lesson', () => {
  test.use({ allowedMessages: /404/ });
  test('is named, with the way to those there are', async ({ page }) => {
    await page.goto('/present/nope');
    await expect(page.getByRole('heading', { name: 'There is no lesson “nope”' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'All lessons' })).toBeVisible();
  });
});

test.describe('without a network', () => {
  test.use({ keepsTalks: true });

  test('once loaded, a talk goes to its end and through a reload', async ({ page, context }) => {
    test.setTimeout(120_000);
    await openTalk(page, TALK);
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (!active) throw new Error('no worker');
      if (active.state === 'activated') return;
      await new Promise((resolve) =>
        active.addEventListener('statechange', resolve, { once: true }),
      );
    });
    await context.setOffline(true);
    await page.keyboard.press('End');
    await expect(message(page)).toHaveText('Where the numbers come from');
    await page.keyboard.press('PageUp');
    await waitReady(page);
    await expect.poll(() => queryOf(page).get('step')).toBe('14');
    await page.reload();
    await expect(talkOf(page)).toHaveAttribute('data-talk', 'open');
    await waitReady(page);
    await expect(page.getByText('14 of 15', { exact: true })).toBeVisible();
    await context.setOffline(false);
  });
});

test('nothing is wrong for assistive technology: wall, question answered, overview, help', async ({
  page,
}) => {
  await openTalk(page, TALK);
  await page.mouse.move(300, 300);
  expect(await axeFindings(page)).toEqual([]);
  // What the class chose stays beside the right answer, by a press or by its number.
  const chosen = (name: string) => page.getByRole('button', { name, pressed: true });
  await page.keyboard.press('Shift+Digit3');
  await expect(chosen('Both')).toBeVisible();
  await page.getByRole('button', { name: 'Containers: one kernel each' }).click();
  await expect(chosen('Both')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await waitReady(page);
  await expect(chosen('Containers: one kernel each')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  for (const key of ['o', '?', 'q']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});
