/**
 * Writes the frame's address from what a page hands to `mount`. What stands in the address is not looked
 * at here: the frame reads it like any address, uses the rest, and says what it could not use.
 */
import { splitScene } from '../scene-text.ts';
import type { EmbedEvents, MountOptions } from './embed.ts';
import { embedError } from './embed-error.ts';

/** What is wrong with a value that gave way to the default, told as the frame tells of its own. */
export type Fault = EmbedEvents['error'];

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Of the frame's element. All other options become keys of the address: the frame reads those. */
const OF_ELEMENT: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  title: [isText, 'a text'],
  aspectRatio: [
    (value) => isText(value) && CSS.supports('aspect-ratio', String(value)),
    'an aspect-ratio of CSS, such as 4 / 3',
  ],
  loading: [(value) => value === 'lazy' || value === 'eager', 'lazy or eager'],
  sandbox: [
    (value) => isText(value) && String(value).split(/\s+/).includes('allow-scripts'),
    'a text with allow-scripts in it: without scripts the frame has words alone',
  ],
  timeoutMs: [
    (value) => typeof value === 'number' && value >= 1 && value < 2 ** 31,
    'a number of ms, 1 or more',
  ],
};
/** These make up the address. */
const ADDRESS: readonly string[] = ['scene', 'settings', 'base'];

/** Read while the module is evaluated: a classic script knows where it came from only then. */
const HERE = import.meta.url;

/** Modules of a site know where it stands; copies that a bundler took in do not. */
const OWN_PLACE = /\/sdk\/(?:v1\/)?(?:embed|element|strata)\.js(?:[?#].*)?$/;

/** What came out of the check. */
export interface ReadOptions {
  readonly element: Element;
  /** Start of the Strata site, with a slash at its end. */
  readonly base: URL;
  /** The options without those that cannot be used. */
  readonly options: MountOptions;
  readonly faults: readonly Fault[];
}

/** @throws {EmbedError} `bad-option` where there is no place for a frame, or nothing to lead it to */
export function readOptions(target: Element | string, given: MountOptions): ReadOptions {
  const element = typeof target === 'string' ? document.querySelector(target) : target;
  if (!(element instanceof Element)) {
    throw embedError('bad-option', `there is no element ${shown(target)} to put the frame into.`);
  }
  const faults: Fault[] = [];
  const usable = Object.entries(given).filter(([name, value]) => {
    const [isRight, expected] = (Object.hasOwn(OF_ELEMENT, name) && OF_ELEMENT[name]) || [];
    if (value === undefined || isRight?.(value) !== false) return true;
    const message = `${name} must be ${expected}; got ${shown(value)}`;
    faults.push({ code: 'bad-value', field: name, message });
    // A stricter sandbox than works is kept: it is not ours to open.
    return name === 'sandbox';
  });
  return { element, base: baseOf(given.base), options: Object.fromEntries(usable), faults };
}

/**
 * @param base absolute, or relative to the page; without it the place of this module decides
 * @throws {EmbedError} `bad-option` when nothing says where Strata stands
 */
export function baseOf(base: string | undefined): URL {
  if (base !== undefined) {
    const start = String(base).replace(/\/*$/, '/');
    if (base && URL.canParse(start, document.baseURI)) return new URL(start, document.baseURI);
    throw embedError('bad-option', `base must be the address of a site; got ${shown(base)}.`);
  }
  const site = siteAt(HERE);
  if (site) return site;
  throw embedError(
    'bad-option',
    'base is needed: the address of a Strata site. This module was not loaded from one.',
  );
}

/**
 * @param here address of this module
 * @returns start of the site that serves it; null when it is a copy elsewhere
 */
export function siteAt(here: string): URL | null {
  return OWN_PLACE.test(here) ? new URL(here.replace(OWN_PLACE, '/')) : null;
}

/** @returns where the frame leads */
export function frameAddress(options: MountOptions, base: URL, origin = location.origin): string {
  const { id, query: scene } = splitScene(String(options.scene ?? ''));
  const url = new URL(id ? `embed/${encodeURIComponent(id)}` : 'embed', base);
  const query = new URLSearchParams(scene);
  for (const [name, value] of Object.entries({ ...options, ...options.settings })) {
    if (value === undefined || ADDRESS.includes(name) || Object.hasOwn(OF_ELEMENT, name)) continue;
    query.set(name, String(typeof value === 'boolean' ? Number(value) : value));
  }
  // A page opened as a file has no origin to be told from another by.
  if (/^https?:/.test(origin)) query.set('origin', origin);
  url.search = String(query).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
  return url.href;
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
