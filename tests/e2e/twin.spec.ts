/** The twin lies on the picture: checked against painted pixels, moving and zoomed. */
import tokens from '../../src/lib/render/tokens.json' with { type: 'json' };
import { kernelEdges } from './painted.ts';
import { expect, test, type Page } from './strict-page.ts';
import { openScene, stageOf, THREE_STACKS } from './stage.ts';

const FILL = tokens.color.light.layer.kernel.fill;
/** Contract §5 allows 1 px; half the border lies between the fill and the box's edge. */
const TOLERANCE_PX = 1 + tokens.stroke.layer;

async function expectTwinsOnPicture(page: Page, zoom = 1): Promise<void> {
  const edges = await kernelEdges(page, FILL);
  expect(edges.length).toBeGreaterThan(0);
  for (const { path, offBy } of edges) {
    for (const px of offBy) expect(Math.abs(px), path).toBeLessThanOrEqual(TOLERANCE_PX * zoom);
  }
}

// The browser's advice to a page that reads its canvas often; only these tests do.
test.use({ allowedMessages: /willReadFrequently/ });

test('at rest', async ({ page }) => {
  await openScene(page, `${THREE_STACKS}&theme=light`);
  await expectTwinsOnPicture(page);
});

for (const t of [1000, 1600, 2400]) {
  test(`in the middle of the build-up, at ${t} ms`, async ({ page }) => {
    await openScene(page, `${THREE_STACKS}&theme=light&t=${t}`);
    await expectTwinsOnPicture(page);
  });
}

test('while it is being built', async ({ page }) => {
  // Slow enough for eight looks, each at another moment.
  await openScene(page, `${THREE_STACKS}&theme=light&t=1600&play=1&speed=0.05`);
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  await expect(pause).toBeVisible();
  const playhead = page.getByRole('slider', { name: 'Timeline' });
  for (let looks = 0; looks < 8; looks += 1) {
    const moment = await playhead.inputValue();
    await expectTwinsOnPicture(page);
    await expect(playhead).not.toHaveValue(moment);
  }
  await expect(pause).toBeVisible();
});

test('while stacks make room for each other', async ({ page }) => {
  await openScene(page, `${THREE_STACKS}&theme=light`);
  await page.getByRole('switch', { name: 'Container engine' }).click();
  while ((await stageOf(page).getAttribute('data-state')) !== 'ready') {
    await expectTwinsOnPicture(page);
  }
  await expectTwinsOnPicture(page);
});

for (const cam of ['0.5,0.7,1.6', '0.4,0.8,2.5', '0.5,0.5,0.7']) {
  test(`zoomed and moved, cam=${cam}`, async ({ page }) => {
    await openScene(page, `${THREE_STACKS}&theme=light&cam=${cam}`);
    await expectTwinsOnPicture(page, Number(cam.split(',')[2]));
  });
}

test('zoomed in mid-build-up on a sharp screen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    deviceScaleFactor: 2,
    viewport: { width: 1280, height: 800 },
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  await openScene(page, `${THREE_STACKS}&theme=light&t=1600&cam=0.5,0.6,1.5`);
  await expectTwinsOnPicture(page, 1.5);
  await context.close();
});

test('a step that takes the focused layer away leaves the focus on what it stood on', async ({
  page,
}) => {
  await openScene(page, '/explore?stacks=docker-linux');
  const app = page.locator('[data-layer="docker-linux/c1/app"]');
  const kernel = page.locator('[data-layer="docker-linux/kernel"]');
  await app.focus();
  // The keys of time work wherever the focus is: back to where nothing stands on the kernel yet.
  for (const shown of [4, 3, 2]) {
    await page.keyboard.press(',');
    await expect(page.getByText(`Built from the ground, step ${shown} of 5`)).toBeVisible();
  }
  await expect(app).toBeHidden();
  await expect(kernel).toBeFocused();
});

test('removing a stack by its menu leaves the focus on the stage', async ({ page }) => {
  await openScene(page, '/explore?stacks=docker-linux,process');
  await page.locator('[data-stack-title="process"]').press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await expect(page.locator('[data-layer="process/kernel"]')).toHaveCount(0);
  await expect(page.locator('[data-stack-title="docker-linux"]')).toBeFocused();
});
