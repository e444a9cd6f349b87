/** The Boot lens: one study at a time, its axis, its clock, and where its times come from. */
import { paintedPicture } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import { BOOT_RACE, openScene, queryOf, stageOf, twins, waitReady } from './stage.ts';

const sentence = (page: Page) => page.getByRole('main').getByRole('paragraph').first();

for (const study of ['lightvm', 'here']) {
  test(`every time of ${study} is in the list of sources, with its source`, async ({ page }) => {
    await openScene(page, `${BOOT_RACE.replace('lightvm', study)}&view=table`);
    const table = page.getByRole('table');
    await expect(table.getByRole('row').nth(1)).toBeVisible();
    const rows = await table
      .getByRole('row')
      .evaluateAll((all) =>
        all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent.trim())),
      );
    const timed = rows.filter((cells) => (cells[6] ?? '') !== '');
    expect(timed.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Sources' }).click();
    const dialog = page.getByRole('dialog', { name: 'Where the times come from' });
    for (const [stack, what, , , , , typical] of timed) {
      const entry = dialog
        .getByRole('listitem')
        .filter({ hasText: `${stack}: ${what}` })
        .first();
      await expect(entry).toContainText(typical === 'not given' ? /\d/ : (typical ?? ''));
      await expect(
        entry.getByRole('list', { name: 'Sources' }).getByRole('listitem'),
      ).not.toHaveCount(0);
    }
  });
}

test('without a race on one machine no winner is named, and one is offered', async ({ page }) => {
  await openScene(page, '/explore?stacks=microvm,docker-linux&lens=boot');
  const headline = page.getByRole('heading', { level: 1 });
  await expect(headline).toContainText('no winner');
  const races = page.getByRole('group', { name: 'Race on one machine' });
  await races.getByRole('button', { name: /NSDI 2020/ }).click();
  await expect.poll(() => queryOf(page).get('boot.study')).toBe('nsdi');
  await expect(twins(page, 'vm-bare-metal:kvm').first()).toBeAttached();
  await expect(headline).toContainText(/First: MicroVM \(Cloud Hypervisor\).+ Last: KVM VM/);
  await expect(races).toHaveCount(0);
});

test.describe('a race', () => {
  test.beforeEach(({ page }) => openScene(page, BOOT_RACE));

  test('the race shows its lanes, its study and its machine; another study is another race', async ({
    page,
  }) => {
    for (const stack of ['process', 'docker-linux', 'vm-bare-metal:xen', 'unikernel']) {
      await expect(twins(page, stack).first()).toBeAttached();
    }
    await expect(sentence(page)).toContainText('LightVM');
    await expect(sentence(page)).toContainText('Xeon');

    const lightvm = await paintedPicture(page);
    const offered = page.getByRole('combobox', { name: 'Study' }).getByRole('option');
    await expect(offered.filter({ hasText: 'LightVM 2017 (4 of 4)' })).toHaveCount(1);
    await expect(offered.filter({ hasText: '(2 of 4)' })).toHaveCount(1);
    // One stack alone is no race.
    await expect(offered.filter({ hasText: /\([01] of 4\)/ })).toHaveCount(0);
    await page.getByRole('combobox', { name: 'Study' }).selectOption('here');
    await expect.poll(() => queryOf(page).get('boot.study')).toBe('here');
    await expect(sentence(page)).not.toContainText('LightVM');
    await expect.poll(() => paintedPicture(page)).not.toBe(lightvm);

    await page.getByRole('combobox', { name: 'Study' }).selectOption('lightvm');
    await expect(sentence(page)).toContainText('LightVM');
  });

  test('the clock is chosen, and always said; the race runs and can be stopped', async ({
    page,
  }) => {
    const clock = page.getByRole('group', { name: 'Clock' });
    await clock.getByRole('radio', { name: 'Real time' }).check({ force: true });
    await expect.poll(() => queryOf(page).get('boot.clock')).toBe('real');
    await clock.getByRole('radio', { name: /Slow motion/ }).check({ force: true });
    await expect(clock.getByRole('radio', { name: 'Real time' })).not.toBeChecked();
    await expect(clock.getByRole('radio', { name: /Slow motion/ })).toBeChecked();

    const timeline = page.getByRole('slider', { name: 'Timeline' });
    const before = await timeline.getAttribute('aria-valuetext');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(timeline).not.toHaveAttribute('aria-valuetext', before ?? '');
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  });

  test('the axis is changed and changed back; the table says the same in rows', async ({
    page,
  }) => {
    const log = await paintedPicture(page);
    await page.getByRole('radio', { name: 'Linear' }).check({ force: true });
    await expect.poll(() => queryOf(page).get('boot.axis')).toBe('linear');
    await waitReady(page);
    await expect.poll(() => paintedPicture(page)).not.toBe(log);
    await page.getByRole('radio', { name: 'Log axis' }).check({ force: true });
    await expect.poll(() => queryOf(page).get('boot.axis')).toBeNull();
    await expect.poll(() => paintedPicture(page)).toBe(log);

    await page.getByRole('radio', { name: 'Table' }).check({ force: true });
    await expect(page.getByRole('table')).toBeVisible();
    await expect.poll(() => queryOf(page).get('view')).toBe('table');
    await expect(page.getByRole('table')).toContainText('Machine');
    await page.getByRole('radio', { name: 'Picture' }).check({ force: true });
    await expect(page.getByRole('table')).toHaveCount(0);
    await waitReady(page);
    await expect(stageOf(page)).toBeVisible();
  });
});
