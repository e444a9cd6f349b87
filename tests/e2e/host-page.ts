/**
 * Pages of somebody else that hold embeds: on a server, and so on an origin, of their own. What a frame
 * says is kept in `window.heard`; `tell` speaks to a frame, `call` waits for its answer.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import * as v from 'valibot';
import { FRAME_MESSAGE, type FrameMessage } from '../../src/lib/embed/protocol.ts';
import { expect, test as base, type Frame, type Page } from './strict-page.ts';

declare global {
  interface Window {
    /** What each frame said, in order; `frame` is its place on the page. */
    heard: { frame: number; data: unknown }[];
    tell: (message: unknown, frame?: number) => void;
  }
}

/** A host under test. */
export interface HostSite {
  readonly origin: string;
  /** Opens a page with this in its body. */
  open(page: Page, body: string): Promise<void>;
}

const LISTENER = `
  window.heard = [];
  const frames = () => [...document.querySelectorAll('iframe')];
  addEventListener('message', ({ source, data }) => {
    const frame = frames().findIndex((one) => one.contentWindow === source);
    if (frame !== -1) heard.push({ frame, data });
  });
  window.tell = (message, frame = 0) => frames()[frame].contentWindow.postMessage(message, '*');`;

async function startHost(pages: Map<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const page = pages.get(pathname);
    if (page !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
      return;
    }
    const types: Readonly<Record<string, string>> = {
      '.js': 'text/javascript',
      '.css': 'text/css',
    };
    const type = types[path.extname(pathname)];
    const file = path.join('node_modules', path.normalize(pathname));
    readFile(file).then(
      (text) => response.writeHead(200, { 'Content-Type': type ?? 'text/plain' }).end(text),
      () => response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export const test = base.extend<{ readonly host: HostSite }>({
  hostOrigins: /^http:\/\/127\.0\.0\.1:\d+$/,
  host: async ({}, use) => {
    const pages = new Map<string, string>();
    const server = await startHost(pages);
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    await use({
      origin,
      async open(page, body) {
        const start = `<!doctype html><html lang="en"><title>Host</title><script>${LISTENER}</script>`;
        pages.set('/page', `${start}<body>${body}</body></html>`);
        await page.goto(`${origin}/page`);
      },
    });
    server.closeAllConnections();
    server.close();
  },
});

/** Markup of an embed. */
export function iframe(src: string, attributes = 'width="720" height="474"'): string {
  return `<iframe title="Strata" src="${src}" ${attributes}></iframe>`;
}

/** Everything that a frame said in our own words; each message is checked against its schema. */
export async function heard(page: Page, frame = 0): Promise<readonly FrameMessage[]> {
  const all = await page.evaluate(() => window.heard);
  const ours = all.filter(({ frame: from, data }) => from === frame && isOurs(data));
  return ours.map(({ data }) => v.parse(FRAME_MESSAGE, data));
}

function isOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'app' in data && data.app === 'strata';
}

/** Names of what a frame said since the host last forgot. */
export async function namesHeard(page: Page, frame = 0): Promise<readonly string[]> {
  return (await heard(page, frame)).map(({ type }) => type);
}

/** What a frame said in another way than ours. */
export async function foreignHeard(page: Page): Promise<readonly unknown[]> {
  const all = await page.evaluate(() => window.heard);
  return all.filter(({ data }) => !isOurs(data)).map(({ data }) => data);
}

/** Waits for the frame to be ready for messages. @returns what it said then */
export async function waitForReady(page: Page, frame = 0) {
  await expect.poll(() => namesHeard(page, frame), { timeout: 30_000 }).toContain('ready');
  const ready = (await heard(page, frame)).find((message) => message.type === 'ready');
  if (ready?.type !== 'ready') throw new Error('the frame did not say "ready"');
  return ready;
}

/** Sends a call without an id. */
export async function tell(page: Page, message: object, frame = 0): Promise<void> {
  const whole = { app: 'strata', v: 1, ...message };
  await page.evaluate(([one, to]) => window.tell(one, to), [whole, frame] as const);
}

let lastId = 0;

/** Sends a call and waits for what it is answered with. */
export async function call(page: Page, message: object, frame = 0): Promise<FrameMessage> {
  const id = `call-${(lastId += 1)}`;
  await tell(page, { ...message, id }, frame);
  let answer: FrameMessage | undefined;
  await expect(async () => {
    answer = (await heard(page, frame)).find((one) => 'id' in one && one.id === id);
    expect(answer).toBeDefined();
  }).toPass({ timeout: 20_000 });
  if (answer === undefined) throw new Error(`no answer to ${JSON.stringify(message)}`);
  return answer;
}

/** The document inside a frame of the page, by its place. */
export async function insideOf(page: Page, frame = 0): Promise<Frame> {
  const element = await page.locator('iframe').nth(frame).elementHandle();
  const inside = await element?.contentFrame();
  if (!inside) throw new Error(`the page has no frame ${frame}`);
  return inside;
}
