/** Lessons on paper: what is printed, with and without notes, on both sizes of paper. */
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { queryOf } from './stage.ts';

const LESSON = '/present/containers-and-vms';
const STEPS = 14;
/** Some twenty pictures are drawn one after the other. */
const DRAWN = { timeout: 60_000 };

/** Opens a handout and waits until its last picture is drawn. */
async function openHandout(page: Page, query = ''): Promise<void> {
  await page.goto(`${LESSON}?print=1${query}`);
  await expect(page.getByText('Ready to print', { exact: false })).toBeVisible(DRAWN);
}
const handout = (page: Page) => page.getByRole('main');

test('every step is a figure with a caption; answers, sources and notes have their places', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openHandout(page);
  await test.step('every step is a figure, drawn whole', async () => {
    const figures = handout(page).getByRole('figure');
    for (let step = 1; step <= STEPS; step += 1) {
      const figure = figures.filter({ hasText: new RegExp(`^\\s*Figure ${step}\\.`) });
      await expect(figure).toHaveCount(1);
      const image = figure.getByRole('img');
      await expect(image).toHaveAttribute('alt', /kernel|VM|ms|MB|reached/i);
      const size = await image.evaluate((one: HTMLImageElement) => ({
        width: one.naturalWidth,
        shown: one.getBoundingClientRect().width,
      }));
      // Sharp on paper: two image pixels and more for each of the page.
      expect(size.width).toBeGreaterThan(2 * size.shown);
    }
    await expect(handout(page).getByText('Your prediction')).not.toHaveCount(0);
  });
  await test.step('what is asked is answered at the end, not beside the question', async () => {
    const [question, answers, answer] = await Promise.all([
      handout(page).getByText('VMs or containers: which add kernels to the machine?').boundingBox(),
      handout(page).getByRole('heading', { name: 'Answers', exact: true }).boundingBox(),
      handout(page)
        .getByText('hardware without a kernel runs no ordinary program', { exact: false })
        .boundingBox(),
    ]);
    expect(question?.y).toBeLessThan(answers?.y ?? 0);
    expect(answer?.y).toBeGreaterThan(answers?.y ?? Infinity);
    const figure = handout(page).getByRole('figure');
    await expect(figure.filter({ hasText: /^\s*Figure 1, answered\./ })).toHaveCount(1);
  });
  await test.step('a number in the text leads to its source by the same number', async () => {
    const number = Number(await handout(page).locator('sup').first().textContent());
    const entry = handout(page)
      .getByRole('listitem')
      .filter({ hasText: 'capabilities that Docker leaves' });
    await expect(entry).toHaveAttribute('value', String(number));
    await expect(entry).toContainText('https://');
  });
  await test.step('notes and paper come as they are asked for, and by the address', async () => {
    const notes = handout(page).getByText('For the teacher', { exact: true });
    await expect(notes).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'With notes for the teacher' }).check();
    await expect(notes).toHaveCount(STEPS);
    await expect(handout(page).getByText('Let the class vote', { exact: false })).toBeVisible();
    await page.getByRole('radio', { name: 'Letter' }).check();
    await expect.poll(() => queryOf(page).get('notes')).toBe('1');
    await expect.poll(() => queryOf(page).get('paper')).toBe('letter');
    await page.reload();
    await expect(notes).toHaveCount(STEPS);
    await expect(page.getByRole('radio', { name: 'Letter' })).toBeChecked();
  });
});

test('prints on A4 and Letter: light, without controls, on fewer pages than steps and answers', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openHandout(page);
  for (const [paper, size] of [
    ['A4', [595, 842]],
    ['Letter', [612, 792]],
  ] as const) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await page.getByRole('radio', { name: paper }).check();
    await expect(page.getByText('Ready to print', { exact: false })).toBeVisible(DRAWN);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeHidden();
    const ink = await handout(page).evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(ink).toBe('rgb(255, 255, 255)');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    // A page for each step, and the answers and sources, would be twenty-five.
    expect(boxes.length).toBeGreaterThan(STEPS / 2);
    expect(boxes.length).toBeLessThan(STEPS + 10);
    for (const [, width, height] of boxes) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(size);
    }
  }
});

test('axe finds nothing on a handout, and a phone scrolls it downwards alone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await openHandout(page, '&notes=1');
  expect(await axeFindings(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test('Back leads to the wall', async ({ page }) => {
  await page.goto(`${LESSON}?print=1`);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page).toHaveURL(new RegExp(`${LESSON}(\\?(?!.*print).*)?$`));
});
