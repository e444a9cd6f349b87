/** How hosts learn a frame's height: our own word, LTI, WordPress and H5P. */
import type { HostLink } from '../host-link.ts';
import { fieldOf, type Adapter } from './adapter.ts';

/** Our own `resize`, and both forms of the one that learning platforms know. */
export function tellingHeight(link: HostLink): Adapter {
  return {
    height(height) {
      link.sendToAny({ app: 'strata', v: 1, type: 'resize', height });
      for (const subject of ['lti.frameResize', 'org.imsglobal.lti.frameResize'])
        link.sendToAny({ subject, height });
    },
  };
}

/** Beyond these a WordPress page takes the limit itself, px. */
const WORDPRESS_PX = { least: 200, most: 1000 };
const SECRET = /^#\?secret=([a-z0-9]{1,40})$/i;

/**
 * WordPress gives each frame a secret in its hash, by which its page tells them apart.
 * @param hash of the frame's address as the host set it
 * @returns null where the host is none
 */
export function wordpress(link: HostLink, hash: string): Adapter | null {
  const secret = SECRET.exec(hash)?.[1];
  if (secret === undefined) return null;
  let value: number | null = null;
  const tell = (): void => {
    if (value !== null) link.sendToAny({ message: 'height', value, secret });
  };
  return {
    hear(message) {
      if (fieldOf(message, 'message') !== 'ready' || fieldOf(message, 'secret') !== secret)
        return false;
      tell();
      return true;
    },
    height(px) {
      value = Math.min(WORDPRESS_PX.most, Math.max(WORDPRESS_PX.least, px));
      tell();
    },
  };
}

/**
 * H5P's resizer: a greeting, then a question whether the height may change, then the height. Its page asks
 * again when it changes its own width.
 * @param heightNow height that the frame has, px
 * @param greets the frame speaks first
 */
export function h5p(link: HostLink, heightNow: () => number, greets: boolean): Adapter {
  let wantedPx: number | null = null;
  let isFriend = false;
  const say = (action: string, fields: object = {}): void =>
    link.sendToAny({ context: 'h5p', action, ...fields });
  const ask = (): void => {
    if (wantedPx === null || !isFriend) return;
    say('prepareResize', { scrollHeight: wantedPx, clientHeight: heightNow() });
  };
  const answers: Readonly<Record<string, () => void>> = {
    hello() {
      isFriend = true;
      ask();
    },
    // Its page says so to the frames that it takes for its own.
    ready: () => say('hello'),
    resize: ask,
    // Older resizers read `height`.
    resizePrepared: () => say('resize', { scrollHeight: wantedPx, height: wantedPx }),
  };
  return {
    start: () => greets && say('hello'),
    hear(message) {
      const action = fieldOf(message, 'action');
      if (fieldOf(message, 'context') !== 'h5p' || typeof action !== 'string') return false;
      if (!Object.hasOwn(answers, action)) return false;
      answers[action]?.();
      return true;
    },
    height(px) {
      wantedPx = px;
      ask();
    },
  };
}
