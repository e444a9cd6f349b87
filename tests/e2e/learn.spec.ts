/** Lessons: words and picture step by step, predictions, and what is kept of them. */
import { axeFindings, axeInScheme } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { queryOf, twins, waitReady } from './stage.ts';

const LESSON = '/learn/containers-and-vms';
/** Of a slow line, ms: longer than a page puts off the writing of its address. */
const SLOW_MS = 600;

async function openStep(page: Page, step: number): Promise<void> {
  await page.goto(step === 1 ? LESSON : `${LESSON}?step=${step}`);
  await waitReady(page);
  await expect(page.getByText(new RegExp(`^Step ${step} of 14,`))).toBeVisible();
}
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const picture = (page: Page) => page.getByRole('region', { name: 'Picture of this step' });

test('a lesson is found in the list, and goes through by keyboard alone', async ({ page }) => {
  await page.goto('/learn');
  await page.getByRole('link', { name: 'Start: How do containers differ from VMs?' }).focus();
  await page.keyboard.press('Enter');
  await waitReady(page);
  await expect(title(page)).toHaveText('Who brings a kernel?');
  const titles = new Set<string>();
  for (let step = 1; step <= 14; step += 1) {
    await expect(page.getByText(new RegExp(`^Step ${step} of 14,`))).toBeVisible();
    titles.add((await title(page).textContent()) ?? '');
    // A choice takes arrows alone.
    if (step === 1) await page.getByRole('radio').first().focus();
    await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'PageDown');
    // Reading goes on at the new step's beginning.
    if (step < 14) await expect(title(page)).toBeFocused();
  }
  expect(titles.size).toBe(14);
  // At the end the keys go no further; back leads to the step before.
  await expect(title(page)).toHaveText('What to keep');
  await page.keyboard.press('PageUp');
  await expect.poll(() => queryOf(page).get('step')).toBe('13');
  await page.goBack();
  await expect(title(page)).toHaveText('What to keep');
  await page.getByRole('link', { name: 'All lessons' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('14 of 14 steps seen')).toBeVisible();
  await expect(page.getByText('You have finished this lesson.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Go on at step/ })).toHaveCount(0);
});

test('predict, then reveal: a wrong answer is explained, and the picture shows it', async ({
  page,
}) => {
  await openStep(page, 1);
  await expect(twins(page, 'vm-bare-metal')).toHaveCount(0);
  // The picture does not count while one is asked to.
  const hushed = picture(page).getByText('The picture speaks when you have answered.');
  await expect(hushed).toBeVisible();
  await expect(picture(page)).not.toContainText(/one kernel, shared|1 kernel/i);
  await page.getByRole('radio', { name: 'Containers: one kernel each' }).press('Space');
  await page.getByRole('button', { name: 'This is my answer' }).press('Enter');
  await expect(page.getByRole('group', { name: 'Not quite.' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Not quite.' })).toBeVisible();
  await expect(hushed).toHaveCount(0);
  await expect(picture(page).getByText('Count the solid blocks', { exact: false })).toBeVisible();
  await expect(page.getByText('A container holds no kernel.', { exact: false })).toBeVisible();
  await expect(twins(page, 'vm-bare-metal', 'kernel')).toHaveCount(3);
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  await page.getByRole('button', { name: 'Ask me again' }).click();
  await expect(page.locator(':focus')).toContainText('VMs or containers: which add kernels');
  await expect(hushed).toBeVisible();
  await expect(twins(page, 'vm-bare-metal')).toHaveCount(0);
  await page.getByRole('radio', { name: 'VMs: one kernel each' }).check();
  await page.getByRole('button', { name: 'This is my answer' }).click();
  await expect(page.getByText('Right.', { exact: true })).toBeVisible();
});

test('a guess by slider, then the figure with its range and source, and the race', async ({
  page,
}) => {
  await openStep(page, 7);
  const words = page.getByRole('main');
  await expect(words).not.toContainText('244 ms');
  const slider = page.getByRole('slider', { name: 'Your guess' });
  await expect(page.getByRole('button', { name: 'This is my answer' })).toBeDisabled();
  await expect(words).toContainText('Move the slider to your guess first.');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '16 min 40 s');
  await expect(title(page)).toHaveText('How long does a VM take to start?');
  await page.getByRole('button', { name: 'This is my answer' }).click();
  await expect(picture(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(words).toContainText('times the figure');
  // Where it comes from and how it was taken stands beside it, without a press.
  await expect(words.getByText(/^Source: .*500 runs/)).toBeVisible();
  const figure = page.getByRole('button', { name: '244 ms (232 to 264 ms)' }).first();
  await figure.click();
  const explained = page.getByRole('dialog', { name: /244 ms/ });
  await expect(explained).toContainText('500 runs');
  await expect(explained.getByRole('list', { name: 'Sources' }).getByRole('link')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(figure).toBeFocused();
  // On to the figure among all figures, and back to where one was.
  await figure.click();
  await explained.getByRole('link', { name: 'All about this figure' }).click();
  await expect(page.locator('[id="start.qemu.nsdi"]')).toBeInViewport();
  // Back over a slow line, at once: the page that is left writes nothing into the lesson's address.
  await page.route('**/learn/**/__data.json*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue();
  });
  await page.goBack();
  await expect(title(page)).toHaveText('How long does a VM take to start?');
  await expect(figure).toBeInViewport();
});

test('things are put into order by keyboard, and the answer comes back', async ({ page }) => {
  await openStep(page, 5);
  const order = page.getByRole('list', { name: 'Your order, smallest first' });
  const first = order.getByRole('listitem').first();
  const unikernel = page.getByRole('button', { name: 'Unikernel clock: move up' });
  await unikernel.focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Enter');
  await expect(first).toContainText('Unikernel');
  await page.getByRole('button', { name: 'This is my answer' }).press('Enter');
  const right = page.getByRole('list', { name: 'The right order, smallest first' });
  await expect(right.getByRole('listitem').nth(2)).toContainText('9.5 MB');
  await page.reload();
  await waitReady(page);
  await expect(right).toBeVisible();
  await expect(title(page)).toHaveText('How large is it?');
  // Without a step in the address the place is offered, not lost.
  const place = page.getByText('You were at step 5, “How large is it?”.');
  await openStep(page, 1);
  await expect(place).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Go on there' }).click();
  await expect(title(page)).toHaveText('How large is it?');
  await openStep(page, 1);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(place).toHaveCount(0);
  await page.reload();
  await waitReady(page);
  await expect(place).toHaveCount(0);
  await page.goto('/learn');
  await expect(page.getByRole('link', { name: 'Save as a file' })).toHaveAttribute(
    'href',
    /size\.tinyxvm/,
  );
  await page.getByRole('button', { name: 'Erase' }).click();
  await page.getByRole('button', { name: 'Erase them' }).click();
  await expect(page.getByText('This browser keeps nothing of your lessons.')).toBeVisible();
  await openStep(page, 5);
  await expect(order).toBeVisible();
});

test('the picture can be played with, opened in Explore, and comes back', async ({ page }) => {
  await openStep(page, 3);
  const back = page.getByRole('button', { name: 'Back to the step’s picture' });
  await expect(back).toHaveAttribute('aria-disabled', 'true');
  await picture(page).getByRole('switch', { name: 'Namespaces' }).click();
  await picture(page).getByRole('button', { name: 'Linux kernel', exact: false }).last().click();
  const explore = page.getByRole('link', { name: 'Open in Explore' });
  await expect(explore).toHaveAttribute('href', /hide=namespaces/);
  await expect(explore).toHaveAttribute('href', /select=docker-linux%2Fkernel|kernel/);
  await picture(page).getByRole('slider', { name: 'Timeline' }).press('Home');
  await picture(page).getByText('Kernel', { exact: true }).click();
  await expect(back).toHaveAttribute('aria-disabled', 'false');
  await back.click();
  await waitReady(page);
  await expect(picture(page).getByRole('switch', { name: 'Namespaces' })).toBeChecked();
  await expect(back).toHaveAttribute('aria-disabled', 'true');
  // A word is explained where it stands.
  await page.getByRole('button', { name: 'engine', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Engine' })).toContainText('stands beside them');
  await page.keyboard.press('Escape');
  // Explore knows the way back, after a reload too.
  await explore.click();
  await page.waitForURL(/\/explore/);
  await waitReady(page);
  await page.reload();
  await waitReady(page);
  await page.getByRole('link', { name: /^Back to the lesson .*, step 3$/ }).click();
  await expect(title(page)).toHaveText('The kernel makes the fence');
  // A choice that is not given yet is there again, and the question with it.
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  const choice = page.getByRole('radio', { name: 'Alpine’s' });
  await choice.check();
  await explore.click();
  await page.getByRole('link', { name: /^Back to the lesson .*, step 4$/ }).click();
  await expect(choice).toBeChecked();
  await expect(page.locator(':focus')).toContainText('release');
});

test('an unknown step says so and stands at the first', async ({ page }) => {
  await page.goto(`${LESSON}?step=99&theme=dark`);
  await waitReady(page);
  await expect(page.getByText('This lesson has no step “99”.', { exact: false })).toBeVisible();
  await expect(title(page)).toHaveText('Who brings a kernel?');
  await expect(page.getByRole('button', { name: 'Back to the step’s picture' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('This lesson has no step', { exact: false })).toHaveCount(0);
});

test.describe('an unknown lesson', () => {
  // The browser reports the status of the page, and SvelteKit's router the address.
  test.use({ allowedMessages: /status of 404|Not found: / });

  test('is named, and leads on to those there are', async ({ page }) => {
    const response = await page.goto('/learn/nothing');
    expect(response?.status()).toBe(404);
    await expect(title(page)).toHaveText('There is no lesson “nothing”');
    await page.getByRole('link', { name: 'All lessons' }).click();
    await expect(page.getByRole('link', { name: /^Start: / })).toHaveCount(7);
  });
});

test.describe('without storage', () => {
  test('that nothing is kept is said once, and the lesson goes on', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await openStep(page, 1);
    const told = page.getByText('This browser keeps nothing for this site', { exact: false });
    await expect(told).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(title(page)).toHaveText('What each one is made of');
    await expect(told).toHaveCount(0);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole lesson is there to be read, with layers, figures and sources', async ({
    page,
  }) => {
    await page.goto(LESSON);
    await expect(page.getByRole('heading', { name: '14. What to keep' })).toBeVisible();
    const lesson = page.getByRole('article');
    await expect(lesson.getByText('One kernel, shared by three processes.')).toBeVisible();
    await expect(lesson.getByText('NT kernel, Windows Server').first()).toBeVisible();
    await expect(lesson.getByText('244 ms (232 to 264 ms)').first()).toBeVisible();
    await expect(lesson.getByRole('list', { name: 'Sources' }).first()).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('words, picture and question stand under each other, nothing wider than the screen', async ({
    page,
  }) => {
    await openStep(page, 7);
    const top = async (name: string | RegExp, role: 'heading' | 'region' | 'button') =>
      (await page.getByRole(role, { name }).first().boundingBox())?.y ?? NaN;
    const words = await top('How long does a VM take to start?', 'heading');
    const stage = await top('Picture of this step', 'region');
    const question = await top('This is my answer', 'button');
    expect(words).toBeLessThan(stage);
    expect(stage).toBeLessThan(question);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    await page.getByRole('combobox', { name: 'Go to step' }).selectOption('4');
    await expect(title(page)).toHaveText('How large is it?');
    expect(await axeFindings(page)).toEqual([]);
    // What follows the lesson comes after its last picture, within the column of the words.
    await page.getByRole('combobox', { name: 'Go to step' }).selectOption('13');
    const next = page.getByRole('link', { name: 'Next lesson', exact: false });
    await expect(next).toBeVisible();
    const place = async () => {
      const [link, region] = [await next.boundingBox(), await picture(page).boundingBox()];
      return link && region && link.y > region.y && link.x >= 18;
    };
    await expect.poll(place).toBe(true);
  });

  test('the verdict is seen where it was asked for, and the picture is a press away', async ({
    page,
  }) => {
    await openStep(page, 4);
    const choice = page.getByRole('radio', { name: 'Alpine’s' });
    await expect(choice).not.toBeInViewport();
    await page.getByRole('button', { name: 'The question is below the picture' }).tap();
    await expect(choice).toBeInViewport();
    await choice.check();
    await page.getByRole('button', { name: 'This is my answer' }).tap();
    const verdict = page.getByRole('group', { name: 'Not quite.' });
    await expect(verdict).toBeInViewport({ ratio: 0.9 });
    await page.getByRole('button', { name: 'See it in the picture' }).tap();
    await expect(picture(page).locator('[data-stage]')).toBeInViewport({ ratio: 0.9 });
    await page.getByRole('button', { name: 'Next' }).tap();
    await expect(title(page)).toBeInViewport();
  });
});

test('axe finds nothing in light and dark, question and answer included', async ({ page }) => {
  await page.goto(`${LESSON}?step=9`);
  await waitReady(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('radio', { name: 'Nowhere' }).check();
  await page.getByRole('button', { name: 'This is my answer' }).click();
  await expect(page.getByText('Not quite.')).toBeVisible();
  await expect(page.getByText('Your answer', { exact: true }).last()).toBeVisible();
  await page.getByText('Figures of this step', { exact: false }).click();
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/learn');
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeInScheme(page, 'dark')).toEqual([]);
});
