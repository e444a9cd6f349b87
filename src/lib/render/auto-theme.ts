/** What `theme=auto` means on this device; the same rule as in `ui/tokens.css`. */
import type { ThemeName } from './theme.ts';

/** @returns contrast where more of it is asked for, else the colour scheme's theme. */
export function autoTheme(): ThemeName {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
