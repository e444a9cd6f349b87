/** Checks what a page hands to `mount`, and writes the frame's address from it. */
import type { MountOptions } from './embed.ts';
import { embedError } from './embed-error.ts';

/** @returns whether a value will do, or what is expected in its place */
type Check = (value: unknown) => true | string;

const oneOf =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value) || `one of ${words.join(', ')}`;
const number =
  (min: number, max: number, isWhole = false): Check =>
  (value) =>
    (typeof value === 'number' &&
      value >= min &&
      value <= max &&
      (!isWhole || Number.isInteger(value))) ||
    `a ${isWhole ? 'whole ' : ''}number from ${min}${max === Infinity ? '' : ` to ${max}`}`;
const flag: Check = (value) => typeof value === 'boolean' || 'true or false';
const text: Check = (value) => (typeof value === 'string' && value.trim() !== '') || 'a text';
const texts: Check = (value) =>
  text(value) === true ||
  (Array.isArray(value) && value.length > 0 && value.every((one) => text(one) === true)) ||
  'a text or a list of texts';

/** `id`, `query` or `id?query`. */
const SCENE = /^(?:([a-z\d][a-z\d-]*)(?:\?|$))?\??([^#?]*=[^#]*)?$/;

/** These become keys of the address, under the same name. */
const IN_ADDRESS: Readonly<Record<string, Check>> = {
  stacks: texts,
  lens: oneOf('structure', 'boot', 'size', 'isolation', 'path', 'kernel', 'manage'),
  show: texts,
  hide: texts,
  n: number(1, 100_000, true),
  t: number(0, Infinity),
  step: number(1, Infinity, true),
  play: flag,
  speed: number(1e-7, 1000),
  cam: text,
  select: text,
  theme: oneOf('auto', 'light', 'dark', 'projector', 'contrast'),
  lang: text,
  motion: oneOf('auto', 'reduce', 'full'),
  view: oneOf('picture', 'table'),
  own: text,
  controls: oneOf('full', 'min', 'none'),
  autoheight: flag,
  links: flag,
  xapi: flag,
  host: oneOf('reveal'),
};

/** These are for the frame's element, or make up the address as a whole. */
const OF_FRAME: Readonly<Record<string, Check>> = {
  scene: (value) =>
    (typeof value === 'string' && SCENE.test(value)) ||
    'the id of a named scene, or a query such as "stacks=docker-linux"',
  settings: (value) =>
    (typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(([key, one]) => /^\w+\.\w+$/.test(key) && isPlain(one))) ||
    'an object such as { "boot.axis": "log" }',
  base: (value) => isAddress(value) || 'the address of a Strata site',
  title: text,
  aspectRatio: text,
  loading: oneOf('lazy', 'eager'),
  sandbox: (value) =>
    (typeof value === 'string' && value.split(/\s+/).includes('allow-scripts')) ||
    'a text with allow-scripts in it',
  timeoutMs: number(1, 2 ** 31 - 1),
};
const CHECKS = { ...IN_ADDRESS, ...OF_FRAME };

/** All that `mount` takes, in the order of `/docs/embed`. */
export const OPTION_NAMES = Object.keys(CHECKS);

/** Read while the module is evaluated: a classic script knows where it came from only then. */
const HERE = import.meta.url;

/** Modules of a site know where it stands; copies that a bundler took in do not. */
const OWN_PLACE = /\/sdk\/(?:v1\/)?(?:embed|element|strata)\.js(?:[?#].*)?$/;

/** What came out of the check. */
export interface ReadOptions {
  readonly element: Element;
  /** Start of the Strata site, with a slash at its end. */
  readonly base: URL;
}

/** @throws {EmbedError} `bad-option` */
export function readOptions(target: Element | string, options: MountOptions): ReadOptions {
  for (const [name, value] of Object.entries(options)) checkOption(name, value);
  const element = typeof target === 'string' ? document.querySelector(target) : target;
  if (!(element instanceof Element)) {
    throw embedError('bad-option', `there is no element ${shown(target)} to put the frame into.`);
  }
  return { element, base: baseOf(options.base) };
}

/** @throws {EmbedError} `bad-option` */
export function checkOption(name: string, value: unknown): void {
  if (value === undefined) return;
  const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
  if (!check) {
    throw embedError(
      'bad-option',
      `there is no option ${shown(name)}. There are: ${OPTION_NAMES.join(', ')}.`,
    );
  }
  const expected = check(value);
  if (expected !== true) {
    throw embedError('bad-option', `option "${name}" must be ${expected}; it is ${shown(value)}.`);
  }
}

/**
 * @param base absolute, or relative to the page; without it the place of this module decides
 * @throws {EmbedError} `bad-option` when nothing says where Strata stands
 */
export function baseOf(base: string | undefined): URL {
  checkOption('base', base);
  if (base !== undefined) return new URL(base.replace(/\/*$/, '/'), document.baseURI);
  const site = siteAt(HERE);
  if (site) return site;
  throw embedError(
    'bad-option',
    'option "base" is needed: the address of a Strata site. This module was not loaded from one.',
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
  const [, id, scene = ''] = SCENE.exec(options.scene ?? '') ?? [];
  const url = new URL(id === undefined ? 'embed' : `embed/${id}`, base);
  const query = new URLSearchParams(scene);
  const given = { ...options, ...options.settings };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || name in OF_FRAME) continue;
    query.set(name, typeof value === 'boolean' ? String(Number(value)) : String(value));
  }
  // A page opened as a file has no origin to be told from another by.
  if (/^https?:/.test(origin)) query.set('origin', origin);
  url.search = String(query).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
  return url.href;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value);
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && URL.canParse(value, document.baseURI);
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
