/** What the specs of talks know: the wall, the speaker window, and where each of them is. */
import { expect, type Locator, type Page } from './strict-page.ts';
import { waitReady } from './stage.ts';

export const TALK = '/present/containers-and-vms';
export const NOTES = '/present/containers-and-vms/notes';

/** The talk of a page; says its place, slide and beat from 1: `4.2`. */
export function talkOf(page: Page): Locator {
  return page.locator('[data-talk]');
}

/** How soon and how often to look again: windows answer each other within a frame or two. */
export const SOON = { intervals: [10, 20, 50, 100] };

export async function expectPlace(page: Page, place: string): Promise<void> {
  await expect.poll(() => talkOf(page).getAttribute('data-place'), SOON).toBe(place);
}

export async function openTalk(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(talkOf(page)).toHaveAttribute('data-talk', 'open');
  await waitReady(page);
}
