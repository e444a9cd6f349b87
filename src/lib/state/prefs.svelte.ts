/**
 * What a reader prefers on this device: theme and motion. A link may ask for something else; it then
 * holds for the scene and changes no preference.
 */
import { type Motion, MOTIONS, type Theme, THEMES } from '../model/scene.ts';
import { browserStorage, type SafeStorage } from './safe-storage.ts';

/** What the system asks for, as media queries tell it. */
export interface SystemWishes {
  readonly isDark: boolean;
  readonly wantsContrast: boolean;
  readonly wantsReducedMotion: boolean;
}

export type PaintedTheme = Exclude<Theme, 'auto'>;

/** @returns the theme to paint: the scene's, else the preferred one, else what the system asks for. */
export function resolveTheme(scene: Theme, preferred: Theme, system: SystemWishes): PaintedTheme {
  const chosen = scene === 'auto' ? preferred : scene;
  if (chosen !== 'auto') return chosen;
  if (system.wantsContrast) return 'contrast';
  return system.isDark ? 'dark' : 'light';
}

/** @returns true when nothing may travel. */
export function resolveMotion(scene: Motion, preferred: Motion, system: SystemWishes): boolean {
  const chosen = scene === 'auto' ? preferred : scene;
  return chosen === 'auto' ? system.wantsReducedMotion : chosen === 'reduce';
}

export class Prefs {
  #theme = $state.raw<Theme>('auto');
  #motion = $state.raw<Motion>('auto');
  readonly #storage: SafeStorage;

  constructor(storage: SafeStorage = browserStorage()) {
    this.#storage = storage;
    this.reload();
  }

  get theme(): Theme {
    return this.#theme;
  }
  get motion(): Motion {
    return this.#motion;
  }

  /** Reads what is stored; another tab may have changed it. What is not a known word is `auto`. */
  reload(): void {
    this.#theme = wordOf(THEMES, this.#storage.get('theme'));
    this.#motion = wordOf(MOTIONS, this.#storage.get('motion'));
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#storage.set('theme', theme === 'auto' ? null : theme);
  }

  setMotion(motion: Motion): void {
    this.#motion = motion;
    this.#storage.set('motion', motion === 'auto' ? null : motion);
  }
}

function wordOf<Word extends string>(words: readonly Word[], stored: string | null): Word | 'auto' {
  return words.find((word) => word === stored) ?? 'auto';
}
