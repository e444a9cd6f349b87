/** The Isolation lens: a break-in in steps, what it reaches, what holds, and the switches that change it. */
import { axeFindings } from './axe.ts';
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import { notices, openScene, queryOf, stageOf, twins, waitReady } from './stage.ts';

const SCENE = '/explore/a-break-in';
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const FOUND = 'All 6 reached in A. 1 of 5 reached in B: the VM wall holds.';

test('the lens is reached from the picture, tells what it finds, and Back leads out', async ({
  page,
}) => {
  await openScene(page, '/explore?stacks=docker-linux,vm-bare-metal');
  const lens = page.getByRole('navigation', { name: 'Lens' });
  await lens.getByRole('button', { name: 'Isolation' }).click();
  await expect(headline(page)).toContainText('reached in A');
  await expect.poll(() => queryOf(page).get('lens')).toBe('isolation');
  await page.goBack();
  await expect(lens.getByRole('button', { name: 'Structure' })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('every layer says whether it was reached, and in which step', async ({ page }) => {
  await openScene(page, SCENE);
  await expect(headline(page)).toHaveText(FOUND);
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveAccessibleName(/reached in step 3/);
  await expect(page.locator('[data-layer="vm-bare-metal/vm2"]')).toHaveAccessibleName(
    /not reached/,
  );
});

test('a switch changes graph, picture and address; Undo takes it back', async ({ page }) => {
  await openScene(page, SCENE);
  const open = await paintedPicture(page);
  await page.getByRole('switch', { name: 'seccomp default profile' }).click();
  await expect(headline(page)).toContainText('1 of 6 reached in A: ');
  await expect.poll(() => queryOf(page).get('isolation.harden')).toBe('seccomp');
  await expect.poll(() => paintedPicture(page)).not.toBe(open);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(headline(page)).toHaveText(FOUND);

  await page.getByRole('switch', { name: 'gVisor Sentry between' }).press('Space');
  await expect(twins(page, 'docker-linux', 'sentry')).toHaveCount(4);
});

test('another attack is loaded, and says its number, score and source', async ({ page }) => {
  await openScene(page, SCENE);
  await page.getByRole('button', { name: /Dirty Pipe/ }).click();
  await expect.poll(() => queryOf(page).get('isolation.attack')).toBe('dirty-pipe');
  const card = page.getByRole('article', { name: 'Dirty Pipe' });
  await expect(card).toContainText('CVE-2022-0847');
  await expect(card).toContainText('CVSS v3.1');
  await card.getByText('Sources').click();
  await expect(card.getByRole('link').first()).toBeVisible();
});

test('steps are played and stepped by keys, and a moment is a link', async ({ page }) => {
  await openScene(page, `${SCENE}?step=2`);
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await expect(headline(page)).toHaveText('1 of 6 reached in A. 1 of 5 reached in B.');
  await expect(slider).toHaveAttribute('aria-valuetext', /user namespace/);
  const second = await paintedPicture(page);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => paintedPicture(page)).not.toBe(second);
  await expect.poll(() => queryOf(page).get('t')).not.toBeNull();
  await page.reload();
  await waitReady(page);
  await expect(slider).toHaveAttribute('aria-valuetext', /heap/);
});

test('one can break in anywhere: from the list, or at a layer of the picture', async ({ page }) => {
  await openScene(page, SCENE);
  await page
    .getByRole('combobox', { name: 'Break in somewhere else' })
    .selectOption('docker-linux/engine');
  await expect.poll(() => queryOf(page).get('isolation.entry')).toBe('docker-linux/engine');
  await expect(page.locator('[data-layer="docker-linux/engine"]')).toHaveAccessibleName(/entered/);

  await page.locator('[data-layer="vm-bare-metal/vm3/app"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Break in here' }).click();
  await expect(page.locator('[data-layer="vm-bare-metal/vm3/app"]')).toHaveAccessibleName(
    /entered/,
  );
});

test('who starts in the hardware needs no attack, and the panel says so', async ({ page }) => {
  await openScene(page, `${SCENE}?isolation.entry=docker-linux/hardware`);
  await expect(page.getByText('Who starts in Hardware needs none')).toBeVisible();
  await expect(page.getByText(/In A the attacker starts in Hardware/)).toBeVisible();
});

test('the table has the steps of every stack; names that mean nothing give notices', async ({
  page,
}) => {
  await openScene(page, `${SCENE}?view=table&isolation.harden=nonsense`);
  await expect(notices(page)).toHaveCount(1);
  await expect(page.getByRole('row', { name: /^Step 3/ })).toContainText('heap');
  await expect(page.getByRole('row', { name: /^Container 2/ })).toContainText('reached');
  const findings = await axeFindings(page);
  expect(findings).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('attacks and switches are in a dialog; nothing fails axe', async ({ page }) => {
    await openScene(page, SCENE);
    await expect(headline(page)).toContainText('6 of 6 in Container');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Attacks and switches' }).click();
    const dialog = page.getByRole('dialog', { name: 'Attacks and switches' });
    await dialog.getByRole('switch', { name: 'Forbid new user namespaces' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(headline(page)).toContainText('1 of 6');
    await expect(stageOf(page).first()).toHaveAttribute('data-state', 'ready');
  });
});
