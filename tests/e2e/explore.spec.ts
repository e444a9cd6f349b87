/** Explore's main task: put stacks side by side, take parts away, play how they are built, share. */
import { expect, test, type Page } from './strict-page.ts';
import {
  BOOT_RACE,
  lensButton,
  openScene,
  queryOf,
  stageOf,
  THREE_STACKS,
  twins,
  waitReady,
} from './stage.ts';

function overlay(page: Page, name: string) {
  return page.getByRole('switch', { name });
}

function timeline(page: Page) {
  return page.getByRole('slider', { name: 'Timeline' });
}

test.describe('three stacks', () => {
  test.beforeEach(({ page }) => openScene(page, THREE_STACKS));

  test('each kernel is there once, by contract', async ({ page }) => {
    await expect(twins(page, 'vm-bare-metal', 'kernel')).toHaveCount(3);
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
    await expect(twins(page, 'desktop-mac', 'kernel')).toHaveCount(2);
    await expect(twins(page, 'vm-bare-metal', 'hypervisor')).toHaveCount(1);
    await expect(twins(page, 'vm-bare-metal', 'wall')).toHaveCount(3);
    await expect(twins(page, 'docker-linux', 'fence')).toHaveCount(4);
    await expect(twins(page, 'docker-linux', 'engine').first()).toBeAttached();
  });

  test('the headline and each readout say what is shown', async ({ page }) => {
    await expect(
      page
        .getByRole('heading')
        .filter({ hasText: /kernel/i })
        .first(),
    ).toBeVisible();
    await expect(page.getByText(/1 kernel.*shared/i).first()).toBeAttached();
  });

  test('a layer says in words what the picture says', async ({ page }) => {
    const kernel = twins(page, 'docker-linux', 'kernel');
    await expect(kernel).toHaveAccessibleName(/linux/i);
    await kernel.click();
    await expect.poll(() => queryOf(page).get('select')).toBe('docker-linux/kernel');
    const inspector = page.getByRole('region', { name: 'Selected layer' });
    await expect(inspector).toContainText('Provided by');
  });

  test('an overlay goes away and comes back', async ({ page }) => {
    await overlay(page, 'Namespaces').click();
    await expect(overlay(page, 'Namespaces')).not.toBeChecked();
    await expect.poll(() => queryOf(page).get('hide')).toContain('namespaces');
    await expect(twins(page, 'docker-linux', 'app')).toHaveCount(4);
    await overlay(page, 'Namespaces').click();
    await expect.poll(() => queryOf(page).get('hide')).toBeNull();
    await expect(twins(page, 'docker-linux', 'fence')).toHaveCount(4);
  });

  test('the engine can be taken away: the containers stay', async ({ page }) => {
    await overlay(page, 'Container engine').click();
    await expect(twins(page, 'docker-linux', 'engine')).toHaveCount(0);
    await expect(twins(page, 'docker-linux', 'app')).toHaveCount(4);
  });

  test('the lens is in the address, and Back returns to the other one', async ({ page }) => {
    await lensButton(page, 'Boot').click();
    await expect.poll(() => queryOf(page).get('lens')).toBe('boot');
    await waitReady(page);
    await page.goBack();
    await expect(lensButton(page, 'Structure')).toHaveAttribute('aria-current', 'true');
    expect(queryOf(page).get('lens')).toBeNull();
    await expect(twins(page, 'docker-linux', 'fence')).toHaveCount(4);
  });

  test('the playhead steps forward and back, plays and pauses', async ({ page }) => {
    const step = page.getByRole('button', { name: 'Step', exact: true });
    await step.click();
    const first = await timeline(page).getAttribute('aria-valuetext');
    await step.click();
    await expect(timeline(page)).not.toHaveAttribute('aria-valuetext', first ?? '');
    await page.getByRole('button', { name: 'Step back' }).click();
    await expect(timeline(page)).toHaveAttribute('aria-valuetext', first ?? '');

    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  });

  test('the playhead is scrubbed by keyboard, and the address follows', async ({ page }) => {
    await timeline(page).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => queryOf(page).get('t') ?? queryOf(page).get('step')).not.toBeNull();
  });
});

test('a stack is added and removed by keyboard alone', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux');
  await page.getByRole('button', { name: 'Add a stack' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /unikernel/i })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => queryOf(page).get('stacks')).toContain('docker-linux,unikernel');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: /^(Menu of )?Containers on Linux/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => queryOf(page).get('stacks')).not.toContain('docker-linux');
  await page.goBack();
  await expect.poll(() => queryOf(page).get('stacks')).toContain('docker-linux');
});

test('an empty workbench offers a start', async ({ page }) => {
  await page.goto('/explore?stacks=');
  await expect(page.getByText('Pick a first stack').first()).toBeVisible();
  await page.getByRole('button', { name: 'VMs and containers' }).click();
  await waitReady(page);
  expect(await page.locator('[data-kind="kernel"]').count()).toBeGreaterThan(1);
});

test('variants count the control domain as the contract says', async ({ page }) => {
  await openScene(
    page,
    '/explore?stacks=vm-bare-metal:hyper-v,vm-bare-metal:xen,vm-bare-metal:kvm',
  );
  for (const variant of ['hyper-v', 'xen', 'kvm']) {
    await expect(twins(page, `vm-bare-metal:${variant}`, 'kernel')).toHaveCount(4);
  }
});

test('the race shows its lanes, its study and its machine', async ({ page }) => {
  await openScene(page, BOOT_RACE);
  for (const stack of ['process', 'docker-linux', 'vm-bare-metal:xen', 'unikernel']) {
    await expect(twins(page, stack).first()).toBeAttached();
  }
  await expect(page.getByText(/LightVM/).first()).toBeVisible();
});

test('the table says the same in rows', async ({ page }) => {
  await openScene(page, BOOT_RACE);
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page.getByRole('table')).toBeVisible();
  await expect.poll(() => queryOf(page).get('view')).toBe('table');
  await expect(page.getByRole('table')).toContainText('Machine');
});

test('zooming in by button moves the camera and Fit brings it back', async ({ page }) => {
  await openScene(page, THREE_STACKS);
  const before = await twins(page, 'docker-linux', 'kernel').boundingBox();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => queryOf(page).get('cam')).not.toBeNull();
  await expect
    .poll(async () => (await twins(page, 'docker-linux', 'kernel').boundingBox())?.width ?? 0)
    .toBeGreaterThan(before?.width ?? 0);
  await page.getByRole('button', { name: 'Fit the picture' }).click();
  await expect.poll(() => queryOf(page).get('cam')).toBeNull();
});

test('the home page moves, then rests, and leads on', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('kernel');
  await expect(stageOf(page)).toBeVisible();
  await page.getByRole('link', { name: 'Explore' }).first().click();
  await expect(page).toHaveURL(/\/explore/);
  await waitReady(page);
});
