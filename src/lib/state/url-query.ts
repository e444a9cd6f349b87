/** Reading and writing query strings: every key once, nothing throws, readable commas and colons. */
import type { NoticeList } from './url-notice.ts';

/** Longer query strings are cut: no scene needs them. */
const MAX_QUERY_LENGTH = 16_384;

/** Values by key; the first of repeated keys stands. A Map, so that `__proto__` is a key like any. */
export type Query = ReadonlyMap<string, string>;

/** @param search with or without a leading `?`; broken escapes become U+FFFD, which no value allows. */
export function parseQuery(search: string | URLSearchParams, notices: NoticeList): Query {
  const params =
    typeof search === 'string'
      ? new URLSearchParams(search.slice(0, MAX_QUERY_LENGTH).replace(/^\?/, ''))
      : search;
  const query = new Map<string, string>();
  for (const [key, value] of params) {
    const first = query.get(key);
    if (first === undefined) query.set(key, value);
    else if (first !== value) notices.add('repeated', key, value, first.slice(0, 60));
  }
  return query;
}

/** @returns `a=1&b=x,y`, without `?`; empty without pairs. */
export function formatQuery(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([key, value]) => `${escape(key)}=${escape(value)}`).join('&');
}

function escape(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%(?:2C|3A|2F)/g, decodeURIComponent);
}
