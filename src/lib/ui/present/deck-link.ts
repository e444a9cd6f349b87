/**
 * How the windows of one talk hear each other: by a channel that all pages of this site share; where
 * there is none, by messages between a window and the one that opened it.
 */
import type { DeckMessage } from '#lib/state/deck-parse.ts';

export interface DeckLink {
  /** How messages go; `none`: no other window can be reached. */
  readonly way: 'channel' | 'opener' | 'none';
  send(message: DeckMessage): void;
  /** Where there is no channel, the window that was opened. */
  adopt(other: Window): void;
  close(): void;
}

/** Marks our messages among those that a page may get from anywhere. */
const APP = 'strata-talk';

/**
 * @param talk key of the talk: windows of another talk are not heard
 * @param hear gets what was said, unchecked
 */
export function createDeckLink(talk: string, hear: (said: unknown) => void): DeckLink {
  if (typeof BroadcastChannel === 'function') {
    const channel = new BroadcastChannel(`${APP}.${talk}`);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => hear(data);
    return {
      way: 'channel',
      send: (message) => channel.postMessage(message),
      adopt: () => undefined,
      close: () => channel.close(),
    };
  }
  return byOpener(talk, hear);
}

function byOpener(talk: string, hear: (said: unknown) => void): DeckLink {
  const opener: unknown = window.opener;
  let other: Window | null = isWindow(opener) ? opener : null;
  const listen = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (origin !== location.origin || !isOurs(data, talk)) return;
    // A page that was loaded anew finds the other one by what it says.
    if (isWindow(source)) other = source;
    hear(data.said);
  };
  window.addEventListener('message', listen);
  return {
    get way() {
      return other === null ? 'none' : 'opener';
    },
    send(message) {
      if (other === null || other.closed) return;
      other.postMessage({ app: APP, talk, said: message }, location.origin);
    },
    adopt(opened) {
      other = opened;
    },
    close: () => window.removeEventListener('message', listen),
  };
}

function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'closed' in value;
}

function isOurs(data: unknown, talk: string): data is { readonly said: unknown } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'app' in data &&
    data.app === APP &&
    'talk' in data &&
    data.talk === talk &&
    'said' in data
  );
}
