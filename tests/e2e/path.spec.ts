/** The Path lens: one operation on its way through each stack, and back. */
import { axeFindings, axeInScheme } from './axe.ts';
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import { notices, openScene, queryOf, twins } from './stage.ts';

const SCENE = '/explore/a-disk-write';
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const lens = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Lens' }).getByRole('button', { name });

test('the lens is reached by mouse and by keyboard, and Back leads out', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux,vm-bare-metal:kvm');
  await lens(page, 'Path').click();
  await expect(headline(page)).toHaveText(
    'On its way down, a disk write crosses 2 borders (Container) and 5 (KVM VM).',
  );
  await expect.poll(() => queryOf(page).get('lens')).toBe('path');
  await page.goBack();
  await expect(lens(page, 'Structure')).toHaveAttribute('aria-current', 'true');
  await lens(page, 'Path').focus();
  await page.keyboard.press('Enter');
  await expect(lens(page, 'Path')).toHaveAttribute('aria-current', 'true');
});

test('an operation and a switch change picture, words and address', async ({ page }) => {
  await openScene(page, SCENE);
  const first = await paintedPicture(page);
  await page.getByRole('radio', { name: 'Packet' }).check({ force: true });
  await expect.poll(() => queryOf(page).get('path.op')).toBe('packet');
  await expect(headline(page)).toContainText('a packet crosses');
  await page.getByRole('button', { name: 'Switches' }).click();
  const hosted = page.getByRole('menuitemcheckbox', { name: 'Host networking' });
  await hosted.click();
  await expect(hosted).toHaveAttribute('aria-checked', 'true');
  await expect.poll(() => queryOf(page).get('path.with')).toBe('hostnet');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page.getByRole('row', { name: /^Case host networking/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /veth/ })).toHaveCount(0);
  await page.getByRole('radio', { name: 'Picture' }).check({ force: true });
  await page.getByRole('radio', { name: 'Disk write' }).check({ force: true });
  // A switch of another operation changes nothing here.
  await expect.poll(() => paintedPicture(page)).toBe(first);
});

test('the work goes on by crossings, and a moment is a link', async ({ page }) => {
  await openScene(page, `${SCENE}?step=5`);
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    /^Step 5 of 12: interrupt, wake-up and system call/,
  );
  const there = await paintedPicture(page);
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    /^Step 4 of 12: doorbell, VM exit and handover/,
  );
  await expect.poll(() => paintedPicture(page)).not.toBe(there);
  await expect.poll(() => queryOf(page).get('t')).not.toBeNull();
});

test('layers say in which step they are reached', async ({ page }) => {
  await openScene(page, SCENE);
  await expect(twins(page, 'vm-bare-metal:kvm', 'vmm').first()).toHaveAccessibleName(
    /QEMU.*reached in steps 5 and 9: VMM/,
  );
  await expect(twins(page, 'gvisor', 'sentry').first()).toHaveAccessibleName(/reached in step/);
});

test('every time has its source, and what is not measured is said', async ({ page }) => {
  await openScene(page, '/explore?stacks=process,gvisor&lens=path&path.op=syscall&view=table');
  await expect(page.getByRole('row', { name: /^Time/ })).toContainText('there and back: 62 to 236');
  await expect(page.getByRole('row', { name: /^Time/ })).toContainText('time: not measured');
  await page.getByRole('button', { name: 'Sources' }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByRole('link', { name: /getpid without \(low\) and with page-table isolation/ }),
  ).toHaveAttribute('href', /figures\?id=perf\.syscall\.kpti/);
  await expect(dialog.getByRole('link', { name: /the systrap platform/ })).toBeVisible();
});

test('a switch that nobody knows gives a notice, and the rest stands', async ({ page }) => {
  await openScene(page, `${SCENE}?path.with=warp,cache`);
  await expect(notices(page)).toHaveCount(1);
  await expect(notices(page)).toContainText('warp');
  await expect(headline(page)).toContainText('crosses 1 border (Container, KVM VM)');
});

test('a phone shows one stack, its borders numbered and its switches in a dialog', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openScene(page, SCENE);
  await expect(headline(page)).toContainText('Container.');
  await page.getByRole('button', { name: 'Switches' }).click();
  await page.getByRole('switch', { name: 'Page cache takes the write' }).click();
  await page.keyboard.press('Escape');
  await expect(headline(page)).toContainText('crosses 1 border: Container.');
});

test('axe finds nothing in light and dark, menu and dialog included', async ({ page }) => {
  await openScene(page, SCENE);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sources' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
});
