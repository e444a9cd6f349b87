/** For teachers: plans that lead to their pictures, ways to present, print and embed. */
import { expectSoundAt } from './axe.ts';
import { expect, test } from './strict-page.ts';
import { waitReady } from './stage.ts';

const LESSONS = [
  'How do containers differ from VMs?',
  'Can only Linux apps run in containers?',
  'What VM does Docker Desktop use?',
  'Why is there a VM on Docker Desktop for Linux?',
  'How can many distros share one kernel?',
  'Build a container by hand',
  'What did you really measure?',
];

test('each lesson has a plan: aim, prior knowledge, time, questions, misbeliefs', async ({
  page,
}) => {
  await page.goto('/teach');
  for (const title of LESSONS) {
    const plan = page.getByRole('article', { name: title });
    for (const part of ['Aim', 'What learners bring along', 'Steps and time', 'Questions to ask']) {
      await expect(plan.getByRole('heading', { name: part })).toBeVisible();
    }
    await expect(plan.getByText(/^\d+ steps, about \d+ minutes in class/)).toBeVisible();
    expect(await plan.getByText('Many believe:').count()).toBeGreaterThanOrEqual(3);
  }
});

test('a misbelief leads to the step whose picture breaks it', async ({ page }) => {
  await page.goto('/teach');
  const plan = page.getByRole('article', { name: LESSONS[0] ?? '' });
  const belief = plan.getByRole('listitem').filter({ hasText: 'An Alpine container runs' });
  await belief.getByRole('link', { name: 'Step 4, Whose kernel answers?' }).click();
  await waitReady(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose kernel answers?');
});

test('leads to the wall, to the handouts with notes, to the reader’s own lesson', async ({
  page,
}) => {
  await page.goto('/teach');
  await page.getByRole('link', { name: `“${LESSONS[6]}” on Letter, with notes` }).click();
  await expect(page.getByText('Ready to print', { exact: false })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('radio', { name: 'Letter' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'With notes for the teacher' })).toBeChecked();
  await page.goto('/teach');
  await page.getByRole('link', { name: `Present “${LESSONS[1]}”` }).click();
  await expect(page).toHaveURL(/\/present\/linux-only/);
  await page.goto('/teach');
  await page.getByRole('link', { name: 'My lesson', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My lesson' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all is there to read: plans, keys, handouts, the frame, the licence', async ({ page }) => {
    await page.goto('/teach');
    for (const title of LESSONS) {
      await expect(page.getByRole('article', { name: title })).toBeVisible();
    }
    await expect(
      page.getByText('A container is a small virtual machine', { exact: false }),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: /^Black screen/ })).toContainText('B');
    await expect(page.getByText('<iframe src=', { exact: false })).toBeVisible();
    await expect(page.getByRole('link', { name: 'CC BY 4.0 in full' })).toBeVisible();
  });
});

test('at any width, light and dark: axe finds nothing, nothing sticks out', async ({ page }) => {
  await page.goto('/teach');
  await expectSoundAt(page, [1440, 1920, 390]);
});

test('the start page leads to lessons, to the wall and to teachers', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Present a lesson' }).click();
  await expect(page).toHaveURL(/\/present\/containers-and-vms/);
  await page.goto('/');
  await page.getByRole('link', { name: `The lesson: ${LESSONS[4]}` }).click();
  await expect(page).toHaveURL(/\/learn\/many-distros/);
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'For teachers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Teach with pictures that hold');
});
