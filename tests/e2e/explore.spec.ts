/** Explore's main task: look at stacks side by side, take parts away, play how they are built. */
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import {
  lensButton,
  openScene,
  queryOf,
  stageOf,
  THREE_STACKS,
  twins,
  waitReady,
} from './stage.ts';
import { talkOf } from './talk.ts';

function overlay(page: Page, name: string) {
  return page.getByRole('switch', { name });
}

function timeline(page: Page) {
  return page.getByRole('slider', { name: 'Timeline' });
}

test.describe('three stacks', () => {
  test.beforeEach(({ page }) => openScene(page, THREE_STACKS));

  test('each kernel is there once, by contract, and picture and words say it', async ({ page }) => {
    await expect(twins(page, 'vm-bare-metal', 'kernel')).toHaveCount(3);
    await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
    await expect(twins(page, 'desktop-mac', 'kernel')).toHaveCount(2);
    await expect(twins(page, 'vm-bare-metal', 'hypervisor')).toHaveCount(1);
    await expect(twins(page, 'vm-bare-metal', 'wall')).toHaveCount(3);
    await expect(twins(page, 'docker-linux', 'fence')).toHaveCount(4);
    await expect(twins(page, 'docker-linux', 'engine').first()).toBeAttached();

    await expect(
      page
        .getByRole('heading')
        .filter({ hasText: /kernel/i })
        .first(),
    ).toBeVisible();
    await expect(page.getByText(/1 kernel.*shared/i).first()).toBeAttached();
  });

  test('a layer says in words what the picture says; a figure is one press away from its source', async ({
    page,
  }) => {
    const kernel = twins(page, 'docker-linux', 'kernel');
    await expect(kernel).toHaveAccessibleName(/linux/i);
    await kernel.click();
    await expect.poll(() => queryOf(page).get('select')).toBe('docker-linux/kernel');
    const inspector = page.getByRole('region', { name: 'Selected layer' });
    await expect(inspector).toContainText('Provided by');

    const figures = inspector.getByRole('definition').filter({ hasText: /\d/ });
    await expect(figures.first()).toBeVisible();
    await inspector.getByRole('link', { name: 'Source 1' }).first().click();
    const source = inspector.getByRole('list', { name: 'Sources' }).getByRole('listitem').first();
    await expect(source).toBeFocused();
    await expect(source).toBeInViewport();
    await expect(source.getByRole('link')).toHaveAttribute('href', /^https:/);
  });

  test('an overlay goes away and comes back', async ({ page }) => {
    const whole = await paintedPicture(page);
    await overlay(page, 'Namespaces').click();
    await expect(overlay(page, 'Namespaces')).not.toBeChecked();
    await expect.poll(() => queryOf(page).get('hide')).toContain('namespaces');
    await expect(twins(page, 'docker-linux', 'fence')).toHaveCount(0);
    await expect(twins(page, 'docker-linux', 'app')).toHaveCount(4);
    await waitReady(page);
    expect(await paintedPicture(page)).not.toBe(whole);
    await overlay(page, 'Namespaces').click();
    await expect.poll(() => queryOf(page).get('hide')).toBeNull();
    await expect(twins(page, 'docker-linux', 'fence')).toHaveCount(4);
    await waitReady(page);
    expect(await paintedPicture(page)).toBe(whole);
  });

  test('cgroups and CPU privilege change the picture, and change it back', async ({ page }) => {
    const before = await paintedPicture(page);
    for (const name of ['cgroups', 'CPU privilege']) {
      const wasOn = (await overlay(page, name).getAttribute('aria-checked')) === 'true';
      await overlay(page, name).click();
      await expect(overlay(page, name)).toBeChecked({ checked: !wasOn });
      await expect.poll(() => paintedPicture(page)).not.toBe(before);
      await overlay(page, name).click();
      await expect.poll(() => paintedPicture(page)).toBe(before);
    }
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
    await expect.poll(() => queryOf(page).get('lens')).toBeNull();
    await expect(twins(page, 'docker-linux', 'fence')).toHaveCount(4);
  });

  test('the playhead is scrubbed by keyboard, and the address follows', async ({ page }) => {
    await timeline(page).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => queryOf(page).get('t') ?? queryOf(page).get('step')).not.toBeNull();
    // Whoever hears the slider hears every move of it.
    for (let presses = 0; presses < 3; presses += 1) {
      const before = await timeline(page).getAttribute('aria-valuetext');
      await page.keyboard.press('ArrowRight');
      await expect(timeline(page)).not.toHaveAttribute('aria-valuetext', before ?? '');
    }
    // This very moment goes to the wall with one press.
    await page.getByRole('link', { name: 'Present', exact: true }).press('Enter');
    await expect(talkOf(page)).toHaveAttribute('data-talk', 'open');
    expect(queryOf(page).get('stacks')).toBe('vm-bare-metal,docker-linux,desktop-mac');
    expect(Number(queryOf(page).get('t'))).toBeGreaterThan(0);
  });
});

test('the playhead steps forward and back, plays and pauses', async ({ page }) => {
  // So slow that no step and no play comes to its end by itself.
  await openScene(page, `${THREE_STACKS}&speed=0.05`);
  const step = page.getByRole('button', { name: 'Step', exact: true });
  await step.click();
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /^Step 1 of 5/);
  const first = await timeline(page).getAttribute('aria-valuetext');
  await step.click();
  await expect(timeline(page)).not.toHaveAttribute('aria-valuetext', first ?? '');
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', first ?? '');

  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
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

test('keys that zoom keep the layer with the focus in view', async ({ page }) => {
  await openScene(page, THREE_STACKS);
  await twins(page, 'vm-bare-metal', 'kernel').first().focus();
  await page.keyboard.press('End');
  const focused = page.locator('[data-layer]:focus');
  await expect(focused).toHaveCount(1);
  for (let press = 1; press <= 5; press += 1) {
    await page.keyboard.press('+');
    await expect(focused).toBeInViewport();
  }
  const [layer, stage] = [
    await focused.boundingBox(),
    await page.locator('[data-stage]').boundingBox(),
  ];
  if (!layer || !stage) throw new Error('nothing is shown');
  expect(layer.x).toBeGreaterThanOrEqual(stage.x);
  expect(layer.x).toBeLessThan(stage.x + stage.width);
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
  // On a phone both stacks are there, one above the other, and nothing covers what they say.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(stageOf(page)).toHaveCount(2);
  await expect(twins(page, 'vm-bare-metal', 'kernel')).toHaveCount(3);
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  const again = page.getByRole('button', { name: 'Play again' });
  await again.scrollIntoViewIfNeeded();
  const gap = async () => {
    const [last, button] = [await stageOf(page).last().boundingBox(), await again.boundingBox()];
    return (button?.y ?? Number.NaN) - (last?.y ?? 0) - (last?.height ?? 0);
  };
  await expect.poll(gap).toBeGreaterThanOrEqual(0);
  await page.getByRole('link', { name: 'Explore' }).first().click();
  await expect(page).toHaveURL(/\/explore/);
  await waitReady(page);
});

test('words follow the build-up: no container is spoken of before it is drawn', async ({
  page,
}) => {
  await openScene(page, '/explore?stacks=docker-linux&step=2');
  const headline = page.getByRole('heading', { level: 1 });
  await expect(headline).toHaveText('One kernel. Nothing uses it yet.');
  await expect(page.getByText('1 kernel: the host’s; nothing uses it yet')).toBeAttached();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(headline).toHaveText('One kernel, shared by four containers.');
  await expect(page.getByText('shared by 4 containers and the engine').first()).toBeAttached();
  await overlay(page, 'Container engine').click();
  await expect(page.getByText(/and the engine/)).toHaveCount(0);
});

test('an engine that is switched off is selected no longer', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux&select=docker-linux/engine');
  await expect.poll(() => queryOf(page).get('select')).toBe('docker-linux/engine');
  await page.getByRole('switch', { name: 'Container engine' }).click();
  await expect.poll(() => queryOf(page).get('hide')).toBe('engine');
  await expect.poll(() => queryOf(page).get('select')).toBeNull();
});
