/** What reads, writes and opens addresses: loaded for one that says something, and for the way out. */
export { knownNames } from '#lib/state/known-names.ts';
export { decodeScene, encodeScene } from '#lib/state/url.ts';
export { decodeEmbed } from '#lib/state/url-embed.ts';
export { openPage } from './open-page.ts';
