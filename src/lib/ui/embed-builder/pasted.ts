/** Reads what somebody pastes as a scene: an address of Strata, or the HTML of one of its frames. */
import { findNamedScene } from '#lib/content/named-scenes.ts';

/** Why it is no scene, and the part of it that says so. */
export type PastedIssue =
  | { readonly code: 'empty' | 'no-address' | 'broken' | 'no-scene' | 'no-stacks' }
  /** Another site's. */
  | { readonly code: 'other-site'; readonly part: string }
  /** A page of Strata that shows no scene of its own. */
  | { readonly code: 'other-page'; readonly part: string }
  | { readonly code: 'unknown-scene'; readonly part: string };

/** `query`: as the builder's own address has it. */
export type Pasted =
  | { readonly ok: true; readonly query: string }
  | { readonly ok: false; readonly issue: PastedIssue };

/** Where this Strata stands. */
export interface Place {
  /** Whole addresses of its start pages, without a slash at the end. */
  readonly starts: readonly string[];
}

/** Longer texts are no address. */
const MAX_LENGTH = 20_000;
/** The longest part that is repeated to the reader, in UTF-16 units. */
const MAX_SHOWN = 60;

/** Never throws. */
export function readPasted(text: string, { starts }: Place): Pasted {
  const asked = addressIn(text.slice(0, MAX_LENGTH));
  if (asked === '') return issue({ code: 'empty' });
  const [first = ''] = starts;
  // What lacks a host is taken as of this site: "/explore/…", "?stacks=…".
  const isRelative = /^[/?]/.test(asked) && !asked.startsWith('//');
  const address = asked.startsWith('?') ? `${first}/explore${asked}` : asked;
  const url = parseUrl(isRelative ? whole(address, first) : address);
  if (url === null) return issue({ code: 'no-address' });
  const start = starts.find((one) => isUnder(url, one));
  if (start === undefined)
    return issue({ code: 'other-site', part: shorten(url.host + pathIn(url)) });
  return sceneAt(url, url.pathname.slice(new URL(start).pathname.replace(/\/$/, '').length));
}

/** @param path after the start of the site, with a leading slash */
function sceneAt(url: URL, path: string): Pasted {
  const [, page, name = ''] =
    /^\/(explore|embed|present|embed-builder)(?:\/([^/]*))?\/?$/.exec(path) ?? [];
  const hasName = name !== '';
  if (page === undefined || (page === 'present' && hasName)) {
    return issue({ code: 'other-page', part: shorten(path) });
  }
  const query = new URLSearchParams(url.search);
  if (hasName) {
    const id = decoded(name);
    if (id === null) return issue({ code: 'broken' });
    if (findNamedScene(id) === undefined)
      return issue({ code: 'unknown-scene', part: shorten(id) });
    query.set('scene', id);
  }
  if (!query.has('scene') && !query.has('stacks')) return issue({ code: 'no-scene' });
  if (!query.has('scene') && query.get('stacks')?.trim() === '')
    return issue({ code: 'no-stacks' });
  return { ok: true, query: query.toString() };
}

/** The address in a frame's HTML, or the text itself. */
function addressIn(text: string): string {
  const [, , source] = /<(?:iframe)\b[^>]*?\s(?:data-)?src=(["'])(.*?)\1/is.exec(text) ?? [];
  return (source ?? text).replaceAll('&amp;', '&').trim();
}

/** `/explore` with the site's base path, whether the text has it or not. */
function whole(path: string, start: string): string {
  if (start === '') return path;
  const url = parseUrl(start);
  if (url === null) return path;
  const base = url.pathname.replace(/\/$/, '');
  const hasBase = base !== '' && (path === base || path.startsWith(`${base}/`));
  return path.startsWith(start) ? path : `${hasBase ? url.origin : start}${path}`;
}

function isUnder(url: URL, start: string): boolean {
  const at = parseUrl(start);
  if (at === null || at.host !== url.host) return false;
  const base = at.pathname.replace(/\/$/, '');
  return url.pathname === base || url.pathname.startsWith(`${base}/`);
}

function parseUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) ? url : null;
}

function pathIn(url: URL): string {
  return url.pathname === '/' ? '' : url.pathname;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function shorten(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1).toWellFormed()}…` : text;
}

function issue(of: PastedIssue): Pasted {
  return { ok: false, issue: of };
}
