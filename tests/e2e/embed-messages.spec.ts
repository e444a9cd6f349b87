/** What a frame and the page around it tell each other: our own messages, and those of other hosts. */
import {
  call,
  foreignHeard,
  heard,
  iframe,
  insideOf,
  namesHeard,
  tell,
  test,
  waitForReady,
} from './host-page.ts';
import { expect, type Page } from './strict-page.ts';

const SCENE = '/embed/vm-vs-container';

test.describe('our own messages', () => {
  test('the frame says that it is ready, and nothing more unless asked', async ({
    page,
    host,
    baseURL,
  }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}?theme=dark#unknown`));
    const ready = await waitForReady(page);
    expect(ready).toMatchObject({
      scene: 'stacks=vm-bare-metal,docker-linux&theme=dark',
      title: 'Count the solid blocks: each one is a kernel.',
      ...{ step: 5, steps: 5, lang: 'en', theme: 'dark' },
      src: `${baseURL}${SCENE}?theme=dark#unknown`,
    });
    expect(ready.methods).toContain('setScene');
    expect(ready.events).not.toContain('answer');
    await call(page, { type: 'goto', step: 2 });
    expect(await namesHeard(page)).toEqual(['ready', 'result']);
  });

  test('a host walks through the story and hears it', async ({ page, host, baseURL }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}?t=0&motion=reduce`));
    await waitForReady(page);
    const all = ['scene', 'select', 'step', 'play', 'pause', 'ended'];
    expect(await call(page, { type: 'subscribe', events: all })).toMatchObject({
      value: { events: all },
    });
    await call(page, { type: 'next' });
    expect(await call(page, { type: 'next' })).toMatchObject({ value: { step: 2, steps: 5 } });
    expect(await call(page, { type: 'prev' })).toMatchObject({ value: { step: 1 } });
    expect(await call(page, { type: 'prev' })).toMatchObject({ value: { step: 1 } });
    expect(await call(page, { type: 'goto', step: 4 })).toMatchObject({ value: { step: 4 } });
    expect(await call(page, { type: 'seek', t: 700 })).toMatchObject({ value: { t: 700 } });
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('slider')).toHaveAttribute('aria-valuetext', /^Step 2 of 5/);
    await call(page, { type: 'play' });
    await expect.poll(() => namesHeard(page), { timeout: 30_000 }).toContain('ended');
    const steps = (await heard(page)).filter(({ type }) => type === 'step');
    expect(steps.at(-1)).toMatchObject({ step: 5, steps: 5, title: expect.stringMatching(/\w/) });
    await call(page, { type: 'select', layer: 'docker-linux/kernel' });
    await expect(frame.locator('[data-layer="docker-linux/kernel"]')).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const selected = (await heard(page)).find(({ type }) => type === 'select');
    expect(selected).toMatchObject({ layer: 'docker-linux/kernel' });
  });

  test('api=1 sends events at once, to the host', async ({ page, host, baseURL }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}?api=1&t=0`));
    await waitForReady(page);
    await page.frameLocator('iframe').getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => namesHeard(page)).toContain('play');
  });

  test('another scene, by name or as a query; what cannot be used is named', async ({
    page,
    host,
    baseURL,
  }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}`));
    await waitForReady(page);
    await call(page, { type: 'setTheme', theme: 'dark' });
    const named = await call(page, { type: 'setScene', scene: 'many-distros' });
    expect(named).toMatchObject({ type: 'result', value: { notices: [] } });
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[data-layer^="vm-bare-metal/"]')).toHaveCount(0);
    const query = 'stacks=process,docker-linux&lens=xray&t=NaN';
    const answer = await call(page, { type: 'setScene', scene: query });
    expect(answer).toMatchObject({
      type: 'result',
      value: {
        scene: 'stacks=process,docker-linux&theme=dark',
        notices: [
          { param: 'lens', value: 'xray' },
          { param: 't', value: 'NaN' },
        ],
      },
    });
    await expect(frame.locator('[data-layer="process/kernel"]')).toBeAttached();
    await expect(frame.getByRole('region', { name: 'Notices' })).toContainText('xray');
    // Who listens later hears of it too.
    await call(page, { type: 'subscribe', events: ['error'] });
    const faults = async () =>
      (await heard(page)).flatMap((one) => (one.type === 'error' ? [one.field] : []));
    await expect.poll(faults).toEqual(['lens', 't']);
    const opened = await call(page, { type: 'getScene' });
    expect(opened).toMatchObject({ value: { scene: 'stacks=process,docker-linux&theme=dark' } });
    expect(await call(page, { type: 'setScene', scene: 'no-such-scene' })).toMatchObject({
      ...{ type: 'error', code: 'unknown-scene', field: 'scene' },
      message: expect.stringContaining('no-such-scene'),
    });
    // Where nothing of it can stand, what is shown stays.
    for (const scene of ['stacks=foo', '<img src=x onerror=alert(1)>', 'lens=boot']) {
      expect(await call(page, { type: 'setScene', scene })).toMatchObject({
        ...{ type: 'error', code: 'bad-value', field: 'scene' },
        message: expect.stringContaining(JSON.stringify(scene)),
      });
    }
    expect(await call(page, { type: 'getScene' })).toMatchObject({
      value: { scene: 'stacks=process,docker-linux&theme=dark' },
    });
    await expect(frame.locator('[data-layer="process/kernel"]')).toBeAttached();
  });

  test('theme, motion and language change while it is shown', async ({ page, host, baseURL }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}?theme=light`));
    await waitForReady(page);
    const inside = await insideOf(page);
    const ground = (): Promise<string> =>
      inside.evaluate(() => getComputedStyle(document.querySelector('.frame')!).backgroundColor);
    const light = await ground();
    await call(page, { type: 'setTheme', theme: 'dark' });
    await expect.poll(ground).not.toBe(light);
    expect(await call(page, { type: 'setMotion', motion: 'reduce' })).toMatchObject({
      value: { motion: 'reduce' },
    });
    expect(await call(page, { type: 'setLang', lang: 'en-GB' })).toMatchObject({
      value: { lang: 'en-GB' },
    });
    expect(await call(page, { type: 'getScene' })).toMatchObject({
      value: { scene: expect.stringMatching(/theme=dark.*lang=en-GB.*motion=reduce/) },
    });
  });

  test('what cannot be used is answered with an error that names it', async ({
    page,
    host,
    baseURL,
  }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}`));
    await waitForReady(page);
    for (const [message, field] of [
      [{ type: 'seek', t: 'soon' }, 't'],
      [{ type: 'goto', step: 99 }, 'step'],
      [{ type: 'select', layer: 'docker-linux/<b>' }, 'layer'],
      [{ type: 'setTheme', theme: 'pink' }, 'theme'],
      [{ type: 'setLang', lang: 'xx' }, 'lang'],
      [{ type: 'subscribe', events: ['keys'] }, 'events'],
      [{ type: 'explode' }, 'type'],
    ] as const) {
      const answer = await call(page, message);
      expect(answer).toMatchObject({ type: 'error', field });
      expect(answer.type === 'error' && answer.message).toMatch(new RegExp(`^${field} `));
    }
    // None of them changed anything.
    expect(await call(page, { type: 'getScene' })).toMatchObject({ value: { step: 5 } });
  });

  test('only the named origin is heard', async ({ page, host, baseURL }) => {
    const other = encodeURIComponent('https://elsewhere.example');
    const own = encodeURIComponent(host.origin);
    const frames =
      iframe(`${baseURL}${SCENE}?origin=${other}`) + iframe(`${baseURL}${SCENE}?origin=${own}`);
    await host.open(page, frames);
    await waitForReady(page);
    await waitForReady(page, 1);
    await tell(page, { type: 'goto', step: 1, id: 'unheard' });
    // Asked after it: what the first frame would have answered has had its time.
    expect(await call(page, { type: 'goto', step: 1 }, 1)).toMatchObject({ type: 'result' });
    const slider = page.frameLocator('iframe >> nth=0').getByRole('slider');
    await expect(slider).toHaveAttribute('aria-valuetext', /^Step 5 of 5/);
    expect(await namesHeard(page)).toEqual(['ready']);
  });

  test('a host without an origin is answered too', async ({ page, host, baseURL }) => {
    const inner = iframe(`${baseURL}${SCENE}`).replaceAll('"', '&quot;');
    const script = `addEventListener('message', (e) => {
      if (e.data.type === 'ready') e.source.postMessage({app:'strata',v:1,type:'ping',id:1}, '*');
      if (e.data.type === 'result') document.title = e.data.method; parent.postMessage(e.data, '*') })`;
    await host.open(
      page,
      `<iframe sandbox="allow-scripts" width="800" height="600" srcdoc="<script>${script}</script>${inner}"></iframe>`,
    );
    await expect.poll(() => namesHeard(page), { timeout: 30_000 }).toContain('result');
  });
});

test.describe('hostile messages', () => {
  test('10 000 of them: nothing is thrown, nothing changes, nothing is kept', async ({
    page,
    host,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    await host.open(page, iframe(`${baseURL}${SCENE}`) + '<iframe id="thief" srcdoc="x"></iframe>');
    await waitForReady(page);
    const before = await call(page, { type: 'getScene' });
    const flood = (): Promise<void> =>
      page.evaluate(() => {
        const deep = '{"app":'.repeat(2000);
        const head = { app: 'strata', v: 1 };
        const html = '<img src=x onerror="alert(1)">';
        const big = 'x'.repeat(200_000);
        const nested: Record<string, unknown> = {};
        let at = nested;
        for (let depth = 0; depth < 500; depth += 1) at = at['a'] = {} as Record<string, unknown>;
        const messages: readonly unknown[] = [
          ...[null, 0, '', [], {}, html, deep, big, new Date(), new Map([['app', 'strata']])],
          ...[nested, { ...head, type: ['play'] }, { ...head, v: 2, type: 'play' }],
          JSON.stringify({ ...head, type: 'play', filler: big }),
          '{"app":"strata","v":1,"type":"play","__proto__":{"polluted":1}}',
          { ...head, type: 'play', constructor: { prototype: { polluted: 1 } } },
          { ...head, type: 'play', id: nested },
          ...[
            { ...head, type: 'ready' },
            { ...head, type: 'result', id: 1 },
            { ...head, type: html + big },
          ],
          ...[{ context: 'player.js' }, { context: 'player.js', method: {} }, '{"method":"next"}'],
          ...[{ context: 'h5p' }, { context: 'h5p', action: '__proto__' }, 'slide:'],
          ...[
            { message: 'ready', secret: html },
            { event: 'command', func: 'playVideo' },
          ],
        ];
        for (let count = 0; count < 10_000; count += 1)
          window.tell(messages[count % messages.length]);
      });
    await flood();
    await call(page, { type: 'ping' });
    const session = await page.context().newCDPSession(page);
    const heapBytes = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const usedBefore = await heapBytes();
    await flood();
    expect(await call(page, { type: 'getScene' })).toMatchObject({
      value: before.type === 'result' ? before.value : {},
    });
    expect((await heapBytes()) - usedBefore).toBeLessThan(1_000_000);
    expect((await namesHeard(page)).filter((name) => name !== 'result')).toEqual(['ready']);
    const inside = await insideOf(page);
    expect(await inside.evaluate(() => 'polluted' in {})).toBe(false);
    await expect(page.frameLocator('iframe >> nth=0').locator('img')).toHaveCount(0);
  });

  test('another frame of the page, and the frame itself, are not heard', async ({
    page,
    host,
    baseURL,
  }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}`) + '<iframe id="thief" srcdoc="x"></iframe>');
    await waitForReady(page);
    const thief = await insideOf(page, 1);
    await thief.evaluate(() => {
      const message = { app: 'strata', v: 1, type: 'goto', step: 1, id: 'stolen' };
      for (let count = 0; count < 500; count += 1) parent.frames[0]?.postMessage(message, '*');
    });
    const inside = await insideOf(page);
    await inside.evaluate(() => {
      postMessage({ app: 'strata', v: 1, type: 'goto', step: 1 }, '*');
      dispatchEvent(
        new MessageEvent('message', { data: { app: 'strata', v: 1, type: 'goto', step: 1 } }),
      );
    });
    expect(await call(page, { type: 'getScene' })).toMatchObject({ value: { step: 5 } });
    expect(await namesHeard(page)).toEqual(['ready', 'result']);
  });
});

test.describe('height', () => {
  /** A host that does what the frame wishes. */
  const FOLLOW = `<script>addEventListener('message', ({ data }) => {
    if (data.type === 'resize') document.querySelector('iframe').style.height = data.height + 'px'; })</script>`;
  const heights = async (page: Page): Promise<readonly number[]> =>
    (await heard(page)).flatMap((one) => (one.type === 'resize' ? [one.height] : []));

  test('with autoheight=1 it is told once per width, and no loop arises', async ({
    page,
    host,
    baseURL,
  }) => {
    const frame = iframe(
      `${baseURL}${SCENE}?autoheight=1`,
      'style="width:90vw;height:150px;border:0"',
    );
    await page.setViewportSize({ width: 1000, height: 800 });
    await host.open(page, FOLLOW + frame);
    await waitForReady(page);
    await expect.poll(() => heights(page)).toHaveLength(1);
    const [height = 0] = await heights(page);
    expect(height).toBeGreaterThan(400);
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(() => heights(page)).toHaveLength(2);
    // The picture of the new size stands, and nothing more is wished.
    await expect(page.frameLocator('iframe').locator('[data-stage]')).toHaveAttribute(
      'data-state',
      'ready',
    );
    await call(page, { type: 'ping' });
    expect(await heights(page)).toHaveLength(2);
    const box = await page.locator('iframe').boundingBox();
    expect(box?.height).toBe((await heights(page)).at(-1));
    const foreign = await foreignHeard(page);
    for (const subject of ['lti.frameResize', 'org.imsglobal.lti.frameResize'])
      expect(foreign).toContainEqual({ subject, height });
  });

  test('without it nobody is asked for a height', async ({ page, host, baseURL }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}`));
    await waitForReady(page);
    await call(page, { type: 'ping' });
    expect(await heights(page)).toEqual([]);
    const texts = (await foreignHeard(page)).map((one) => JSON.stringify(one)).join();
    expect(texts).not.toMatch(/frameResize|h5p/);
  });

  test('WordPress: the secret of its hash is answered with a height within its limits', async ({
    page,
    host,
    baseURL,
  }) => {
    const src = `${baseURL}${SCENE}#?secret=aB3dE5gH1j`;
    await host.open(
      page,
      iframe(src, 'width="600" height="200" sandbox="allow-scripts" security="restricted"'),
    );
    await waitForReady(page);
    await page.evaluate(() => window.tell({ message: 'ready', secret: 'aB3dE5gH1j' }));
    const told = async (): Promise<readonly unknown[]> =>
      (await foreignHeard(page)).filter((one) => typeof one === 'object');
    await expect.poll(told).toHaveLength(2);
    const [first] = await told();
    expect(first).toEqual({ message: 'height', value: expect.any(Number), secret: 'aB3dE5gH1j' });
    const { value } = first as { value: number };
    expect(value).toBeGreaterThanOrEqual(200);
    expect(value).toBeLessThanOrEqual(1000);
    await page.evaluate(() => window.tell({ message: 'ready', secret: 'other' }));
    await call(page, { type: 'ping' });
    expect(await told()).toHaveLength(2);
  });

  test('H5P: greeting, question, height', async ({ page, host, baseURL }) => {
    const resizer = `<script>addEventListener('message', ({ data, source, origin }) => {
      if (data.context !== 'h5p') return;
      const frame = document.querySelector('iframe');
      const answer = (action) => source.postMessage({ context: 'h5p', action }, origin);
      if (data.action === 'hello') { frame.style.width = '100%'; answer('hello'); }
      if (data.action === 'prepareResize' && (frame.clientHeight !== data.scrollHeight || data.scrollHeight !== data.clientHeight)) {
        frame.style.height = data.clientHeight + 'px'; answer('resizePrepared'); }
      if (data.action === 'resize') frame.style.height = data.scrollHeight + 'px';
    })</script>`;
    const frame = iframe(
      `${baseURL}${SCENE}?autoheight=1`,
      'style="width:500px;height:150px;border:0"',
    );
    await host.open(page, resizer + frame);
    await waitForReady(page);
    await expect
      .poll(async () => (await page.locator('iframe').boundingBox())?.height)
      .toBeGreaterThan(400);
  });
});
