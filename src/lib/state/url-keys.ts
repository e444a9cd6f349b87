/** The keys of a URL: which are read here, which elsewhere, and which may come later. */
import type { NoticeList } from './url-notice.ts';
import type { Query } from './url-query.ts';
import { SETTING_KEYS } from './url-settings.ts';

/** Read by the scene's decoder. */
export const SCENE_KEYS = [
  'stacks',
  'lens',
  'show',
  'hide',
  'n',
  't',
  'step',
  'play',
  'speed',
  'cam',
  'select',
  'theme',
  'lang',
  'motion',
  'view',
  'v',
  // Read by `state/own-link.ts`, which is loaded when the key is there.
  'own',
] as const;

/** Read by the embed's decoder, and without effect elsewhere. */
export const EMBED_KEYS = [
  'controls',
  'autoheight',
  'host',
  'links',
  'origin',
  'api',
  'xapi',
] as const;

const LATER_KEYS: ReadonlySet<string> = new Set(['print']);
const TRACKING = /^(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_[a-z]+|ref|_ga)$/;
const OWN_KEYS: ReadonlySet<string> = new Set<string>([
  ...SCENE_KEYS,
  ...SETTING_KEYS,
  ...EMBED_KEYS,
]);

/** Notes every key that nobody reads and that is neither reserved nor a tracker's. */
export function noteUnknownKeys(query: Query, notices: NoticeList): void {
  for (const [key, value] of query) {
    const isKnown = OWN_KEYS.has(key) || LATER_KEYS.has(key);
    if (isKnown || TRACKING.test(key)) continue;
    notices.add('unknown-parameter', key, value);
  }
}
