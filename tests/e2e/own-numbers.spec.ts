/** Readers' own numbers: pasted, typed, kept, shown in Boot, carried by a link. */
import { readFileSync } from 'node:fs';
import { axeFindings, axeOfColours, OTHER_THEMES } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { chooseTheme, notices, openScene, queryOf, waitReady } from './stage.ts';

const RACE = '/explore?stacks=process,docker-linux&lens=boot';
const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/own/${name}`, import.meta.url), 'utf8');
const HYPERFINE = fixture('real/hyperfine-sleep.txt');

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Your own numbers' });
const fieldOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'Output of a tool' });
const sentence = (page: Page) => page.getByRole('main').getByRole('paragraph').first();

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your numbers' }).click();
  await expect(fieldOf(page)).toBeVisible();
}

/** Pastes two hyperfine times and says which stacks they are of. */
async function addTwo(page: Page): Promise<void> {
  await openDialog(page);
  const dialog = dialogOf(page);
  await fieldOf(page).fill(HYPERFINE);
  await expect(dialog.getByText('hyperfine, JSON export, 2 numbers')).toBeVisible();
  await dialog
    .getByRole('combobox', { name: 'Stack of sleep 0.1', exact: true })
    .selectOption('process');
  await dialog.getByRole('combobox', { name: 'Stack of sleep 0.15' }).selectOption('docker-linux');
  await dialog.getByRole('textbox', { name: 'Machine' }).fill('room 12, PC 4');
  await dialog.getByRole('button', { name: 'Add 2 numbers' }).click();
  await expect(dialog.getByRole('heading', { name: 'Kept here: 2 numbers' })).toBeVisible();
}

async function showRace(page: Page): Promise<void> {
  await dialogOf(page).getByRole('button', { name: 'Show them in the race' }).click();
  await expect.poll(() => queryOf(page).get('boot.study')).toBe('own');
  await waitReady(page);
}

test('a hyperfine export is pasted and raced, marked as the reader’s own', async ({ page }) => {
  await openScene(page, RACE);
  await addTwo(page);
  await showRace(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your own measurements');
  await expect(sentence(page)).toContainText('room 12, PC 4');
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  const table = page.getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: 'sleep 0.15' })).toContainText('156 ms');
  await expect(table).toContainText('Your own measurements');

  // Beside the sourced ones, each line with whose it is.
  await page.getByRole('combobox', { name: 'Study' }).selectOption('all');
  await expect(table.getByRole('row').filter({ hasText: 'sleep 0.1' }).first()).toContainText(
    'Your own measurements',
  );
  await expect(
    table.getByRole('row').filter({ hasText: 'My VM is Lighter' }).first(),
  ).toBeVisible();

  // Another visit of the same browser finds them again.
  await page.getByRole('combobox', { name: 'Study' }).selectOption('own');
  await expect.poll(() => queryOf(page).get('boot.study')).toBe('own');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your own measurements');
});

test('a bad paste names its line and quotes it; the good lines may be kept', async ({ page }) => {
  await openScene(page, RACE);
  await openDialog(page);
  const dialog = dialogOf(page);
  await fieldOf(page).fill(fixture('damaged/csv-cells.txt'));
  const problem = dialog.getByRole('listitem').filter({ hasText: 'Line 3' });
  await expect(problem).toContainText('podman run,start,790');
  await dialog.getByRole('button', { name: 'Add the 2 numbers that can be read' }).click();
  await expect(dialog.getByRole('heading', { name: 'Kept here: 2 numbers' })).toBeVisible();

  await fieldOf(page).fill(fixture('damaged/html.txt'));
  await expect(dialog.getByRole('listitem').filter({ hasText: 'web page' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Add/ })).toHaveCount(0);
});

test('a file is loaded', async ({ page }) => {
  await openScene(page, RACE);
  await openDialog(page);
  await dialogOf(page)
    .getByLabel('Choose a file')
    .setInputFiles({
      name: 'boot.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(fixture('real/analyze-azure.txt')),
    });
  await expect(dialogOf(page).getByText('systemd-analyze, 2 numbers')).toBeVisible();
  await expect(dialogOf(page).getByText('65.3 s, in phases')).toBeVisible();
});

test('numbers are removed, all removed, and brought back', async ({ page }) => {
  await openScene(page, RACE);
  await addTwo(page);
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Remove sleep 0.15' }).click();
  await expect(dialog.getByRole('heading', { name: 'Kept here: 1 number' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Remove all' }).click();
  await expect(dialog.getByRole('heading', { name: 'None kept yet.' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('heading', { name: 'Kept here: 2 numbers' })).toBeVisible();

  await dialog.getByRole('button', { name: 'Edit sleep 0.15' }).click();
  await dialog.getByRole('textbox', { name: 'Typical' }).fill('0,5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('comma');
  await dialog.getByRole('textbox', { name: 'Typical' }).fill('155');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('155 ms (154 to 157 ms), 4 runs')).toBeVisible();
});

test('a link carries them into another browser, which keeps them only when told', async ({
  page,
  browser,
}) => {
  await openScene(page, RACE);
  await addTwo(page);
  await showRace(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share this scene' });
  await expect(share.getByRole('checkbox', { name: /With my own numbers/ })).toBeChecked();
  const link = share.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/[?&]own=[A-Za-z0-9_-]+/);
  const address = await link.inputValue();
  await share.getByRole('checkbox', { name: /With my own numbers/ }).uncheck();
  await expect(link).not.toHaveValue(/own/);

  const other = await browser.newContext();
  const guest = await other.newPage();
  await openScene(guest, address);
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('From the link');
  await expect(notices(guest)).toHaveCount(0);
  expect(await guest.evaluate(() => Object.keys(localStorage))).toEqual([]);

  // Their own number stands apart from those of the link, and the link's stay in the address.
  await openDialog(guest);
  const dialog = dialogOf(guest);
  await expect(dialog.getByRole('heading', { name: 'From the link: 2 numbers' })).toBeVisible();
  await dialog.getByText('Type one').click();
  await dialog.getByRole('textbox', { name: 'What was measured' }).fill('my own');
  await dialog.getByRole('textbox', { name: 'Typical' }).fill('2');
  await dialog.getByRole('button', { name: 'Add the number' }).click();
  await expect(dialog.getByRole('heading', { name: 'Kept here: 1 number' })).toBeVisible();
  await expect.poll(() => queryOf(guest).has('own')).toBe(true);
  await dialog.getByRole('button', { name: 'Keep them with my own' }).click();
  await expect(dialog.getByRole('heading', { name: 'Kept here: 3 numbers' })).toBeVisible();
  await expect.poll(() => queryOf(guest).has('own')).toBe(false);
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('Your own measurements');
  await other.close();
});

test('a frame shows the numbers of its link', async ({ page, browser }) => {
  await openScene(page, RACE);
  await addTwo(page);
  await showRace(page);
  await page.getByRole('button', { name: 'Embed', exact: true }).click();
  const html = await page.getByRole('textbox', { name: 'HTML' }).inputValue();
  const address = /src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const other = await browser.newContext();
  const frame = await other.newPage();
  await openScene(frame, address);
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('From the link');
  await expect(frame.getByRole('link', { name: 'Open in Strata' })).toHaveAttribute('href', /own=/);
  await other.close();
});

test('values that cannot be used are named, and the rest stands', async ({ page }) => {
  await openScene(page, `${RACE}&boot.study=own&own=nonsense`);
  await expect(notices(page).filter({ hasText: 'own: “nonsense”' })).toBeVisible();
  await expect(notices(page).filter({ hasText: 'boot.study: “own”' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Study' })).toHaveValue('');
});

test('another tab takes up what was added', async ({ page, context }) => {
  await openScene(page, RACE);
  await openDialog(page);
  const second = await context.newPage();
  await openScene(second, RACE);
  await addTwo(second);
  await expect(dialogOf(page).getByRole('heading', { name: 'Kept here: 2 numbers' })).toBeVisible();
});

test('where nothing may be kept, the numbers last for the visit, and that is said', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openScene(page, RACE);
  await addTwo(page);
  await expect(dialogOf(page).getByRole('alert')).toContainText('does not let the page keep');
  await showRace(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your own measurements');
});

test('by keyboard alone: type a number and see it raced', async ({ page }) => {
  await openScene(page, RACE);
  await page.getByRole('button', { name: 'Your numbers' }).focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: 'Paste or load' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('textbox', { name: 'What was measured' })).toBeFocused();
  await page.keyboard.type('docker run');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('combobox', { name: 'Stack' })).toBeFocused();
  await page.keyboard.type('Containers on Linux');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('textbox', { name: 'Typical' })).toBeFocused();
  await page.keyboard.type('0.8');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('1 number added.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show them in the race' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => queryOf(page).get('boot.study')).toBe('own');
  await expect(sentence(page)).toContainText('kind of start not said');
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('by touch, with nothing wider than the screen or lower than a thumb', async ({ page }) => {
    await openScene(page, RACE);
    await page.getByRole('button', { name: 'Sources' }).tap();
    await page.getByRole('button', { name: 'Your own numbers' }).tap();
    const dialog = dialogOf(page);
    await fieldOf(page).fill(HYPERFINE);
    await expect(dialog.getByRole('button', { name: 'Add 2 numbers' })).toBeVisible();
    const wrong = await dialog.evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>('button, select, input, textarea, label.button')]
        .filter((control) => control.checkVisibility())
        .map((control) => ({
          name: control.getAttribute('aria-label') ?? control.textContent.trim(),
          box: (
            control.closest('fieldset') ??
            control.closest('label') ??
            control
          ).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.right > innerWidth || (box.width > 1 && box.height < 43.5))
        .map(({ name }) => name),
    );
    expect(wrong).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Stack for all rows' }).selectOption('process');
    await dialog.getByRole('button', { name: 'Add 2 numbers' }).tap();
    await dialog.getByRole('button', { name: 'Show them in the race' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Your own measurements');
  });
});

test('axe finds nothing in the dialog, in no theme', async ({ page }) => {
  await openScene(page, RACE);
  await addTwo(page);
  const paste = async () => {
    await fieldOf(page).fill(fixture('damaged/csv-cells.txt'));
    const problem = dialogOf(page).getByRole('listitem').filter({ hasText: 'Line 3' });
    await expect(problem).toBeVisible();
  };
  await paste();
  expect(await axeFindings(page)).toEqual([]);
  for (const [name, theme] of OTHER_THEMES) {
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toHaveCount(0);
    await chooseTheme(page, name);
    await openDialog(page);
    await paste();
    expect(await axeOfColours(page, theme), theme).toEqual([]);
  }
});
