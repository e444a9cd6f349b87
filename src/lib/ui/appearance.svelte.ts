/** Theme and motion as they apply now: from the scene, the reader's preference, and the system. */
import { MediaQuery } from 'svelte/reactivity';
import type { Scene, Theme } from '#lib/model/scene.ts';
import { browserStorage } from '#lib/state/safe-storage.ts';
import {
  Prefs,
  resolveMotion,
  resolveTheme,
  type PaintedTheme,
  type SystemWishes,
} from '#lib/state/prefs.svelte.ts';

const SHORTCUTS_KEY = 'shortcuts';

export class Appearance {
  readonly prefs = new Prefs();
  readonly #dark = new MediaQuery('(prefers-color-scheme: dark)', false);
  readonly #contrast = new MediaQuery('(prefers-contrast: more)', false);
  readonly #reduced = new MediaQuery('(prefers-reduced-motion: reduce)', false);
  readonly #storage = browserStorage();
  #hasShortcuts = $state(this.#storage.get(SHORTCUTS_KEY) !== 'off');

  /** Single-character shortcuts are switched on. */
  get hasShortcuts(): boolean {
    return this.#hasShortcuts;
  }
  setShortcuts(on: boolean): void {
    this.#hasShortcuts = on;
    this.#storage.set(SHORTCUTS_KEY, on ? null : 'off');
  }

  themeOf(scene: Pick<Scene, 'theme'>): PaintedTheme {
    return resolveTheme(scene.theme, this.prefs.theme, this.#system());
  }

  /** What a theme menu shows as chosen. */
  chosenThemeOf(scene: Pick<Scene, 'theme'>): Theme {
    return scene.theme === 'auto' ? this.prefs.theme : scene.theme;
  }

  isReduced(scene: Pick<Scene, 'motion'>): boolean {
    return resolveMotion(scene.motion, this.prefs.motion, this.#system());
  }

  #system(): SystemWishes {
    return {
      isDark: this.#dark.current,
      wantsContrast: this.#contrast.current,
      wantsReducedMotion: this.#reduced.current,
    };
  }
}

/** Marks the page with the theme until the returned function is called. */
export function markTheme(theme: PaintedTheme): () => void {
  const root = document.documentElement;
  root.dataset.theme = theme;
  return () => delete root.dataset.theme;
}
