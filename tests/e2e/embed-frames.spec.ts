/**
 * The embed in the frames that real hosts make (each on another origin than the page around it): whatever
 * a host strips or blocks, the picture or its words stand, nothing is logged and nobody else is asked.
 */
import { createServer, type Server } from 'node:http';
import { createSiteServer, listen } from '../../.ci/static-site.mjs';
import { expect, test as strict, type Frame, type Page } from './strict-page.ts';

interface Hosts {
  /** Our site on a host that shares its files with everyone, and on one without CORS headers. */
  readonly sharing: string;
  readonly plain: string;
  /** The site of somebody else; shows `/?<markup>`. */
  readonly around: string;
}

/** Somebody's page. */
function pageAround(): Server {
  return createServer((request, response) => {
    const markup = decodeURIComponent((request.url ?? '').replace(/^\/\?/, ''));
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><html lang="en"><title>Host</title>
      <link rel="icon" href="data:,"><p>A page around it.</p>${markup}</html>`);
  });
}

/** Violations of the page's own policy, by name: a blocked style is not logged everywhere. */
async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

interface Given {
  /** Opens a frame on somebody's page; what it asks for, it may ask of its own host alone. */
  readonly embed: (src: string, attributes?: string) => Promise<Frame>;
}

const test = strict.extend<Given, { hosts: Hosts }>({
  hosts: [
    async ({}, use) => {
      const servers = [
        createSiteServer({ dir: 'build' }),
        createSiteServer({ dir: 'build', sharesWithAll: false }),
        pageAround(),
      ];
      const [sharing, plain, around] = await Promise.all(servers.map((one) => listen(one, 0)));
      await use({
        sharing: `http://127.0.0.1:${sharing}`,
        plain: `http://127.0.0.1:${plain}`,
        around: `http://localhost:${around}`,
      });
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
    { scope: 'worker' },
  ],
  embed: async ({ page, hosts, complaints }, use) => {
    await watchPolicy(page);
    await use(async (src, attributes = '') => {
      const { origin } = new URL(src);
      page.on('request', (request) => {
        if (request.frame() === page.mainFrame()) return;
        if (new URL(request.url()).origin !== origin) complaints.push(`stranger: ${request.url()}`);
      });
      const markup = `<iframe title="Strata" src="${src}" width="800" height="520" ${attributes}></iframe>`;
      await page.goto(`${hosts.around}/?${encodeURIComponent(markup)}`);
      const frame = page.frames()[1];
      if (!frame) throw new Error(`the page has no frame of ${src}`);
      return frame;
    });
  },
});
// What a frame keeps is looked for: nothing is held back.
test.use({ hostOrigins: /^http:\/\/(?:127\.0\.0\.1|localhost):\d+$/, keepsTalks: true });

/** The picture stands, answers a press, and reads as the prerendered words do. */
async function worksIn(frame: Frame): Promise<void> {
  await expect(frame.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
  const kernel = frame.locator('[data-layer="docker-linux/kernel"]').first();
  await kernel.click();
  await expect(kernel).toHaveAttribute('aria-pressed', 'true');
  await expect(frame.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(frame.getByRole('link', { name: /strata/i })).toBeVisible();
}

function fullScreenButton(frame: Frame) {
  return frame.getByRole('button', { name: /full screen/i });
}

const SCENE = '/embed/vm-vs-container';
const FULL_SANDBOX =
  'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"';

const FRAMES: readonly {
  name: string;
  attributes: string;
  from?: 'sharing' | 'plain';
  fills: boolean;
}[] = [
  { name: 'no attributes', attributes: '', fills: false },
  { name: 'allow', attributes: 'allow="fullscreen; clipboard-write"', fills: true },
  { name: 'allowfullscreen alone', attributes: 'allowfullscreen', fills: true },
  { name: 'sandboxed, no CORS headers', attributes: 'sandbox="allow-scripts"', fills: false },
  {
    name: 'sandboxed, CORS headers',
    attributes: 'sandbox="allow-scripts"',
    from: 'sharing',
    fills: false,
  },
  {
    name: 'sandboxed with all we ask for',
    attributes: `${FULL_SANDBOX} allow="fullscreen; clipboard-write"`,
    fills: true,
  },
  { name: 'credentialless', attributes: 'credentialless', fills: false },
];

test.describe('the picture stands in a frame', () => {
  for (const { name, attributes, from = 'plain', fills } of FRAMES) {
    test(name, async ({ embed, hosts }) => {
      const frame = await embed(`${hosts[from]}${SCENE}`, attributes);
      await worksIn(frame);
      await expect(fullScreenButton(frame)).toHaveCount(fills ? 1 : 0);
    });
  }
});

test('a frame that may fill the screen does', async ({ embed, hosts }) => {
  const frame = await embed(`${hosts.plain}${SCENE}`, 'allow="fullscreen"');
  await fullScreenButton(frame).click();
  await expect.poll(() => frame.evaluate(() => document.fullscreenElement !== null)).toBe(true);
});

test('a sandbox that lets a frame open pages does', async ({ page, embed, hosts }) => {
  const frame = await embed(`${hosts.sharing}${SCENE}`, 'sandbox="allow-scripts allow-popups"');
  const link = frame.getByRole('link', { name: 'Open in Strata' });
  // It leads to what is seen once all of the frame has come.
  await expect(frame.getByRole('slider')).toBeVisible();
  const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await expect(opened).toHaveURL(/\/explore\/vm-vs-container/);
  await expect(frame.getByRole('alert')).toHaveCount(0);
  await opened.close();
});

test('without storage', async ({ page, embed, hosts }) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: refuse });
  });
  await worksIn(await embed(`${hosts.plain}${SCENE}`));
});

test('keeps nothing on the visitor’s machine', async ({ page, hosts }) => {
  await page.goto(`${hosts.plain}${SCENE}`);
  await expect(page.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
  const kept = await page.evaluate(async () => ({
    cookie: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
  }));
  expect(kept).toEqual({ cookie: '', workers: 0, local: [], session: [], databases: 0 });
});

test.describe('where no script may run', () => {
  // Chromium says of every script that it did not run it.
  test.use({ allowedMessages: /Blocked script execution/ });

  test('the words stand, and a way to the picture', async ({ page, embed, hosts }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const frame = await embed(`${hosts.plain}${SCENE}`, 'sandbox=""');
    await expect(frame.getByRole('heading', { name: /each one is a kernel/ })).toBeVisible();
    await expect(frame.getByRole('listitem').filter({ hasText: 'Linux kernel' })).not.toHaveCount(
      0,
    );
    const way = frame.getByRole('link', { name: /strata/i });
    await expect(way).toHaveAttribute('href', '../explore/vm-vs-container');
    await expect(way).toBeInViewport();
    await expect(frame.getByText('Strata, CC BY 4.0')).toBeInViewport();
    expect(asked).toEqual(['/', SCENE]);
  });
});

/** A scene of each picture that is a chunk of its own. */
const PICTURES = [
  '/embed/start-up-race',
  '/embed/a-break-in',
  '/embed/a-packet',
  '/embed/overhead',
  '/embed/who-answers',
  '/embed?stacks=docker-linux,vm-bare-metal&lens=kernel',
  '/embed/image-taken-apart',
  '/embed/namespaces-one-by-one',
  '/embed/kernel-too-old',
  '/embed/can-it-run',
  '/embed/patch-the-kernel',
  '/embed?stacks=docker-linux,vm-bare-metal&lens=size',
];

test.describe('sandboxed on a host without CORS headers', () => {
  for (const address of PICTURES) {
    test(`${address} is drawn`, async ({ embed, hosts }) => {
      const src = `${hosts.plain}${address}`;
      const frame = await embed(src, 'sandbox="allow-scripts"');
      await expect(frame.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
      await expect(frame.locator('[data-stage] section')).not.toHaveCount(0);
      expect(await frame.evaluate(() => self.origin)).toBe('null');
      const faces = () =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
      await expect.poll(() => frame.evaluate(faces)).toContain('Atkinson Hyperlegible Next');
    });
  }

  test('what is asked for later comes too: a table, a notice, another theme', async ({
    embed,
    hosts,
  }) => {
    const src = `${hosts.plain}${SCENE}?view=table&lens=xray&theme=contrast`;
    const frame = await embed(src, 'sandbox="allow-scripts"');
    await expect(frame.getByRole('table')).toBeVisible();
    const notice = frame.getByRole('region', { name: 'Notices' });
    await expect(notice).toContainText('xray');
    // Its style sheet came with it.
    await expect(notice).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'contrast');
  });

  test.describe('a scene that does not exist', () => {
    test.use({ allowedMessages: /status of 404|Blocked opening/ });

    test('is named, to the page around too, and others are offered', async ({
      page,
      embed,
      hosts,
    }) => {
      await page.addInitScript(() => {
        const heard: unknown[] = [];
        Object.assign(window, { heard });
        addEventListener('message', ({ data }) => heard.push(data));
      });
      const frame = await embed(`${hosts.plain}/embed/nope?theme=dark`, 'sandbox="allow-scripts"');
      await expect(frame.getByRole('heading', { name: 'There is no scene “nope”.' })).toBeVisible();
      expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toContainEqual({
        ...{ app: 'strata', v: 1, type: 'error', code: 'unknown-scene', field: 'scene' },
        message: expect.stringContaining('"nope"'),
      });
      await frame.getByRole('link', { name: 'Start-up race' }).click();
      const next = page.frameLocator('iframe');
      await expect(next.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
      await expect(next.locator('html')).toHaveAttribute('data-theme', 'dark');
      // No page may be opened from here: the address can be taken along.
      await next.getByRole('link', { name: 'Open in Strata' }).click();
      await expect(next.getByRole('alert')).toContainText('does not let it open another page');
      await expect(next.getByRole('textbox', { name: 'Address of the page' })).toHaveValue(
        `${hosts.plain}/explore/start-up-race?theme=dark`,
      );
      await next.getByRole('button', { name: 'Sources' }).click();
      const source = next.getByRole('dialog').getByRole('link', { name: /My VM is Lighter/ });
      const url = await source.first().getAttribute('href');
      await source.first().click();
      await expect(next.getByRole('textbox', { name: 'Address of the page' })).toHaveValue(
        url ?? '',
      );
      // An address outside of /embed has words there, too.
      const lost = await embed(`${hosts.plain}/nowhere`, 'sandbox="allow-scripts"');
      await expect(lost.getByRole('heading', { name: 'Nothing stands here' })).toBeVisible();
      await expect(lost.getByRole('link', { name: 'Start-up race' })).toBeVisible();
    });
  });

  test('a frame without a scene offers them', async ({ page, embed, hosts }) => {
    const frame = await embed(`${hosts.plain}/embed`, 'sandbox="allow-scripts"');
    await frame.getByRole('link', { name: 'Start-up race' }).click();
    const next = page.frameLocator('iframe');
    await expect(next.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
  });
});

test('the element’s classic script loads from a host without CORS headers', async ({
  page,
  hosts,
}) => {
  const markup = `<script src="${hosts.plain}/sdk/v1/strata.js" defer></script>
    <strata-stack scene="vm-vs-container"><a href="${hosts.plain}/explore/vm-vs-container">A VM
    and a container</a></strata-stack>`;
  await page.goto(`${hosts.around}/?${encodeURIComponent(markup)}`);
  await page.getByRole('button', { name: /Play with the picture/ }).click();
  const stage = page.frameLocator('iframe').locator('[data-stage]');
  await expect(stage).toHaveAttribute('data-state', 'ready');
});
