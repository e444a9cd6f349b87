/** The page of figures: found, compared, downloaded, and reached by the keyboard alone. */
import { csvParse } from 'd3';
import { axeFindings, axeOfColours, OTHER_THEMES } from './axe.ts';
import { expect, test, type Locator, type Page } from './strict-page.ts';
import { notices, openScene, queryOf, twins } from './stage.ts';

async function openFigures(page: Page, query = ''): Promise<void> {
  await page.goto(`/figures${query}`);
  await expect(page.locator('[data-ready]')).toBeAttached();
}

const rows = (page: Page): Locator => page.locator('tr[data-figure]');
const charts = (page: Page): Locator => page.getByRole('img', { name: /^Chart\./ });
const shownCount = (page: Page): Locator => page.getByRole('search').getByRole('status');

/** Texts of one column of the shown rows. */
function column(page: Page, name: string): Promise<string[]> {
  return page.locator(`tr[data-figure] .${name}`).allInnerTexts();
}

/** Waits until a chart that is in view has been painted. */
async function painted(chart: Locator): Promise<void> {
  await chart.scrollIntoViewIfNeeded();
  await expect(chart).toHaveAttribute('data-state', 'ready');
}

/** Number of different colours that a chart's canvas holds; an empty one has one. */
function coloursOf(chart: Locator): Promise<number> {
  return chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}

test('everything is shown, counted, grouped by category, and in both downloads', async ({
  page,
  request,
}) => {
  await openFigures(page);
  const count = await rows(page).count();
  expect(count).toBeGreaterThanOrEqual(140);
  await expect(shownCount(page)).toHaveText(`${count} of ${count} figures`);
  await expect(page.getByRole('heading', { level: 2, name: /^Start/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Size on disk/ })).toBeVisible();

  const links = ['CSV', 'JSON'].map((name) => page.getByRole('link', { name, exact: true }));
  const [csvLink, jsonLink] = await Promise.all(
    links.map(async (link) => new URL((await link.getAttribute('href')) ?? '', page.url()).href),
  );
  const csv = csvParse(await (await request.get(csvLink ?? '')).text());
  const json = (await (await request.get(jsonLink ?? '')).json()) as {
    figures: { id: string; sources: string[]; conditions: string; typical?: number }[];
    sources: { id: string }[];
  };
  expect(json.figures.length).toBe(count);
  expect(csv.map(({ id }) => id)).toEqual(json.figures.map(({ id }) => id));
  expect(csv.map(({ conditions }) => conditions)).toEqual(
    json.figures.map(({ conditions }) => conditions),
  );
  const known = new Set(json.sources.map(({ id }) => id));
  expect(json.figures.flatMap(({ sources }) => sources).filter((id) => !known.has(id))).toEqual([]);
});

test('a search narrows the list as it is typed, and the address keeps it', async ({ page }) => {
  await openFigures(page);
  await page.getByRole('searchbox', { name: 'Search' }).fill('lightvm docker');
  await expect.poll(() => rows(page).count()).toBeLessThan(12);
  await expect(rows(page).filter({ hasText: 'docker run until the container' })).toHaveCount(1);
  await expect.poll(() => queryOf(page).get('q')).toBe('lightvm docker');
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('lightvm docker');
  await expect.poll(() => rows(page).count()).toBeLessThan(12);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(140);
  await expect.poll(() => queryOf(page).has('q')).toBe(false);
});

test('filters narrow together, an empty list has a way out, a study is found by name', async ({
  page,
}) => {
  await openFigures(page);
  await page.getByLabel('Category').selectOption('Memory');
  await page.getByLabel('Stack', { exact: true }).selectOption('MicroVM');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
  for (const stack of await column(page, 'subject')) expect(stack).toContain('MicroVM');
  await page.getByLabel('Confidence').selectOption('Second-hand');
  await expect(page.getByRole('heading', { name: 'No figure fits all of this' })).toBeVisible();
  await expect(shownCount(page)).toContainText('0 of ');
  await page.getByRole('button', { name: 'Show every figure' }).click();
  await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(140);

  await page.getByLabel('Study or source').selectOption('LightVM');
  await expect.poll(() => rows(page).count()).toBeLessThan(30);
  for (const source of await column(page, 'source')) expect(source).toContain('LightVM');
  await expect.poll(() => queryOf(page).get('source')).toBe('lightvm');
});

test('a head sorts its column up, then down, and says so', async ({ page }) => {
  await openFigures(page, '?category=size&view=table');
  const head = page.getByRole('columnheader', { name: 'Value' });
  const megabytes = async () => {
    const units = await column(page, 'unit');
    const values = await page.locator('tr[data-figure] .value b').allInnerTexts();
    return values.map((value, index) => {
      const mebi = units[index] === 'MiB' ? 1.048576 : 1;
      return Number(value.replaceAll(',', '')) * mebi;
    });
  };
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const up = await megabytes();
  expect(up).toEqual([...up].sort((a, b) => a - b));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const down = await megabytes();
  expect(down).toEqual([...up].reverse());
  await expect.poll(() => queryOf(page).get('order')).toBe('desc');
  await page.getByRole('columnheader', { name: 'What was measured' }).getByRole('button').click();
  await expect(head).not.toHaveAttribute('aria-sort', /./);
});

test('each category has its charts, painted, with a name and a table', async ({ page }) => {
  await openFigures(page, '?category=start');
  await expect(charts(page)).toHaveCount(2);
  for (const chart of await charts(page).all()) {
    await painted(chart);
    expect(await coloursOf(chart)).toBeGreaterThan(3);
    const table = await chart.getAttribute('aria-details');
    await expect(page.locator(`[id="${table}"]`)).toBeVisible();
  }
});

test('the axis of a chart can be turned from log to linear; the chart follows the window', async ({
  page,
}) => {
  await openFigures(page, '?category=memory');
  const chart = charts(page).first();
  await painted(chart);
  await expect(chart).toHaveAccessibleName(/Log axis/);
  const axis = page.getByRole('group', { name: /Axis of the chart: Memory: Bytes/ });
  await axis.getByRole('radio', { name: 'Linear' }).check();
  await expect(chart).toHaveAccessibleName(/Linear/);
  await expect.poll(() => queryOf(page).get('axis')).toBe('memory.size:linear');
  await page.reload();
  await expect(charts(page).first()).toHaveAccessibleName(/Linear/);

  const canvas = charts(page).first().locator('canvas');
  await painted(charts(page).first());
  await page.setViewportSize({ width: 800, height: 900 });
  await expect
    .poll(() => canvas.evaluate((node) => node.getBoundingClientRect().right))
    .toBeLessThanOrEqual(800);
});

test('charts alone, tables alone', async ({ page }) => {
  await openFigures(page, '?category=disk');
  await page.getByRole('radio', { name: 'Tables', exact: true }).check();
  await expect(charts(page)).toHaveCount(0);
  await page.getByRole('radio', { name: 'Charts', exact: true }).check();
  await expect(rows(page)).toHaveCount(0);
  await expect(charts(page).first()).not.toHaveAttribute('aria-details', /./);
  await expect(charts(page).first()).toBeVisible();
});

test('an address that names a figure opens and shows it', async ({ page }) => {
  await openFigures(page, '?id=perf.syscall.kpti');
  const row = page.locator('[id="perf.syscall.kpti"]');
  await expect(row.getByRole('button')).toHaveAttribute('aria-expanded', 'true');
  await expect(row).toBeInViewport();
  const about = page.locator('[id="about-perf.syscall.kpti"]');
  await expect(about).toContainText('Xeon E5-2650 v2');
  await expect(about.getByRole('link', { name: /gVisor in Production/ })).toHaveAttribute(
    'href',
    /^https:\/\/gvisor\.dev\//,
  );
});

test('a press on a row of a chart leads to its figure', async ({ page }) => {
  await openFigures(page, '?category=lifetime');
  const chart = charts(page).first();
  await painted(chart);
  const box = await chart.boundingBox();
  await chart.click({ position: { x: 60, y: (box?.height ?? 0) / 2 } });
  await expect.poll(() => queryOf(page).get('id')).toBe('lifetime.docker.unikraft');
});

test.describe('a better number', () => {
  test('is asked for with a text that the clipboard takes', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFigures(page, '?id=start.docker.lightvm');
    await page.getByRole('button', { name: 'Know a better number?' }).click();
    const dialog = page.getByRole('dialog', { name: 'Know a better number?' });
    await dialog.getByRole('button', { name: 'Copy the text' }).click();
    await expect(dialog.getByRole('status')).toHaveText('Text copied.');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('start.docker.lightvm');
    expect(text).toMatch(/\b200 ms$/m);
    expect(text).toMatch(/Value \(low, typical, high\):\n/);
    expect(text).toContain('/figures?id=start.docker.lightvm');
  });

  test('stands selected where the clipboard is not allowed', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await openFigures(page, '?id=start.docker.lightvm');
    await page.getByRole('button', { name: 'Know a better number?' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Copy the text' }).click();
    await expect(dialog.getByRole('status')).toContainText('The text is selected');
    const selected = await dialog.getByRole('textbox').evaluate((field: HTMLTextAreaElement) => {
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    expect(selected).toBe(await dialog.getByRole('textbox').inputValue());
  });
});

test('the keyboard alone filters, sorts, opens and closes', async ({ page }) => {
  await openFigures(page, '?category=cpu&view=table');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the figures' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'What was measured' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'What was measured' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  const first = rows(page).first().getByRole('button');
  for (let presses = 0; presses < 8; presses += 1) {
    if (await first.evaluate((node) => node === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('In words')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('In words')).toHaveCount(0);
});

// Three a page: so many are shown at once.
for (const unusable of [
  [
    ['category=weight', /category.*weight/],
    ['stack=__proto__', /stack.*__proto__/],
    ['source=%E0%A4%A', /source/],
  ],
  [
    ['confidence=sure', /confidence.*sure/],
    ['sort=colour', /sort.*colour/],
    ['view=sideways', /view.*sideways/],
  ],
  [
    ['axis=start.time:cubic', /axis.*cubic/],
    ['id=no.such.figure', /id.*no\.such\.figure/],
    ['theme=pink', /theme.*pink/],
  ],
  [['constructor=1', /constructor/]],
] as const) {
  const query = unusable.map(([one]) => one).join('&');
  test(`${query}: each is named, and every figure stands`, async ({ page }) => {
    await openFigures(page, `?${query}`);
    for (const [, says] of unusable) {
      await expect(notices(page).filter({ hasText: says })).toHaveCount(1);
    }
    expect(await rows(page).count()).toBeGreaterThanOrEqual(140);
    for (let left = unusable.length - 1; left >= 0; left -= 1) {
      await notices(page).first().getByRole('button', { name: 'Dismiss' }).click();
      await expect(notices(page)).toHaveCount(left);
    }
  });
}

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('figures are cards, nothing is wider than the screen', async ({ page }) => {
    await openFigures(page, '?id=mem.esxi');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const row = page.locator('[id="mem.esxi"]');
    await expect(row).toBeInViewport();
    const inside = await row.evaluate((card) =>
      [...card.children].map((cell) => Math.round(cell.getBoundingClientRect().right)),
    );
    expect(Math.max(...inside)).toBeLessThanOrEqual(390);
    await expect(row.getByText('guests of 256 MB')).toBeVisible();
  });

  test('filters and order are behind one button', async ({ page }) => {
    await openFigures(page);
    await expect(page.getByLabel('Category')).toBeHidden();
    await page.getByRole('button', { name: 'Filters and order' }).tap();
    await page.getByLabel('Category').selectOption('CPU');
    await page.getByLabel('Sort by').selectOption('What was measured');
    const names = await column(page, 'quantity');
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual([...names].sort(new Intl.Collator('en', { numeric: true }).compare));
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is read as tables', async ({ page }) => {
    await page.goto('/figures');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await rows(page).count()).toBeGreaterThanOrEqual(140);
    await expect(page.getByRole('table', { name: 'Figures: Memory', exact: true })).toBeVisible();
    await expect(page.getByRole('search')).toBeHidden();
    await expect(charts(page)).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'CSV' })).toBeVisible();
  });
});

const OF_ATTACKS = 'id=att.docker.doc&category=attack-surface&sort=value';

test('axe finds nothing, in no theme', async ({ page }) => {
  await openFigures(page, `?${OF_ATTACKS}`);
  await painted(charts(page).first());
  expect(await axeFindings(page)).toEqual([]);
  for (const [name, theme] of OTHER_THEMES) {
    await page.getByRole('combobox', { name: 'Theme' }).selectOption(name);
    expect(await axeOfColours(page, theme), theme).toEqual([]);
  }
});

test('axe finds nothing: notices and an empty list', async ({ page }) => {
  await openFigures(page, '?q=nothing-like-this&stack=no-such');
  await expect(page.getByRole('heading', { name: 'No figure fits all of this' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('charts are drawn in the system’s colours, and follow the switch', async ({ page }) => {
    await openFigures(page, '?category=lifetime');
    const chart = charts(page).first();
    await painted(chart);
    const pixels = () =>
      chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const forced = await pixels();
    await page.emulateMedia({ forcedColors: 'none' });
    await expect.poll(pixels).not.toBe(forced);
  });
});

test('Home, Explore and a layer lead to the figures', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Figures' }).click();
  await expect(page).toHaveURL(/\/figures$/);
  await openScene(page, '/explore?stacks=docker-linux&select=docker-linux/kernel');
  await expect(twins(page, 'docker-linux', 'kernel')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'All figures and their sources' })).toBeVisible();
  await page.getByRole('link', { name: 'All figures on this stack' }).click();
  await expect(page).toHaveURL(/\/figures\?stack=docker-linux$/);
  await expect(page.getByLabel('Stack', { exact: true })).toHaveValue('docker-linux');
  for (const stack of await column(page, 'subject')) expect(stack).not.toBe('');
});
