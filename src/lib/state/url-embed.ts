/** The parameters that only the embed reads: how the frame behaves, not what it shows. */
import { CONTROLS, DEFAULT_EMBED, type EmbedOptions } from './embed-options.ts';
import { type Notice, NoticeList } from './url-notice.ts';
import { formatQuery, parseQuery } from './url-query.ts';
import { readSwitch, readWord, type Reading } from './url-values.ts';

/** Never throws; a bad value leaves the default and a notice. Other keys are left to `decodeScene`. */
export function decodeEmbed(search: string | URLSearchParams): {
  options: EmbedOptions;
  notices: readonly Notice[];
} {
  // Repeated keys are noted by the scene's decoder.
  const query = parseQuery(search, new NoticeList());
  const notices = new NoticeList();
  const reading: Reading = { query, notices };
  const options: EmbedOptions = {
    controls: readWord(reading, 'controls', CONTROLS, DEFAULT_EMBED.controls),
    autoheight: readSwitch(reading, 'autoheight', DEFAULT_EMBED.autoheight),
    host: readWord<'reveal' | ''>(reading, 'host', ['reveal', ''], '') || null,
    links: readSwitch(reading, 'links', DEFAULT_EMBED.links),
    origin: readOrigin(reading),
    api: readSwitch(reading, 'api', DEFAULT_EMBED.api),
    xapi: readSwitch(reading, 'xapi', DEFAULT_EMBED.xapi),
  };
  return { options, notices: notices.all };
}

/** @returns what differs from the defaults, without `?`. */
export function encodeEmbed(options: EmbedOptions): string {
  const pairs: [string, string][] = [];
  if (options.controls !== DEFAULT_EMBED.controls) pairs.push(['controls', options.controls]);
  for (const key of ['autoheight', 'links', 'api', 'xapi'] as const) {
    if (options[key] !== DEFAULT_EMBED[key]) pairs.push([key, options[key] ? '1' : '0']);
  }
  if (options.host !== null) pairs.push(['host', options.host]);
  if (options.origin !== null) pairs.push(['origin', options.origin]);
  return formatQuery(pairs);
}

function readOrigin({ query, notices }: Reading): string | null {
  const value = query.get('origin');
  if (value === undefined) return null;
  const origin = parseOrigin(value);
  if (origin === null) notices.add(value === '' ? 'empty' : 'unknown-value', 'origin', value);
  return origin;
}

/** An http(s) origin in the form in which messages carry it; anything more than an origin is none. */
function parseOrigin(value: string): string | null {
  if (!/^https?:\/\/[^/?#@\\\s]+\/?$/i.test(value) || !URL.canParse(value)) return null;
  return new URL(value).origin;
}
