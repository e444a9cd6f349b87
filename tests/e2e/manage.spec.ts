/** The Manage lens: what tools reach, and what three stories ask of them. */
import { axeFindings, axeInScheme } from './axe.ts';
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import { notices, openScene, queryOf, twins, waitReady } from './stage.ts';

const MANAGE = '/explore?stacks=docker-linux,vm-bare-metal&lens=manage';
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const lens = (page: Page) =>
  page.getByRole('navigation', { name: 'Lens' }).getByRole('button', { name: 'Manage' });
const story = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

test('the lens is reached from Structure, by mouse and by keyboard, and Back leads out', async ({
  page,
}) => {
  await openScene(page, '/explore?stacks=docker-linux,vm-bare-metal');
  await lens(page).click();
  await expect(headline(page)).toContainText('no tool here reaches a host’s or a guest’s kernel');
  await expect.poll(() => queryOf(page).get('lens')).toBe('manage');
  await page.goBack();
  await expect(lens(page)).not.toHaveAttribute('aria-current', 'true');
  await lens(page).focus();
  await page.keyboard.press('Enter');
  await expect(lens(page)).toHaveAttribute('aria-current', 'true');
});

test('every layer says who manages it, or that nobody does', async ({ page }) => {
  await openScene(page, MANAGE);
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveAccessibleName(/by hand/);
  await expect(twins(page, 'docker-linux', 'fence').first()).toHaveAccessibleName(
    /managed by Docker Engine, Compose and Swarm/,
  );
  await expect(twins(page, 'vm-bare-metal', 'kernel').first()).toHaveAccessibleName(
    /carried along by vSphere/,
  );
});

test('tools are chosen, the picture and the address follow, and the choice comes back', async ({
  page,
}) => {
  await openScene(page, MANAGE);
  const first = await paintedPicture(page);
  await page.getByRole('button', { name: 'Tools', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Docker Swarm' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Kubernetes control plane' }).check();
  await page.keyboard.press('Escape');
  await expect.poll(() => queryOf(page).get('manage.tools')).toContain('kubernetes');
  await expect.poll(() => paintedPicture(page)).not.toBe(first);
  await page.reload();
  await waitReady(page);
  await expect(twins(page, 'docker-linux', 'fence').first()).toHaveAccessibleName(
    /managed by Docker Engine, Compose and Kubernetes/,
  );
  await expect(page.getByRole('heading', { name: 'Kubernetes control plane' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Kubernetes: Safely drain a node' })).toHaveAttribute(
    'href',
    /kubernetes\.io/,
  );
});

test('a plain engine starts nothing elsewhere, Swarm does', async ({ page }) => {
  await openScene(
    page,
    '/explore?stacks=docker-linux&lens=manage&manage.story=node&manage.tools=docker-engine',
  );
  await expect(headline(page)).toHaveText(/no tool here starts anything elsewhere/);
  await openScene(
    page,
    '/explore?stacks=docker-linux&lens=manage&manage.story=node&manage.tools=swarm',
  );
  await expect(headline(page)).toHaveText(/Swarm starts its load elsewhere/);
  await expect(twins(page, 'docker-linux', 'fence').first()).toHaveAccessibleName(
    /runs on another node/,
  );
});

test('a story is stepped through by keys, and a step is a link', async ({ page }) => {
  await openScene(page, '/explore/patch-the-kernel');
  await expect(headline(page)).toContainText('Container: 1 patch, 4 restarts');
  await openScene(page, `${MANAGE}&manage.story=patch&step=1`);
  const first = await paintedPicture(page);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => paintedPicture(page)).not.toBe(first);
  await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveAttribute(
    'aria-valuetext',
    /Swarm: The node is drained/,
  );
  await story(page, 'Deploy version 2').check({ force: true });
  await expect.poll(() => queryOf(page).get('manage.story')).toBe('deploy');
  await expect(headline(page)).toContainText('a new VM boots one');
});

test('bad values give notices, and the rest stands', async ({ page }) => {
  await openScene(page, `${MANAGE}&manage.story=magic&manage.tools=swarm,wand`);
  await expect(notices(page)).toHaveCount(2);
  await expect(headline(page)).toContainText('Swarm reaches the containers');
});

test('on a phone: one stack, its story and its tools in the sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openScene(page, MANAGE);
  await story(page, 'Patch').check({ force: true });
  await expect(headline(page)).toContainText('1 kernel patched, 4 containers restarted');
  await page.getByRole('button', { name: /^Tools: Docker Engine/ }).click();
  await expect(
    page.getByRole('dialog').getByRole('heading', { name: 'Docker Swarm' }),
  ).toBeVisible();
});

test('axe finds nothing in light and dark, dialog and table included', async ({ page }) => {
  await openScene(page, `${MANAGE}&view=table`);
  await expect(page.getByRole('row', { name: /^vSphere/ })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tools', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
});
