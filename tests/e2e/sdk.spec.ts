/** The SDK and the element, in plain pages of another site. */
import { createServer } from 'node:http';
import type { EmbedHandle } from '../../src/lib/embed/sdk/embed.ts';
import { listen } from '../../.ci/static-site.mjs';
import { expect, test as strict, type Locator, type Page } from './strict-page.ts';

declare global {
  interface Window {
    strata: EmbedHandle;
    /** What the page was told. */
    told: string[];
  }
}

interface Given {
  /** Opens a page of another site. In its body SITE stands for the address of Strata. */
  readonly openHost: (html: string) => Promise<void>;
}

const test = strict.extend<Given, { host: string }>({
  host: [
    async ({}, use) => {
      const server = createServer((request, response) => {
        const body = decodeURIComponent((request.url ?? '').replace(/^\/\?/, ''));
        response.writeHead(200, { 'Content-Type': 'text/html' });
        response.end(`<!doctype html><html lang="en"><title>School</title>
          <link rel="icon" href="data:,"><body>${body}</body></html>`);
      });
      // The same machine under its other name: another origin to the browser.
      await use(`http://localhost:${await listen(server, 0)}`);
      server.close();
      server.closeAllConnections();
    },
    { scope: 'worker' },
  ],
  openHost: async ({ page, host, baseURL }, use) => {
    const site = new URL(baseURL ?? '').origin;
    await use(async (html) => {
      await page.goto(`${host}/?${encodeURIComponent(html.replaceAll('SITE', site))}`);
    });
  },
});
test.use({ hostOrigins: /^http:\/\/localhost:\d+$/ });

const FEW_LINES = `
<div id="picture"></div>
<script type="module">
  import { mount } from 'SITE/sdk/v1/embed.js';
  window.told = [];
  const settings = { 'boot.clock': 'slow' };
  window.strata = mount('#picture', { scene: 'start-up-race', controls: 'full', settings });
  for (const event of ['ready', 'step', 'play', 'pause', 'select', 'scene', 'error'])
    strata.on(event, (told) => window.told.push(event + ' ' + JSON.stringify(told)));
</script>`;

const stage = (page: Page) => page.frameLocator('iframe').locator('[data-stage]');
const heard = (page: Page, event: string) =>
  expect.poll(() =>
    page.evaluate((name) => window.told.filter((one) => one.startsWith(name)), event),
  );

test('a few lines play, seek, listen and take the picture away', async ({ page, openHost }) => {
  await openHost(FEW_LINES);
  await expect(stage(page)).toHaveAttribute('data-state', 'ready');
  const ready = await page.evaluate(() => window.strata.ready);
  expect(ready).toMatchObject({
    lang: 'en',
    src: expect.stringContaining('/embed/start-up-race?'),
  });
  await heard(page, 'ready').toHaveLength(1);

  const at = await page.evaluate(() => window.strata.seek(400));
  expect(at).toMatchObject({ t: 400, isPlaying: false });
  expect((await page.evaluate(() => window.strata.getScene())).scene).toContain('t=400');

  expect(await page.evaluate(() => window.strata.play())).toMatchObject({ isPlaying: true });
  await heard(page, 'play').not.toHaveLength(0);
  expect(await page.evaluate(() => window.strata.pause())).toMatchObject({ isPlaying: false });
  await heard(page, 'pause').not.toHaveLength(0);

  await page.evaluate(() => window.strata.setScene('vm-vs-container'));
  await expect(
    page.frameLocator('iframe').locator('[data-layer="docker-linux/kernel"]'),
  ).toBeAttached();
  await page.evaluate(() => window.strata.select('docker-linux/kernel'));
  await heard(page, 'select').toEqual(['select {"layer":"docker-linux/kernel"}']);
  expect(await page.evaluate(() => window.strata.goto(1))).toMatchObject({ step: 1 });
  // It plays on to the end of step 2: its answer tells where it starts from.
  expect(await page.evaluate(() => window.strata.next())).toMatchObject({
    ...{ step: 1, isPlaying: true },
  });
  expect(await page.evaluate(() => window.strata.prev())).toMatchObject({ step: 1 });
  await page.evaluate(() => window.strata.setTheme('dark'));
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.evaluate(() => window.strata.destroy());
  await expect(page.locator('iframe')).toHaveCount(0);
  const after = page.evaluate(() => window.strata.play().catch((error: Error) => error.message));
  expect(await after).toBe('Strata: the frame was taken away.');
});

test('a call that cannot be carried out is rejected in the frame’s own words', async ({
  page,
  openHost,
}) => {
  await openHost(FEW_LINES);
  const fault = (call: string) =>
    page.evaluate(async (name) => {
      const calls: Record<string, () => Promise<unknown>> = {
        layer: () => window.strata.select('no/such/layer'),
        scene: () => window.strata.setScene('no-such-scene'),
        step: () => window.strata.goto(0),
      };
      return calls[name]?.().catch((error: unknown) => ({ ...Object(error), says: String(error) }));
    }, call);
  expect(await fault('layer')).toMatchObject({ code: 'unknown-layer' });
  expect(await fault('scene')).toMatchObject({
    code: 'unknown-scene',
    says: expect.stringContaining('no-such-scene'),
  });
  expect(await fault('step')).toMatchObject({
    code: 'bad-value',
    says: expect.stringContaining('step'),
  });
});

test('a wrong value keeps no picture away: the frame and an event name it', async ({
  page,
  openHost,
}) => {
  await openHost(
    `<div id="picture"></div><script type="module">
      import { mount } from 'SITE/sdk/embed.js';
      const fault = (target, options) => {
        try { mount(target, options); return 'none'; } catch (error) { return error.message; }
      };
      window.told = [];
      const settings = { 'boot.axis': 'cubic' };
      const options = { scene: 'start-up-race', theme: 'blue', settings, loading: 'soon', autoplay: 1 };
      window.strata = mount('#picture', options);
      strata.on('error', ({ code, field }) => window.told.push(code + ' ' + field));
      strata.ready.then(() => window.told.push('ready'));
      window.faults = [
        fault('#elsewhere', { scene: 'unikernel' }),
        fault('#picture', { scene: 'unikernel', base: 'https://' }),
      ];
    </script>`,
  );
  await expect
    .poll(() => page.evaluate(() => window.told.toSorted()))
    .toEqual([
      ...['bad-value autoplay', 'bad-value boot.axis', 'bad-value loading', 'bad-value theme'],
      'ready',
    ]);
  const notices = page.frameLocator('iframe').getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('theme: “blue” is not one of its values');
  // Where there is no place for a frame, or no site, there is none.
  expect(await page.evaluate(() => Reflect.get(window, 'faults'))).toEqual([
    expect.stringMatching(/no element "#elsewhere"/),
    expect.stringMatching(/base must be the address of a site/),
  ]);
  await expect(page.locator('iframe')).toHaveCount(1);
});

test('a frame that is no Strata is said to be none, and its words are not heard', async ({
  page,
  openHost,
  baseURL,
}) => {
  const other = `${new URL(baseURL ?? '').origin}/other/**`;
  await page.route(other, (route) =>
    route.fulfill({
      contentType: 'text/html',
      // What another version says is not understood.
      body: `<!doctype html><title>Other</title><script>
        const says = { app: 'strata', v: 2, type: 'ready' };
        parent.postMessage(says, '*');
      </script>`,
    }),
  );
  await openHost(
    `<div id="picture"></div><script type="module">
      import { mount } from 'SITE/sdk/embed.js';
      const options = { base: 'SITE/other', scene: 'unikernel', timeoutMs: 50 };
      window.told = [];
      const strata = mount('#picture', options);
      for (const wait of [strata.ready, strata.play()])
        wait.catch(({ code, message }) => window.told.push(code + ': ' + message));
      // Nor is anybody heard but the frame.
      window.postMessage({ app: 'strata', v: 1, type: 'ready' }, '*');
    </script>`,
  );
  const late = expect.stringMatching(
    /^timeout: .* did not say that it is ready .*\/other\/embed\//,
  );
  await expect.poll(() => page.evaluate(() => window.told)).toEqual([late, late]);
});

test('the frame has what hosts look for, and is loaded when it is near', async ({
  page,
  openHost,
}) => {
  await openHost(
    `<div id="room" style="height: 9000px"></div><div id="picture"></div><script type="module">
      import { mount } from 'SITE/sdk/embed.js';
      window.strata = mount('#picture', { scene: 'unikernel', title: 'Unikernels', timeoutMs: 60000 });
    </script>`,
  );
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute('title', 'Unikernels');
  await expect(frame).toHaveAttribute('allow', 'clipboard-write');
  await expect(frame).toHaveAttribute('loading', 'lazy');
  await expect(frame).toHaveAttribute('referrerpolicy', 'strict-origin-when-cross-origin');
  const box = await frame.boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  const asked = page.evaluate(() => window.strata.getScene());
  await frame.scrollIntoViewIfNeeded();
  expect((await asked).title).not.toBe('');
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('button', { name: /full screen/i })).toBeVisible();
});

test('a frame in a sandbox without an origin is driven all the same; a tall one grows', async ({
  page,
  openHost,
}) => {
  await openHost(
    `<div id="picture" style="width: 700px"></div><script type="module">
      import { mount } from 'SITE/sdk/embed.js';
      const options = { stacks: ['docker-linux', 'gvisor'], settings: { 'boot.axis': 'linear' } };
      window.told = [];
      window.strata = mount('#picture', { ...options, sandbox: 'allow-scripts', autoheight: true });
      strata.on('resize', ({ height }) => window.told.push('height ' + height));
      for (const wait of [strata.play(), strata.pause()])
        wait.then(({ isPlaying }) => window.told.push('plays ' + isPlaying));
    </script>`,
  );
  // Asked for before the frame was there, answered in their order.
  await heard(page, 'plays').toEqual(['plays true', 'plays false']);
  await heard(page, 'height').not.toHaveLength(0);
  const height = await page.evaluate(() =>
    Number(window.told.findLast((one) => one.startsWith('height'))?.slice(7)),
  );
  await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBe(height);
});

const ELEMENT = `
<button id="before">Before</button>
<strata-stack scene="vm-vs-container">
  <a href="SITE/explore/vm-vs-container">VMs and containers</a>
</strata-stack>
<script type="module" src="SITE/sdk/element.js"></script>
<script>
  window.told = [];
  for (const name of ['strata-ready', 'strata-step', 'strata-error'])
    addEventListener(name, (event) => window.told.push(name + ' ' + JSON.stringify(event.detail)));
</script>`;
const poster = (page: Page) => page.getByRole('button', { name: /Play with the picture/ });

test.describe('the element', () => {
  test('shows a card and loads the frame when it is asked for', async ({ page, openHost }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await openHost(ELEMENT);
    await expect(poster(page)).toHaveAccessibleName('Play with the picture: VMs and containers');
    const card = page.locator('strata-stack img');
    await expect
      .poll(() => card.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(1200);
    await expect(page.getByRole('link', { name: 'VMs and containers' })).toBeVisible();
    expect(asked.filter((path) => path.startsWith('/embed'))).toEqual([]);

    // In a narrow column its words are the page's own, and what comes in its place is as high.
    await page.setViewportSize({ width: 374, height: 900 });
    await expect(page.getByText('It loads from Strata when you press.')).toBeVisible();
    await expect(poster(page)).toHaveAccessibleName('Play with the picture: VMs and containers');
    const height = (of: Locator) => of.evaluate((box) => box.getBoundingClientRect().height);
    const cardHeight = await height(page.locator('strata-stack [data-poster]'));

    await poster(page).hover();
    await expect(page.locator('link[rel="preconnect"]')).toHaveCount(1);
    await poster(page).click();
    await expect(stage(page)).toHaveAttribute('data-state', 'ready');
    expect(await height(page.locator('iframe'))).toBe(cardHeight);
    await heard(page, 'strata-ready').toHaveLength(1);
    await expect(page.getByRole('link', { name: 'VMs and containers' })).toBeVisible();
    await expect(page.locator('iframe')).toHaveAttribute('title', 'VMs and containers');
  });

  test('is worked from the keyboard', async ({ page, openHost }) => {
    await openHost(ELEMENT);
    await expect(poster(page)).toBeVisible();
    await page.locator('#before').focus();
    await page.keyboard.press('Tab');
    await expect(poster(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(stage(page)).toHaveAttribute('data-state', 'ready');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  });

  test('follows its attributes and properties', async ({ page, openHost }) => {
    await openHost(ELEMENT);
    await poster(page).click();
    await heard(page, 'strata-ready').toHaveLength(1);
    const element = page.locator('strata-stack');
    await element.evaluate((node) => node.setAttribute('theme', 'dark'));
    await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.evaluate(() => {
      const node = document.querySelector('strata-stack');
      if (node) node.scene = 'no-such-scene';
    });
    await expect(page.getByRole('alert')).toContainText('no-such-scene');
    await heard(page, 'strata-error').not.toHaveLength(0);
    await page.evaluate(() => {
      const node = document.querySelector('strata-stack');
      if (node) node.step = 1;
    });
    await heard(page, 'strata-step').toContainEqual(expect.stringContaining('"step":1'));
    await expect(page.getByRole('alert')).toHaveCount(0);
    // All that time it was the same frame.
    await heard(page, 'strata-ready').toHaveLength(1);
    await element.evaluate((node) => node.remove());
    await expect(page.locator('iframe')).toHaveCount(0);
  });

  test('says in words what it cannot use', async ({ page, openHost }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openHost(
      `<strata-stack scene="unikernel" theme="blue"></strata-stack>
      <script type="module" src="SITE/sdk/element.js"></script>
      <script>
        window.told = [];
        addEventListener('strata-error', ({ detail }) => window.told.push(detail.field));
      </script>`,
    );
    const card = page.locator('strata-stack [data-poster]');
    await expect(card).toHaveCSS('filter', 'none');
    const element = page.locator('strata-stack');
    await element.evaluate((node) => node.setAttribute('theme', 'auto'));
    await expect(card).toHaveCSS('filter', /invert/);
    await element.evaluate((node) => node.setAttribute('theme', 'blue'));
    await poster(page).click();
    await expect(stage(page)).toHaveAttribute('data-state', 'ready');
    await heard(page, '').toEqual(['theme']);
    await expect(
      page.frameLocator('iframe').getByRole('region', { name: 'Notices' }),
    ).toContainText('theme: “blue”');
    await element.evaluate((node) => node.setAttribute('theme', 'pink'));
    await expect(page.getByRole('alert')).toContainText('theme must be one of');
    await element.evaluate((node) => node.setAttribute('theme', 'dark'));
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Open in Strata' })).toHaveAttribute(
      'href',
      /\/explore\/unikernel$/,
    );
  });

  test.describe('of a scene that does not exist', () => {
    test.use({ allowedMessages: /status of 404/ });

    test('says that there is no preview, and the frame says why', async ({ page, openHost }) => {
      await openHost(
        `<strata-stack scene="no-such-scene"></strata-stack>
        <script type="module" src="SITE/sdk/element.js"></script>
        <script>
          window.told = [];
          for (const name of ['strata-ready', 'strata-error'])
            addEventListener(name, ({ detail }) => window.told.push(detail.code ?? name));
        </script>`,
      );
      await expect(page.getByText(/There is no preview of “no-such-scene”/)).toBeVisible();
      await poster(page).click();
      const frame = page.frameLocator('iframe');
      await expect(frame.getByRole('heading', { name: /no-such-scene/ })).toBeVisible();
      await expect(page.getByRole('alert')).toHaveText('Strata has no scene “no-such-scene”.');
      await heard(page, 'unknown-scene').not.toHaveLength(0);
      // The reader may choose another one: the talk goes on with that.
      await frame.getByRole('link', { name: 'Start-up race' }).click();
      await heard(page, 'strata-ready').toHaveLength(1);
    });
  });
});
