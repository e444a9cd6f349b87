/** The summary table under the stage: the chosen stacks in numbers and facts, with sources, in every lens. */
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { lensButton, openScene, stageOf, waitReady } from './stage.ts';

const STACKS = '/explore?stacks=vm-bare-metal:kvm,docker-linux,desktop-linux';

const bar = (page: Page) => page.getByRole('button', { name: /^Summary in numbers/ });
const table = (page: Page) =>
  page.getByRole('table', { name: 'The chosen stacks in numbers and facts' });
/** Cells of a row, by its name. */
const row = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

test('the table opens over the stage, which keeps its size, and stays when the lens changes', async ({
  page,
}) => {
  await openScene(page, STACKS);
  const before = await stageOf(page).boundingBox();
  await bar(page).click();
  await expect(table(page).getByRole('columnheader')).toHaveText([
    'What is asked',
    'VMs on KVM',
    'Containers on Linux',
    'Docker Desktop on Linux',
  ]);
  await expect(table(page).getByRole('rowheader')).toHaveText([
    ...['Boot', 'Disk', 'Memory', 'Overhead', 'Isolation', 'Kernel'],
    ...['OS choice', 'Management', 'Typical use'],
  ]);
  await expect(row(page, 'Boot').getByRole('cell').last()).toHaveText('not measured');
  await expect(row(page, 'Kernel')).toContainText('1 kernel: shared by 4 containers');
  expect(await stageOf(page).boundingBox()).toEqual(before);

  await lensButton(page, 'Boot').click();
  await waitReady(page);
  await expect(row(page, 'Isolation')).toContainText('CVE-2022-0847');
  // As many as were chosen, also those that the picture has no room for.
  await page.goto(
    '/explore?stacks=process,docker-linux,gvisor,kata,microvm,unikernel,wasm,vm-hosted',
  );
  await waitReady(page);
  await bar(page).click();
  await expect(table(page).getByRole('columnheader')).toHaveCount(9);
});

test('a number leads to its figure, a fact to its source, and Back finds the table open', async ({
  page,
}) => {
  await openScene(page, STACKS);
  await bar(page).click();
  await expect(
    row(page, 'Isolation').getByRole('link', { name: 'Moby default profile' }),
  ).toHaveAttribute('href', /^https:\/\/github\.com\/moby\//);
  await row(page, 'Boot')
    .getByRole('link', { name: /^200 ms/ })
    .click();
  // The row of the summary says the same words: the page has to have turned.
  await expect(page).toHaveURL(/\/figures\b/);
  await expect(
    page.getByRole('row', { name: /docker run until the container has started/ }),
  ).toBeInViewport();
  await page.goBack();
  await waitReady(page);
  await expect(table(page)).toBeVisible();
});

test('it is copied as Markdown and as CSV, with sources', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openScene(page, STACKS);
  await bar(page).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('Copied as Markdown')).toBeVisible();
  const markdown = await copied();
  expect(markdown).toContain('| What is asked | VMs on KVM | Containers on Linux |');
  expect(markdown).toMatch(/^\[\^1\]: .+https:/m);
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(page.getByText('Copied as CSV')).toBeVisible();
  expect(await copied()).toContain('Containers on Linux: sources');
});

test('where the clipboard is refused the text is there to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new Error('refused'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } });
  });
  await openScene(page, STACKS);
  await bar(page).click();
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(page.getByText('The browser refused the clipboard')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Text to copy' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Text to copy' })).toHaveValue(/^What is asked,/);
});

test('it is worked by keyboard, and axe finds nothing', async ({ page }) => {
  await openScene(page, STACKS);
  await bar(page).focus();
  await page.keyboard.press('Enter');
  await expect(table(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(table(page)).toBeHidden();
  await expect(bar(page)).toBeFocused();
});

test('on a phone it stands under the stage, and without scripts it is in the page', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openScene(page, STACKS);
  await bar(page).click();
  const [stage, grid] = [await stageOf(page).boundingBox(), await table(page).boundingBox()];
  expect(grid?.y).toBeGreaterThanOrEqual((stage?.y ?? 0) + (stage?.height ?? 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const reader = await plain.newPage();
  await reader.goto('/explore/vm-vs-container');
  await expect(reader.getByRole('heading', { name: 'Summary in numbers' })).toBeVisible();
  await expect(reader.getByRole('rowheader', { name: 'Overhead' })).toBeVisible();
  await plain.close();
});
