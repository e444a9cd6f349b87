/** The reader's own colours, where forced: the code for them comes only to who has them on. */
import type { Theme } from '../theme.ts';

let forcedTheme: ((root: Element) => Theme) | null = null;

/** Whether the reader's own colours are on. */
export const isForced = (): boolean => matchMedia('(forced-colors: active)').matches;

/** Resolves when themes can be told. Rejects never: without the code the theme stays as it is. */
export async function readyForForced(): Promise<void> {
  if (forcedTheme !== null || !isForced()) return;
  try {
    ({ forcedTheme } = await import('../forced-theme.ts'));
  } catch {
    // The contrast of the chosen theme is better than no picture.
  }
}

/** @returns the reader's own colours where forced, else `theme` */
export function effectiveTheme(root: Element, theme: Theme): Theme {
  return isForced() ? (forcedTheme?.(root) ?? theme) : theme;
}
