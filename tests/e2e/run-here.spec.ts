/** The Kernel lens: can this image run here, and which kernel a user space needs. */
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { notices, openScene, queryOf, twins } from './stage.ts';

const RUN = '/explore?stacks=docker-linux&lens=kernel&kernel.view=run';
const NEEDS = '/explore?stacks=docker-linux&lens=kernel&kernel.view=needs';
const headline = (page: Page) => page.getByRole('heading', { level: 1 });

test('another host, another way and other images give another answer, which stands in the address', async ({
  page,
}) => {
  await openScene(page, RUN);
  await expect(headline(page)).toHaveText('2 of 3 images run on Linux on x86-64.');
  await expect(
    page.getByRole('button', { name: /^nanoserver:ltsc2025, windows\/amd64:26100: Cannot run/ }),
  ).toBeVisible();
  await page.getByRole('combobox', { name: 'Host' }).selectOption('windows-11-pro');
  await expect(headline(page)).toHaveText('All of these images run on Windows 11 Pro.');
  await expect.poll(() => queryOf(page).get('kernel.host')).toBe('windows-11-pro');
  await expect(twins(page, 'run', 'wall')).toHaveCount(2);
  await page.getByRole('button', { name: 'Images' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'alpine:3, linux/arm64' }).click();
  await expect
    .poll(() => queryOf(page).get('kernel.images'))
    .toBe('linux/amd64,windows/amd64:26100');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(headline(page)).toHaveText('All of these images run on Windows 11 Pro.');
});

test('a box leads to the answers by keyboard; an answer to its stack and its sources', async ({
  page,
}) => {
  await openScene(page, `${RUN}&kernel.host=macos-arm64`);
  await page.getByRole('button', { name: /^alpine:3, linux\/arm64: Runs in a hidden VM/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Can this image run here?' });
  await expect(dialog.getByText('It makes NT calls: it needs a Windows kernel')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Run by' }).selectOption('docker-engine');
  await expect(dialog.getByText('There is no Docker daemon for macOS.').first()).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Run by' }).selectOption('docker-desktop');
  await expect(dialog.getByRole('link', { name: 'Multi-platform builds' }).first()).toHaveAttribute(
    'href',
    'https://docs.docker.com/build/building/multi-platform/',
  );
  await dialog.getByRole('link', { name: /^Open this stack: Docker Desktop on a Mac/ }).click();
  await expect(page).toHaveURL(/stacks=desktop-mac/);
  await expect(twins(page, 'desktop-mac', 'kernel').first()).toBeVisible();
});

test('what a user space needs: the message of an old kernel, and the remedy', async ({ page }) => {
  await openScene(page, NEEDS);
  await expect(headline(page)).toHaveText('debian:12 breaks on Linux 2.6.32 (too old).');
  await page.getByRole('combobox', { name: 'Kernel of the host' }).selectOption('6.8');
  await expect(headline(page)).toHaveText('debian:12 runs on Linux 6.8.');
  await page.getByRole('combobox', { name: 'User space' }).selectOption('io-uring');
  await expect(headline(page)).toHaveText('io_uring app breaks on Linux 6.8 (filter: EPERM).');
  await page.getByRole('switch', { name: 'Remedy' }).click();
  await expect(headline(page)).toHaveText('io_uring app runs on Linux 6.8, with the remedy.');
  await expect.poll(() => queryOf(page).get('kernel.remedy')).toBe('1');
});

test('bad values give notices, and the rest stands', async ({ page }) => {
  await openScene(
    page,
    `${RUN}&kernel.host=amiga&kernel.images=linux/amd64,beos&kernel.how=%3Cb%3E`,
  );
  await expect(notices(page)).toHaveCount(3);
  await expect(headline(page)).toHaveText('All of these images run on Linux on x86-64.');
});

test('the table says it all, and axe finds nothing', async ({ page }) => {
  await openScene(page, `${RUN}&view=table`);
  await expect(page.getByRole('row', { name: /^Answer/ }).getByRole('cell')).toHaveText([
    'Runs',
    'Cannot run',
    'Runs, translated',
  ]);
  expect(await axeFindings(page)).toEqual([]);
  await openScene(page, `${NEEDS}&view=table`);
  await expect(page.getByRole('row', { name: /^fedora:35/ })).toContainText('Breaks');
  await openScene(page, RUN);
  expect(await axeFindings(page)).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('host and images are chosen in the dialog', async ({ page }) => {
    await openScene(page, RUN);
    await page.getByRole('button', { name: 'Answers' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Host' }).selectOption('windows-server-2019');
    await dialog.getByRole('checkbox', { name: /linux\/amd64/ }).uncheck();
    await page.keyboard.press('Escape');
    await expect(headline(page)).toHaveText('1 of 3 images runs on Windows Server 2019.');
    await expect(page.getByRole('button', { name: /nanoserver:ltsc2025.*newer/ })).toBeVisible();
  });
});
