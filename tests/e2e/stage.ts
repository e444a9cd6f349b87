/** What the specs know about the stage: the public contract (§5), nothing of its inside. */
import { expect, type Locator, type Page } from './strict-page.ts';

/** The issue's own example: a virtual machine, a container and Docker Desktop side by side. */
export const THREE_STACKS = '/explore?stacks=vm-bare-metal,docker-linux,desktop-mac';
/** The Boot example, frozen in mid-race. */
export const BOOT_RACE =
  '/explore?stacks=process,docker-linux,vm-bare-metal:xen,unikernel&lens=boot&boot.study=lightvm&t=400';
/** The Size example. */
export const SIZE_SCENE = '/explore?stacks=vm-bare-metal,docker-linux&lens=size';

export function stageOf(page: Page): Locator {
  return page.locator('[data-stage]');
}

/** Waits until the picture is complete and, when paused, will not change by itself. */
export async function waitReady(page: Page): Promise<void> {
  await expect(stageOf(page).first()).toHaveAttribute('data-state', 'ready');
}

export async function openScene(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await waitReady(page);
}

/** Twins of a kind under one stack. */
export function twins(page: Page, stack: string, kind?: string): Locator {
  const ofKind = kind === undefined ? '' : `[data-kind="${kind}"]`;
  return page.locator(`[data-layer^="${stack}/"]${ofKind}`);
}

/** The button that shows the stacks through a lens; the one in use says `aria-current`. */
export function lensButton(page: Page, name: 'Structure' | 'Boot' | 'Size'): Locator {
  return page.getByRole('navigation', { name: 'Lens' }).getByRole('button', { name });
}

/** What could not be used of an address, one entry each. */
export function notices(page: Page): Locator {
  return page.getByRole('region', { name: 'Notices' }).getByRole('listitem');
}

/** Keys of the address bar's query. */
export function queryOf(page: Page): URLSearchParams {
  return new URL(page.url()).searchParams;
}

/** Chooses a theme from the menu of a page. */
export async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Theme' }).click();
  const item = page.getByRole('menuitemradio', { name });
  await item.click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}
