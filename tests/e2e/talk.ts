/** What the specs of talks know: the wall, the speaker window, and where each of them is. */
import { expect, type Locator, type Page } from './strict-page.ts';
import { waitReady } from './stage.ts';

export const TALK = '/present/containers-and-vms';
export const NOTES = '/present/containers-and-vms/notes';

/** The talk of a page; says its place, slide and beat from 1: `4.2`. */
export function talkOf(page: Page): Locator {
  return page.locator('[data-talk]');
}

export async function expectPlace(page: Page, place: string): Promise<void> {
  await expect(talkOf(page)).toHaveAttribute('data-place', place);
}

export async function openTalk(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(talkOf(page)).toHaveAttribute('data-talk', 'open');
  await waitReady(page);
}
