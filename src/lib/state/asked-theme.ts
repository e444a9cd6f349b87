/** The theme that the address of a page without a scene asks for. */
import { type Theme, THEMES } from '../model/scene.ts';
import { type Notice, NoticeList } from './url-notice.ts';
import { formatQuery } from './url-query.ts';
import { readWord } from './url-values.ts';

const KEY = 'theme';

export interface AskedTheme {
  /** `auto`: the reader's own choice holds. */
  readonly theme: Theme;
  /** What the address asks for and is no theme; null: all is well. */
  readonly notice: Notice | null;
}

/**
 * Never throws.
 * @param search the query string, with or without `?`; what else it says is not looked at
 */
export function askedTheme(search: string): AskedTheme {
  const notices = new NoticeList();
  const value = new URLSearchParams(search).get(KEY);
  const query = new Map(value === null ? [] : [[KEY, value]]);
  const theme = readWord({ query, notices }, KEY, THEMES, 'auto');
  return { theme, notice: notices.all[0] ?? null };
}

/** @returns the query string without its theme and without `?`; all else stays */
export function withoutTheme(search: string): string {
  return formatQuery([...new URLSearchParams(search)].filter(([key]) => key !== KEY));
}
