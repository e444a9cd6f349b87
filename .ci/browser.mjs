/**
 * Finds a Chromium, or gets one: an installed browser, else the system's package, else Playwright's
 * own download.
 */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { runCommand, runPackage } from './run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const VERSION_TIMEOUT_MS = 15_000;
const PLAYWRIGHT_CLI = 'playwright/cli.js';

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable) ?? null;
}

/** Some systems ship a `chromium-browser` that only says where to get the real one. */
function answersVersion(file) {
  return new Promise((resolve) => {
    execFile(file, ['--version'], { timeout: VERSION_TIMEOUT_MS }, (error, stdout) => {
      resolve(error === null && /chrom/i.test(stdout));
    });
  });
}

async function installed() {
  const chosen = process.env.CHROME_PATH ?? '';
  if (chosen !== '') {
    if (await answersVersion(chosen)) return chosen;
    throw new Error(`CHROME_PATH is "${chosen}", which is not a Chromium that starts.`);
  }
  for (const name of NAMES) {
    const file = onPath(name);
    if (file !== null && (await answersVersion(file))) return file;
  }
  return null;
}

/** What to put before a command that needs to be root; null when that cannot be had silently. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const code = await runCommand('sudo', ['-n', 'true'], { quiet: true });
  return code === 0 ? ['sudo', '-n'] : null;
}

async function installPackage() {
  const prefix = await rootPrefix();
  if (prefix === null || onPath('apt-get') === null) return null;
  const apt = (...args) => {
    const [program, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=120',
      '-q',
      ...args,
    ];
    return runCommand(program, rest);
  };
  console.log('No Chromium found; installing the package "chromium"…');
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', 'chromium');
  return installed();
}

/** The browser that Playwright downloads for itself; only with packages installed. */
async function playwrightOwn() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return isExecutable(file) && (await answersVersion(file)) ? file : null;
}

async function downloadOwn() {
  console.log("Downloading Playwright's own Chromium…");
  const withSystemLibraries = (await rootPrefix()) === null ? [] : ['--with-deps'];
  await runPackage(PLAYWRIGHT_CLI, ['install', ...withSystemLibraries, '--no-shell', 'chromium']);
  return playwrightOwn();
}

/** @returns {Promise<string | null>} path of a Chromium that is already there and starts */
export async function findBrowser() {
  return (await installed()) ?? (await playwrightOwn());
}

/**
 * @returns {Promise<string>} path of a Chromium that starts
 * @throws Error when none could be found, installed or downloaded
 */
export async function ensureBrowser() {
  const file = (await findBrowser()) ?? (await installPackage()) ?? (await downloadOwn());
  if (file !== null) return file;
  throw new Error(
    'No Chromium could be found or installed. Install one, or name it in CHROME_PATH.',
  );
}
