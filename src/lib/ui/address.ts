/** The one place that writes the address bar. Rewriting is put off while something is being dragged. */
import { pushState, replaceState } from '$app/navigation';
import type { ChangeKind } from '#lib/state/explorer.svelte.ts';

/** Browsers refuse more than some hundred rewrites in half a minute. */
const QUIET_MS = 250;

let isLeaving = false;

/**
 * While the router goes back or on to another page nothing is written: the address is already that page's,
 * and the one that is left may still be playing.
 */
export function holdAddresses(isHeld: boolean): void {
  isLeaving = isHeld;
}

export interface Address {
  /** @param query gives the query string when it is written, without `?` */
  write(query: () => string, kind: ChangeKind): void;
  /** Writes what is put off, at once. */
  flush(): void;
  destroy(): void;
}

/**
 * The query string of the page, with `?`. That of a lesson saved as a file stands in its hash: browsers let
 * nothing else of such an address change.
 */
export function searchShown(): string {
  const { search, hash } = location;
  if (!isFile()) return search;
  return /^#\w+=/.test(hash) ? `?${hash.slice(1)}` : '';
}

/** @returns what leads to a query string of this very page, relative to it */
export function hrefShown(query: string): string {
  return `${isFile() ? '#' : '?'}${query}`;
}

function isFile(): boolean {
  return !/^https?:$/.test(location.protocol);
}

export function createAddress(): Address {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: (() => string) | null = null;
  /** The page that what is put off belongs to. */
  let page = '';
  let isDestroyed = false;

  const put = (query: string, kind: ChangeKind): void => {
    const search = query === '' ? '' : `?${query}`;
    if (isDestroyed || isLeaving || search === searchShown()) return;
    const url = `${location.pathname}${search}`;
    try {
      if (kind === 'push') pushState(url, {});
      else replaceState(url, {});
    } catch {
      // A frame without an origin may not: the picture does not depend on it.
    }
  };
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const query = waiting;
    waiting = null;
    // Who has gone back meanwhile is at another page's address: that one stays as it is.
    if (query && location.pathname === page) put(query(), 'replace');
  };

  return {
    write(query, kind) {
      if (isDestroyed) return;
      if (kind === 'push') {
        if (timer !== null) clearTimeout(timer);
        timer = null;
        waiting = null;
        put(query(), 'push');
        return;
      }
      waiting = query;
      page = location.pathname;
      timer ??= setTimeout(flush, QUIET_MS);
    },
    flush,
    destroy() {
      isDestroyed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
