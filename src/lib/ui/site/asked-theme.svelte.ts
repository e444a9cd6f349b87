/** The theme that a page's address asks for: it holds while it stands there, and changes no preference. */
import { en } from '#lib/content/locales/en/index.ts';
import type { Theme } from '#lib/model/scene.ts';
import { askedTheme, withoutTheme } from '#lib/state/asked-theme.ts';
import { createAddress, searchShown } from '../address.ts';

export class AskedTheme {
  #theme = $state.raw<Theme>('auto');
  #notice = $state.raw<string | null>(null);

  /** `auto`: the reader's own choice holds. */
  get theme(): Theme {
    return this.#theme;
  }
  /** That the address asks for a theme that there is not, in words; null: all is well. */
  get notice(): string | null {
    return this.#notice;
  }

  /** @param search the query string of the page */
  read(search: string): void {
    const { theme, notice } = askedTheme(search);
    this.#theme = theme;
    this.#notice = notice && en.notices.byCode[notice.code](notice);
  }

  /** The notice was read. */
  hear(): void {
    this.#notice = null;
  }

  /** The reader has chosen: the address asks for nothing any more. */
  forget(): void {
    this.#theme = 'auto';
    this.#notice = null;
    const search = searchShown();
    const query = withoutTheme(search);
    if (!new URLSearchParams(search).has('theme')) return;
    const address = createAddress();
    address.write(() => query, 'replace');
    address.flush();
    address.destroy();
  }
}
