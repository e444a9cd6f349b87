/** What axe finds on a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chooseTheme } from './stage.ts';
import { expect, test, type Page } from './strict-page.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The rules that a theme can break: it changes colours and nothing else. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Rules broken, each with the first element that breaks it; of all rules unless some are named. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated by the browser's own debugger: the page's Content-Security-Policy refuses script tags.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (named) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({
      // What keeps the rules is not described, which costs as much as the looking.
      resultTypes: ['violations'],
      ...(named === undefined ? {} : { runOnly: { type: 'rule', values: named } }),
    });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target.join(' ') ?? ''})`,
    );
  }, rules);
}

/** Waits until the page stands in a theme, with no colour on its way to another. */
async function inTheme(page: Page, theme: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => !(animation instanceof CSSTransition)),
  );
}

/** What is wrong with the colours of an open page, once it stands in a theme. */
export async function axeOfColours(page: Page, theme: string): Promise<string[]> {
  await inTheme(page, theme);
  return axeFindings(page, OF_COLOURS);
}

/** What is wrong with the colours of an open page, once the reader's system turns light or dark. */
export async function axeInScheme(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme });
  return axeOfColours(page, scheme);
}

/** What is wrong with the colours of an open page, once the reader has chosen a theme from the menu. */
export async function axeInTheme(page: Page, name: string, theme: string): Promise<string[]> {
  await chooseTheme(page, name);
  return axeOfColours(page, theme);
}

/** The themes of the menu beside the light one: what it calls them, what the page calls them. */
export const OTHER_THEMES = [
  ['Dark', 'dark'],
  ['Projector', 'projector'],
  ['High contrast', 'contrast'],
] as const;

/** How far the page reaches beyond its window, CSS px. */
function excess(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** At each width, in light and in dark: nothing sticks out, and axe finds nothing. */
export async function expectSoundAt(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await inTheme(page, 'light');
      await expect.poll(() => excess(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(await axeInScheme(page, 'dark')).toEqual([]);
      expect(await excess(page)).toBe(0);
    });
  }
}
