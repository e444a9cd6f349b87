/** How a page that is no stage looks: as its address asks, else as the reader has chosen. */
import type { Theme } from '#lib/model/scene.ts';
import type { PaintedTheme } from '#lib/state/prefs.svelte.ts';
import { Appearance } from '../appearance.svelte.ts';
import { AskedTheme } from './asked-theme.svelte.ts';

export class SiteLook {
  readonly appearance = new Appearance();
  readonly asked = new AskedTheme();

  /** What is painted. */
  get theme(): PaintedTheme {
    return this.appearance.themeOf(this.asked);
  }
  /** What the menu shows as chosen. */
  get chosen(): Theme {
    return this.appearance.chosenThemeOf(this.asked);
  }

  /** The reader's own choice goes before the address's. */
  choose(theme: Theme): void {
    this.appearance.prefs.setTheme(theme);
    this.asked.forget();
  }
}
