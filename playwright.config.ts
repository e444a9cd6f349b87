import { defineConfig } from '@playwright/test';
import { createServer } from 'node:net';
import { findBrowser } from './.ci/browser.mjs';
import { CHROMIUM_ARGS } from './.ci/chromium-args.mjs';

/** A port that nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

// This file is read again by each worker; the environment carries the first answers over.
process.env.STRATA_E2E_PORT ??= String(await freePort());
process.env.CHROME_PATH ??= (await findBrowser()) ?? '';

const { STRATA_E2E_PORT: port, CHROME_PATH: executablePath } = process.env;
const origin = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // For the slowest machine; who has a fast one waits so long only for what fails.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    // What was done, said and fetched; pictures of each step would cost every test a quarter of a second.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: CHROMIUM_ARGS,
    },
  },
  webServer: {
    command: 'node .ci/start.mjs',
    url: `${origin}/`,
    env: { PORT: port },
    reuseExistingServer: false,
    timeout: 240_000,
  },
});
