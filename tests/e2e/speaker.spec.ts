/** The speaker window: notes, time and the wall by remote; and that both windows stay in step. */
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './strict-page.ts';
import { waitReady } from './stage.ts';
import { expectPlace, NOTES, openTalk, SOON, TALK, talkOf } from './talk.ts';

async function twoWindows(page: Page): Promise<Page> {
  await openTalk(page, TALK);
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const speaker = await opening;
  await expect(talkOf(speaker)).toHaveAttribute('data-talk', 'open');
  await waitReady(speaker);
  return speaker;
}

/** The same numbers on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('what the speaker does shows on the wall, and the other way round', async ({ page }) => {
  const speaker = await twoWindows(page);
  await expect(speaker.getByRole('heading', { level: 1 })).toContainText('Speaker window');
  await expect(speaker.getByRole('region', { name: 'Notes' })).toContainText('Let the class vote');
  await speaker.getByRole('button', { name: /^Next slide/ }).click();
  await expectPlace(page, '1.2');
  await page.keyboard.press('PageDown');
  await expectPlace(speaker, '2.1');
  await speaker.getByRole('button', { name: 'One kernel' }).click();
  await expectPlace(page, (await talkOf(speaker).getAttribute('data-place')) ?? '');
  await expect(
    page.getByRole('main').getByText('Under the containers lies one, for all of them.'),
  ).toBeVisible();
  await speaker.keyboard.press('b');
  await expect(page.locator('.blank.black')).toBeVisible();
  await expect(speaker.getByText('The wall is black')).toBeVisible();
  await speaker.keyboard.press('b');
  await expect(page.locator('.blank')).toHaveCount(0);
  await speaker.keyboard.press('p');
  const picture = speaker.locator('.now .frame');
  await picture.hover({ position: { x: 120, y: 120 } });
  await expect(page.locator('.over .point')).toBeVisible();
  await expect(speaker.getByText(/in hand$/)).toBeVisible();
});

test('the notes are 19 px or larger, as the speaker wants them, and over a reload', async ({
  page,
}) => {
  await openTalk(page, NOTES);
  const notes = page.getByRole('group', { name: 'Notes' });
  await expect(notes).toHaveCSS('font-size', '19px');
  await page.getByRole('button', { name: 'Larger notes' }).click();
  await expect(notes).toHaveCSS('font-size', '22px');
  await page.reload();
  await expect(notes).toHaveCSS('font-size', '22px');
  await expect(page.getByText('No wall is open.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  // The plan is longer than a lecture: what can be done without is told, and goes at a press.
  await expect(page.getByText('Planned: 44 min')).toBeVisible();
  await page.getByRole('button', { name: 'Leave out slides 6 and 12: 38 min' }).click();
  await expect(page.getByText('Planned: 38 min')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Leave out slide/ })).toHaveCount(0);
});

/** What a window shows of the talk: its place, and whether it is blank. */
function stateOf(page: Page): Promise<readonly [string | null, number]> {
  return talkOf(page).evaluate(
    (talk) =>
      [talk.getAttribute('data-place'), document.querySelectorAll('.blank').length] as const,
  );
}

test.describe('kept for a time without network', () => {
  test.use({ keepsTalks: true });

  test('200 actions with reloads, by chance, in either window: both stay in step', async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const windows = [page, await twoWindows(page)] as const;
    const chance = seeded(20_260);
    const keys = [
      'PageDown',
      'PageDown',
      'PageDown',
      'ArrowRight',
      'PageUp',
      'b',
      'w',
      'x',
      'Home',
    ];
    for (let action = 1; action <= 200; action += 1) {
      const [acting, other] = chance(2) === 0 ? windows : ([windows[1], windows[0]] as const);
      if (action % 20 === 0) {
        await acting.reload();
        await expect(talkOf(acting)).toHaveAttribute('data-talk', 'open');
      } else {
        await acting.keyboard.press(keys[chance(keys.length)] ?? 'PageDown');
      }
      const state = await stateOf(acting);
      await expect.poll(() => stateOf(other), SOON).toEqual(state);
      await expect.poll(() => stateOf(acting), SOON).toEqual(state);
    }
  });
});

test('a window that was closed and opened again finds its place', async ({ page, context }) => {
  const speaker = await twoWindows(page);
  await speaker.keyboard.press('End');
  await expectPlace(page, '15.1');
  await page.close();
  await expect(speaker.getByText('No wall is open.')).toBeVisible();
  await speaker.keyboard.press('PageUp');
  const again = await context.newPage();
  await again.goto(TALK);
  await expect(talkOf(again)).toHaveAttribute(
    'data-place',
    (await talkOf(speaker).getAttribute('data-place')) ?? '',
  );
});

test('a blocked window is said, with a way on', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openTalk(page, TALK);
  await page.keyboard.press('s');
  await expect(page.getByText('The browser blocked the speaker window.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the speaker window' })).toHaveAttribute(
    'href',
    /\/present\/containers-and-vms\/notes\?step=1$/,
  );
});

test('without a channel and without storage the windows hear each other all the same', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    Object.defineProperty(globalThis, 'sessionStorage', {
      get() {
        throw new Error('refused');
      },
    });
  });
  const speaker = await twoWindows(page);
  await speaker.keyboard.press('PageDown');
  await expectPlace(page, '1.2');
  await page.keyboard.press('PageDown');
  await expectPlace(speaker, '2.1');
  await page.reload();
  await expectPlace(page, '2.1');
  await expect(page.getByText('This browser keeps nothing for this site.')).toBeVisible();
});
