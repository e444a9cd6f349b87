/** An embed in real hosts: the player.js client, a reveal.js deck, a page with three of them. */
import { countFrames, framesInASecond } from './frames.ts';
import { call, iframe, insideOf, namesHeard, test, waitForReady } from './host-page.ts';
import { expect, type Page } from './strict-page.ts';

const SCENE = '/embed/vm-vs-container';

declare global {
  interface Window {
    playerjs: { readonly Player: new (frame: Element) => PlayerClient };
    player: PlayerClient;
    /** Events of the player, in order. */
    played: { name: string; value: unknown }[];
    Reveal: {
      next(): void;
      prev(): void;
      getIndices(): { h: number };
    };
  }
}

interface PlayerClient {
  on(event: string, callback: (value: unknown) => void): void;
  supports(kind: 'method' | 'event', name: string): boolean;
  play(): void;
  pause(): void;
  setCurrentTime(seconds: number): void;
  setLoop(on: boolean): void;
  [getter: `get${string}`]: (callback: (value: unknown) => void) => void;
}

test.describe('the player.js client', () => {
  const client = `<script src="/player.js/dist/player-0.1.0.js"></script><script>
    window.played = [];
    window.player = new playerjs.Player(document.querySelector('iframe'));
    for (const name of ['ready', 'play', 'pause', 'ended', 'timeupdate', 'progress', 'error'])
      player.on(name, (value) => played.push({ name, value }));
  </script>`;
  const get = (page: Page, getter: `get${string}`): Promise<unknown> =>
    page.evaluate((name) => new Promise((resolve) => window.player[name]?.(resolve)), getter);
  const played = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => window.played.map(({ name }) => name));

  test('plays, seeks by steps, and listens', async ({ page, host, baseURL }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}`) + client);
    await expect.poll(() => played(page), { timeout: 30_000 }).toContain('ready');
    expect(await get(page, 'getDuration')).toBe(5);
    expect(await get(page, 'getCurrentTime')).toBe(5);
    expect(await get(page, 'getPaused')).toBe(true);
    expect(await get(page, 'getMuted')).toBe(true);
    expect(await get(page, 'getVolume')).toBe(0);
    expect(await page.evaluate(() => window.player.supports('method', 'setVolume'))).toBe(false);
    await page.evaluate(() => window.player.setCurrentTime(2));
    await expect.poll(() => get(page, 'getCurrentTime')).toBe(2);
    const slider = page.frameLocator('iframe').getByRole('slider');
    await expect(slider).toHaveAttribute('aria-valuetext', /^Step 2 of 5/);
    await page.evaluate(() => window.player.play());
    await expect.poll(() => played(page), { timeout: 30_000 }).toContain('ended');
    const names = await played(page);
    expect(names.indexOf('play')).toBeLessThan(names.indexOf('ended'));
    const updates = await page.evaluate(() =>
      window.played.flatMap(({ name, value }) => (name === 'timeupdate' ? [value] : [])),
    );
    expect(updates).toContainEqual({ seconds: 2, duration: 5 });
    expect(updates.at(-1)).toEqual({ seconds: 5, duration: 5 });
  });

  test('is found by a client that comes late', async ({ page, host, baseURL }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}`));
    await waitForReady(page);
    await page.addScriptTag({ url: '/player.js/dist/player-0.1.0.js' });
    await page.evaluate(() => {
      window.played = [];
      window.player = new window.playerjs.Player(document.querySelector('iframe')!);
      window.player.on('ready', (value) => window.played.push({ name: 'ready', value }));
    });
    await expect.poll(() => played(page), { timeout: 30_000 }).toContain('ready');
  });

  test('loops until told otherwise', async ({ page, host, baseURL }) => {
    await host.open(page, iframe(`${baseURL}${SCENE}?speed=4`) + client);
    await expect.poll(() => played(page), { timeout: 30_000 }).toContain('ready');
    await page.evaluate(() => {
      window.player.setLoop(true);
      window.player.play();
    });
    expect(await get(page, 'getLoop')).toBe(true);
    const ends = async (): Promise<number> =>
      (await played(page)).filter((name) => name === 'ended').length;
    await expect.poll(ends, { timeout: 30_000 }).toBeGreaterThan(1);
    await page.evaluate(() => window.player.pause());
    await expect.poll(() => get(page, 'getPaused')).toBe(true);
  });
});

test.describe('a reveal.js deck', () => {
  const deck = (src: string): string => `
    <link rel="stylesheet" href="/reveal.js/dist/reveal.css">
    <div class="reveal" style="height:640px"><div class="slides">
      <section><h2>First</h2></section>
      <section>${iframe(src)}</section>
      <section><h2>Last</h2></section>
    </div></div>
    <script src="/reveal.js/dist/reveal.js"></script>
    <script>Reveal.initialize({ transition: 'none', hash: false, embedded: false });</script>`;
  const slide = (page: Page): Promise<number> => page.evaluate(() => window.Reveal.getIndices().h);
  const turn = (page: Page, way: 'next' | 'prev'): Promise<void> =>
    page.evaluate((name) => window.Reveal[name](), way);

  const isPlaying = async (page: Page): Promise<boolean> => {
    const answer = await call(page, { type: 'getScene' });
    return answer.type === 'result' && answer.method === 'getScene' && answer.value.isPlaying;
  };

  test('starts with its slide, stops with it, and moves the deck on at its ends', async ({
    page,
    host,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    await host.open(page, deck(`${baseURL}${SCENE}?host=reveal&play=1&speed=0.01`));
    await waitForReady(page);
    const frame = page.frameLocator('iframe');
    const slider = frame.getByRole('slider');
    await expect(slider).toHaveAttribute('aria-valuetext', /^Step 5 of 5/);
    await turn(page, 'next');
    const pause = frame.getByRole('button', { name: 'Pause' });
    await expect(pause).toBeVisible();
    await turn(page, 'next');
    await expect.poll(() => isPlaying(page)).toBe(false);
    await turn(page, 'prev');
    await expect.poll(() => isPlaying(page)).toBe(true);

    // With the focus in the frame the deck hears no key: the frame speaks for it.
    await pause.click();
    await call(page, { type: 'setMotion', motion: 'reduce' });
    await call(page, { type: 'goto', step: 1 });
    for (const step of [2, 3, 4, 5]) {
      await page.keyboard.press('PageDown');
      await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^Step ${step} of 5`));
      expect(await slide(page)).toBe(1);
    }
    await page.keyboard.press('PageDown');
    await expect.poll(() => slide(page)).toBe(2);
    // From there on the deck has its keys again.
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slide(page)).toBe(1);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slide(page)).toBe(2);
  });

  test('moves the deck back from its first step', async ({ page, host, baseURL }) => {
    await host.open(page, deck(`${baseURL}${SCENE}?host=reveal&speed=0.01`));
    await waitForReady(page);
    await turn(page, 'next');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Pause' }).click();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slide(page)).toBe(0);
  });

  test('hears that its slide is shown even if that was before its code came', async ({
    page,
    host,
    baseURL,
  }) => {
    const whole = deck(`${baseURL}${SCENE}?host=reveal&speed=0.01`);
    // The deck speaks as soon as it has loaded such a frame.
    const lazy = whole
      .replace('<section><h2>First</h2></section>', '')
      .replace(' src="http', ' data-src="http');
    await host.open(page, lazy);
    const frame = page.frameLocator('iframe');
    const pause = frame.getByRole('button', { name: 'Pause' });
    await expect(pause).toBeVisible({ timeout: 30_000 });

    // It is unloaded as soon as the deck moves on, and takes no key along.
    await pause.click();
    await call(page, { type: 'goto', step: 5 });
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slide(page)).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slide(page)).toBe(0);
  });
});

test.describe('manners', () => {
  /** A page that scrolls, with a frame in its middle. */
  const long = (src: string): string =>
    `<div style="height:300px"></div>${iframe(src)}<div style="height:2000px"></div>`;
  const scrolled = (page: Page): Promise<number> => page.evaluate(() => scrollY);

  test('an arrow at the end of the timeline scrolls the page around', async ({
    page,
    host,
    baseURL,
  }) => {
    await host.open(page, long(`${baseURL}${SCENE}?t=0`));
    await waitForReady(page);
    const slider = page.frameLocator('iframe').getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowUp');
    await expect(slider).not.toHaveValue('0');
    expect(await scrolled(page)).toBe(0);
    await page.keyboard.press('Home');
    await expect(slider).toHaveValue('0');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
    await page.keyboard.press('ArrowUp');
    await expect(slider).not.toHaveValue('0');
    await expect(slider).toBeFocused();
  });

  test('an arrow that leads to no layer scrolls the page around', async ({
    page,
    host,
    baseURL,
  }) => {
    await host.open(page, long(`${baseURL}${SCENE}`));
    await waitForReady(page);
    const frame = page.frameLocator('iframe');
    await frame.locator('[data-layer="docker-linux/hardware"]').focus();
    await page.keyboard.press('ArrowUp');
    await expect(frame.locator('[data-layer="docker-linux/kernel"]')).toBeFocused();
    expect(await scrolled(page)).toBe(0);
    await page.keyboard.press('ArrowDown');
    await expect(frame.locator('[data-layer="docker-linux/hardware"]')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
  });

  test('three on one page are independent, and only what plays asks for frames', async ({
    page,
    host,
    baseURL,
  }) => {
    await countFrames(page);
    const far = '<div style="height:3000px"></div>';
    const one = iframe(`${baseURL}${SCENE}?speed=0.01`, 'width="480" height="320"');
    await host.open(page, one + one + far + one);
    for (const frame of [0, 1, 2]) await waitForReady(page, frame);
    await call(page, { type: 'setTheme', theme: 'dark' }, 1);
    await call(page, { type: 'play' }, 0);
    await call(page, { type: 'play' }, 2);
    const [first, second, third] = await Promise.all([0, 1, 2].map((at) => insideOf(page, at)));
    if (!first || !second || !third) throw new Error('a frame is missing');
    await expect.poll(() => framesInASecond(first)).toBeGreaterThan(0);
    await expect.poll(() => framesInASecond(second)).toBe(0);
    // It plays, but nobody sees it.
    await expect.poll(() => framesInASecond(third)).toBe(0);
    expect(await call(page, { type: 'getScene' }, 0)).toMatchObject({
      value: { isPlaying: true, scene: expect.not.stringContaining('dark') },
    });
    expect(await call(page, { type: 'getScene' }, 1)).toMatchObject({
      value: { isPlaying: false, step: 5, scene: expect.stringContaining('theme=dark') },
    });
    expect(new Set(await namesHeard(page, 1))).toEqual(new Set(['ready', 'result']));
  });

  test('full screen is offered only where the host allows it', async ({ page, host, baseURL }) => {
    const allowed = iframe(`${baseURL}${SCENE}`, 'width="720" height="420" allow="fullscreen"');
    await host.open(page, iframe(`${baseURL}${SCENE}`) + allowed);
    await waitForReady(page, 0);
    await waitForReady(page, 1);
    const button = (at: number) =>
      page.frameLocator(`iframe >> nth=${at}`).getByRole('button', { name: 'Full screen' });
    await expect(button(1)).toBeVisible();
    await expect(button(0)).toHaveCount(0);
  });

  test('full controls choose the lens and lead to Strata; fewer do less', async ({ page }) => {
    await page.setViewportSize({ width: 720, height: 420 });
    await page.goto(`${SCENE}?controls=full`);
    await page.getByRole('combobox', { name: 'Lens' }).selectOption('Kernel');
    await expect(page.getByRole('link', { name: 'Open in Strata' })).toHaveAttribute(
      'href',
      /lens=kernel/,
    );
    await expect(page.getByText('Strata, CC BY 4.0')).toBeVisible();
    await page.goto(`${SCENE}?controls=min`);
    await expect(page.getByRole('slider')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open in Strata' })).toBeVisible();
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await page.goto(`${SCENE}?controls=none`);
    await expect(page.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
    await expect(page.getByRole('slider')).toHaveCount(0);
    await expect(page.getByText('Strata, CC BY 4.0')).toBeVisible();
  });

  test('links=0 leaves no way out', async ({ page }) => {
    await page.goto(`${SCENE}?controls=full&links=0`);
    await expect(page.locator('[data-stage]')).toHaveAttribute('data-state', 'ready');
    await expect(page.getByRole('combobox')).toBeVisible();
    await expect(page.getByRole('link')).toHaveCount(0);
    await expect(page.getByText('Strata, CC BY 4.0')).toBeVisible();
  });

  test('a theme of the address holds before any other script has come', async ({ page }) => {
    await page.route(/\.js$/, () => undefined);
    await page.goto(`${SCENE}?theme=dark`, { waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
    await expect(page.getByText('Strata, CC BY 4.0')).toBeVisible();
  });
});
