/**
 * The `test` that every end-to-end spec uses. It fails a test for what a reader would never see on
 * screen: a console warning or error (a blocked inline script is one), an uncaught error, a request to
 * another origin, a cookie.
 */
import {
  test as base,
  expect,
  type BrowserContext,
  type Frame,
  type Locator,
  type Page,
} from '@playwright/test';

export { expect };
export type { Frame, Locator, Page };

interface StrictOptions {
  /** Console messages that this test provokes on purpose. */
  readonly allowedMessages: RegExp | null;
  /** Origins beside the site's own: hosts that hold its embeds. */
  readonly hostOrigins: RegExp | null;
  /**
   * Whether pages may keep talks for a time without network. It is all of the site, thirty times the work
   * of a page, so only the tests of what is kept do so.
   */
  readonly keepsTalks: boolean;
}

interface StrictFixtures {
  /** What went wrong so far; checked after each test. */
  readonly complaints: string[];
}

function watchPage(page: Page, complaints: string[], allowed: RegExp | null): void {
  page.on('console', (message) => {
    if (message.type() !== 'warning' && message.type() !== 'error') return;
    const text = `${message.text()} (${message.location().url})`;
    if (allowed?.test(text) !== true) complaints.push(`console: ${text}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
}

function watchRequests(
  context: BrowserContext,
  isOurs: (origin: string) => boolean,
  complaints: string[],
): void {
  context.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about):/.test(url) || isOurs(new URL(url).origin)) return;
    complaints.push(`request to another origin: ${url}`);
  });
}

/** In a page: a service worker that never comes, as over a slow line. */
function leaveWorkerAside(): void {
  if (!('ServiceWorkerContainer' in globalThis)) return;
  ServiceWorkerContainer.prototype.register = () => new Promise(() => undefined);
}

export const test = base.extend<StrictOptions & StrictFixtures>({
  allowedMessages: [null, { option: true }],
  hostOrigins: [null, { option: true }],
  keepsTalks: [false, { option: true }],
  context: async ({ context, keepsTalks }, use) => {
    if (!keepsTalks) await context.addInitScript(leaveWorkerAside);
    await use(context);
  },
  complaints: [
    async ({ context, baseURL, allowedMessages, hostOrigins }, use) => {
      const complaints: string[] = [];
      context.on('page', (page) => watchPage(page, complaints, allowedMessages));
      const own = new URL(baseURL ?? '').origin;
      const isOurs = (origin: string): boolean =>
        origin === own || hostOrigins?.test(origin) === true;
      watchRequests(context, isOurs, complaints);
      await use(complaints);
      for (const cookie of await context.cookies()) complaints.push(`cookie: ${cookie.name}`);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
