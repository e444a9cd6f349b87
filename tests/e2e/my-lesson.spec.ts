/** A reader's own lesson: from Explore to the wall, paper, link and file, and nothing of it lost. */
import { readFile } from 'node:fs/promises';
import { axeFindings, axeInScheme } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { openScene, twins, waitReady } from './stage.ts';
import { expectPlace, talkOf } from './talk.ts';

const MINE = '/teach/mine';
const FENCE = 'The kernel makes the fence';

const steps = (page: Page) => page.getByRole('article');
const handle = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title}, place \\d+ of \\d+`) });

async function openMine(page: Page): Promise<void> {
  await page.goto(MINE);
  await expect(page.getByLabel('Title of the lesson')).toBeVisible();
}
/** Titles of the steps, in order. */
async function titles(page: Page): Promise<string[]> {
  const labels = await steps(page).evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
  return labels.map((label) => label.replace(/^Step \d+: /, ''));
}
async function takeOurs(page: Page, ...names: string[]): Promise<void> {
  await page.getByText('How do containers differ from VMs?', { exact: true }).click();
  for (const name of names) {
    await page.getByRole('button', { name: `Add “${name}”`, exact: true }).click();
  }
}

test('a scene of Explore becomes a step, is worded, kept, and stands on the wall', async ({
  page,
}) => {
  await openScene(page, '/explore?stacks=kata,gvisor');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Add to my lesson' }).click();
  await expect(page.getByText('Added as step 1 of your lesson.')).toBeVisible();
  await page.getByRole('link', { name: 'Open my lesson' }).click();
  await page.getByLabel('Title of the lesson').fill('Sandboxes');
  await page.getByLabel('Message on the wall').fill('Two kinds of wall');
  await page.getByLabel('Notes for you').fill('Ask who owns the kernel.');
  await page.getByLabel('Minutes').fill('7');
  await page.getByLabel('Minutes').press('Tab');
  await expect(page.getByText('1 step to show, about 7 minutes')).toBeVisible();
  await expect(steps(page).locator('img')).toHaveCount(1);
  await page.reload();
  await expect(page.getByLabel('Title of the lesson')).toHaveValue('Sandboxes');
  await expect(page.getByLabel('Notes for you')).toHaveValue('Ask who owns the kernel.');
  await page.getByRole('link', { name: 'Present', exact: true }).click();
  await expect(page.getByText('Two kinds of wall').first()).toBeVisible();
  // The talk has begun: its picture is there, keys go on, and the speaker's window follows.
  await expect(talkOf(page)).toHaveAttribute('data-talk', 'open');
  await waitReady(page);
  await expect(twins(page, 'kata', 'kernel').first()).toBeVisible();
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const speaker = await opening;
  await expect(talkOf(speaker)).toHaveAttribute('data-talk', 'open');
  await expect(speaker.getByText('Ask who owns the kernel.')).toBeVisible();
  await page.keyboard.press('End');
  await expectPlace(speaker, (await talkOf(page).getAttribute('data-place')) ?? '');
});

test('without a step it says how to begin; the wall says so too', async ({ page }) => {
  await openMine(page);
  await expect(page.getByRole('heading', { name: 'No step yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Present', exact: true })).toHaveCount(0);
  await page.goto('/present/mine');
  await expect(
    page.getByRole('heading', { name: 'There is no lesson of yours here' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'My lesson' }).click();
  await expect(page).toHaveURL(MINE);
});

test('steps are moved by keys, by buttons and by dragging, left out, removed and undone', async ({
  page,
}) => {
  await openMine(page);
  await takeOurs(page, 'Who brings a kernel?', FENCE, 'How large is it?');
  await expect
    .poll(() => titles(page))
    .toEqual(['Who brings a kernel?', FENCE, 'How large is it?']);
  await handle(page, FENCE).press('ArrowDown');
  await expect
    .poll(() => titles(page))
    .toEqual(['Who brings a kernel?', 'How large is it?', FENCE]);
  await expect(handle(page, FENCE)).toBeFocused();
  await page.getByRole('button', { name: `Move ${FENCE} up` }).click();
  await page.getByRole('button', { name: `Move ${FENCE} up` }).click();
  await expect
    .poll(() => titles(page))
    .toEqual([FENCE, 'Who brings a kernel?', 'How large is it?']);
  await handle(page, FENCE).dragTo(steps(page).nth(2));
  await expect
    .poll(() => titles(page))
    .toEqual(['Who brings a kernel?', 'How large is it?', FENCE]);
  await page.getByRole('checkbox', { name: 'Leave out How large is it?' }).check();
  await expect(page.getByText(/^2 steps to show/)).toBeVisible();
  await page.getByRole('button', { name: `Remove ${FENCE}` }).click();
  await expect(steps(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(steps(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^3 steps to show/)).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByText(/^2 steps to show/)).toBeVisible();
});

test('a link carries the whole lesson to a browser that has none', async ({ page, browser }) => {
  await openMine(page);
  await takeOurs(page, FENCE);
  await page.getByLabel('Title of the lesson').fill('For Monday');
  await page.getByLabel('Message on the wall').fill('Look at the fence');
  await page.getByRole('button', { name: 'Share a link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByLabel('Title of the lesson')).toHaveValue('For Monday');
  await expect(other.getByLabel('Message on the wall')).toHaveValue('Look at the fence');
  // It is theirs now, and the address is free of it.
  await expect(other).toHaveURL(MINE);
  await other.context().close();
});

test('who has a lesson already is asked what becomes of one that comes', async ({ page }) => {
  await openMine(page);
  await takeOurs(page, FENCE);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as a file' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    strata: 'lesson',
    steps: [{ from: { step: 'fence' } }],
  });
  await page.getByRole('textbox', { name: 'Message on the wall' }).fill('Mine');
  await page.getByRole('textbox', { name: 'Message on the wall' }).press('Tab');
  await page.getByLabel('Open a file').setInputFiles(await download.path());
  await page.getByRole('button', { name: 'Add its steps to mine' }).click();
  await expect.poll(() => titles(page)).toEqual(['Mine', FENCE]);
  await page.getByLabel('Open a file').setInputFiles(await download.path());
  await page.getByRole('button', { name: 'Put it in place of mine' }).click();
  await expect.poll(() => titles(page)).toEqual([FENCE]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(page)).toEqual(['Mine', FENCE]);
});

test('a bad file or link names its part, and the lesson is as it was', async ({ page }) => {
  await openMine(page);
  await takeOurs(page, FENCE);
  const open = (text: string) =>
    page.getByLabel('Open a file').setInputFiles({
      ...{ name: 'lesson.json', mimeType: 'application/json' },
      buffer: Buffer.from(text),
    });
  await open('{ "strata": "lesson", "v": 1, "steps": [{ "scene": "n=2", "minutes": "long" }] }');
  await expect(page.getByText('This file cannot be opened.', { exact: false })).toBeVisible();
  await expect(page.getByText('steps[0].minutes', { exact: false })).toBeVisible();
  await open('no JSON');
  await expect(page.getByRole('listitem').filter({ hasText: /^JSON:/ })).toBeVisible();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.goto(`${MINE}?mine=broken`);
  await expect(page.getByText('This link cannot be opened.', { exact: false })).toBeVisible();
  await expect.poll(() => titles(page)).toEqual([FENCE]);
  await page.goto('/present/mine?mine=broken');
  await expect(page.getByRole('heading', { name: 'This link cannot be opened' })).toBeVisible();
});

test('what was kept and cannot be read is not thrown away', async ({ page }) => {
  await page.goto('/teach');
  await page.evaluate(() => localStorage.setItem('strata.own-lesson', '{"v":9,"steps":"mine"}'));
  await openMine(page);
  await takeOurs(page, FENCE);
  await page.reload();
  await expect.poll(() => titles(page)).toEqual([FENCE]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save what was kept' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe('{"v":9,"steps":"mine"}');
});

test('a browser that keeps nothing says so, and the lesson goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('refused', 'QuotaExceededError');
    };
  });
  await openMine(page);
  await takeOurs(page, FENCE);
  await expect(page.getByText('your lesson ends with this visit', { exact: false })).toBeVisible();
  await expect(steps(page)).toHaveCount(1);
});

test('on paper it has the words of its writer and the sources of ours', async ({ page }) => {
  await openMine(page);
  await takeOurs(page, FENCE);
  await page.getByLabel('Message on the wall').fill('A fence, made by the kernel');
  await page.getByLabel('Message on the wall').press('Tab');
  await page.getByRole('link', { name: 'Print', exact: true }).click();
  await expect(page.getByText('Ready to print', { exact: false })).toBeVisible({
    timeout: 60_000,
  });
  const main = page.getByRole('main');
  await expect(main.getByRole('figure').first()).toContainText('A fence, made by the kernel');
  await expect(main.getByRole('heading', { name: 'Figures and sources' })).toBeVisible();
});

test('axe finds nothing, nothing is wider than a phone, light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openMine(page);
  await takeOurs(page, FENCE);
  await expect(steps(page).locator('img')).toHaveCount(1);
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
