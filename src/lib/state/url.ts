/**
 * A scene as a query string and back. Decoding never throws: a value that cannot be used gives a
 * notice, and the rest of the scene stands. Encoding writes what differs from the base, in one fixed
 * order, so that `encode(decode(x))` is stable and `decode(encode(scene))` is the scene.
 */
import {
  type BootSettings,
  type Camera,
  LENSES,
  type Lens,
  MAX_INSTANCES,
  MAX_SIDE_BY_SIDE,
  MOTIONS,
  OVERLAYS,
  type Overlay,
  type Scene,
  THEMES,
} from '../model/scene.ts';
import { LATER_LENSES, noteUnknownKeys } from './url-keys.ts';
import { type Notice, NoticeList } from './url-notice.ts';
import { formatQuery, parseQuery } from './url-query.ts';
import { formatStack, formatStacks, type KnownStacks, readStacks } from './url-stacks.ts';
import { parseNumber, readNumber, readSwitch, readWord, type Reading } from './url-values.ts';

export type { Notice };

/** What can be named in a URL. */
export interface KnownNames {
  readonly stacks: KnownStacks;
  /** Ids of start-up studies. */
  readonly studies: readonly string[];
  /** Languages that there is a catalogue for; default English. */
  readonly languages?: readonly string[];
}

export interface DecodedScene {
  readonly scene: Scene;
  readonly notices: readonly Notice[];
}

/** The longest playhead that a URL may name, ms: eleven days. */
const MAX_T_MS = 1e9;
const RANGES = {
  n: { min: 1, max: MAX_INSTANCES, isWhole: true },
  t: { min: 0, max: MAX_T_MS },
  step: { min: 1, max: 999, isWhole: true },
  speed: { min: 1e-7, max: 1000 },
  camPlace: { min: -2, max: 3 },
  camZoom: { min: 0.5, max: 16 },
} as const;

const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i;
const LAYER_PATH = /^[a-z0-9][a-z0-9-]*(?::[a-z0-9-]+)?(?:\/[a-z0-9][a-z0-9._-]*)+$/i;
const MAX_PATH_LENGTH = 200;

/**
 * @param base what stands where the query says nothing: a named scene, or the empty one.
 * @returns a valid scene for any input, and what could not be used.
 */
export function decodeScene(
  search: string | URLSearchParams,
  base: Scene,
  known: KnownNames,
): DecodedScene {
  const notices = new NoticeList();
  const query = parseQuery(search, notices);
  const reading: Reading = { query, notices };
  const stacks = readStacks(reading, known.stacks, base.stacks);
  const lens = readLens(reading, base.lens);
  const hasNewStep = query.has('step') && !query.has('t');
  const scene: Scene = {
    stacks,
    lens,
    overlays: readOverlays(reading, base.overlays),
    n: readNumber(reading, 'n', RANGES.n, base.n),
    tMs: readNumber(reading, 't', RANGES.t, hasNewStep ? null : base.tMs),
    step: readNumber(reading, 'step', RANGES.step, base.step),
    play: readSwitch(reading, 'play', base.play),
    speed: readNumber(reading, 'speed', RANGES.speed, base.speed),
    camera: readCamera(reading, base.camera),
    select: readSelect(reading, stacks.map(formatStack), base.select),
    theme: readWord(reading, 'theme', THEMES, base.theme),
    lang: readLanguage(reading, known.languages ?? ['en'], base.lang),
    motion: readWord(reading, 'motion', MOTIONS, base.motion),
    view: readWord(reading, 'view', ['picture', 'table'], base.view),
    boot: readBoot(reading, known.studies, base.boot),
  };
  readWord(reading, 'v', ['1'], '1');
  if (lens === 'structure' && query.has('stacks') && stacks.length > MAX_SIDE_BY_SIDE) {
    const drawn = formatStacks(stacks.slice(0, MAX_SIDE_BY_SIDE));
    notices.add('too-many-side-by-side', 'stacks', formatStacks(stacks), drawn);
  }
  noteUnknownKeys(query, notices);
  return { scene, notices: notices.all };
}

/** @returns the query string of what differs from `base`, without `?`; empty if nothing does. */
export function encodeScene(scene: Scene, base: Scene): string {
  const pairs: [string, string][] = [];
  const write = (key: string, value: string, baseValue: string, isForced = false) => {
    if (value !== baseValue || isForced) pairs.push([key, value]);
  };
  const optional = (value: number | null) => (value === null ? '' : String(value));

  write('stacks', formatStacks(scene.stacks), formatStacks(base.stacks));
  write('lens', scene.lens, base.lens);
  write('show', withoutOverlays(scene.overlays, base.overlays), '');
  write('hide', withoutOverlays(base.overlays, scene.overlays), '');
  write('n', optional(scene.n), optional(base.n));
  const hasNewStep = scene.step !== base.step;
  if (!hasNewStep || scene.tMs !== null) {
    write('t', optional(scene.tMs), optional(base.tMs), hasNewStep);
  }
  write('step', optional(scene.step), optional(base.step));
  write('play', scene.play ? '1' : '0', base.play ? '1' : '0');
  write('speed', optional(scene.speed), optional(base.speed));
  write('boot.clock', scene.boot.clock, base.boot.clock);
  write('boot.axis', scene.boot.axis, base.boot.axis);
  write('boot.study', scene.boot.study ?? '', base.boot.study ?? '');
  write('cam', formatCamera(scene.camera), formatCamera(base.camera));
  write('select', scene.select ?? '', inheritedSelect(scene, base) ?? '');
  write('theme', scene.theme, base.theme);
  write('lang', scene.lang, base.lang);
  write('motion', scene.motion, base.motion);
  write('view', scene.view, base.view);
  return formatQuery(pairs);
}

/**
 * The scene with its running numbers as short as they need to be in a link: the playhead to a
 * thousandth of a ms, the camera to four digits.
 */
export function roundScene(scene: Scene): Scene {
  const round = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;
  const { camera, tMs } = scene;
  return {
    ...scene,
    tMs: tMs === null ? null : round(tMs, 3),
    camera: camera && {
      x: round(camera.x, 4),
      y: round(camera.y, 4),
      zoom: round(camera.zoom, 4),
    },
  };
}

function readLens(reading: Reading, base: Lens): Lens {
  const value = reading.query.get('lens');
  if (LATER_LENSES.some((lens) => lens === value)) {
    reading.notices.add('lens-not-built', 'lens', value ?? '', 'structure');
    return 'structure';
  }
  return readWord(reading, 'lens', LENSES, base);
}

function readOverlays(reading: Reading, base: readonly Overlay[]): readonly Overlay[] {
  const shown = readOverlayNames(reading, 'show');
  const hidden = readOverlayNames(reading, 'hide');
  for (const name of shown) {
    if (hidden.has(name)) reading.notices.add('conflict', 'show', name);
  }
  return OVERLAYS.filter((name) => (base.includes(name) || shown.has(name)) && !hidden.has(name));
}

function readOverlayNames({ query, notices }: Reading, key: string): ReadonlySet<Overlay> {
  const names = new Set<Overlay>();
  for (const name of query.get(key)?.split(',', 32) ?? []) {
    const overlay = OVERLAYS.find((candidate) => candidate === name.trim());
    if (overlay !== undefined) names.add(overlay);
    else notices.add(name === '' ? 'empty' : 'unknown-value', key, name);
  }
  return names;
}

function withoutOverlays(overlays: readonly Overlay[], others: readonly Overlay[]): string {
  return OVERLAYS.filter((name) => overlays.includes(name) && !others.includes(name)).join(',');
}

function readCamera({ query, notices }: Reading, base: Camera | null): Camera | null {
  const value = query.get('cam');
  if (value === undefined) return base;
  if (value === '') {
    if (base === null) notices.add('empty', 'cam', value);
    return null;
  }
  const [x, y, zoom, ...rest] = value
    .split(',', 4)
    .map((text, index) => parseNumber(text, index === 2 ? RANGES.camZoom : RANGES.camPlace));
  if (typeof x !== 'object' || typeof y !== 'object' || typeof zoom !== 'object' || rest.length) {
    notices.add('not-a-number', 'cam', value, formatCamera(base));
    return base;
  }
  const camera = { x: x.value, y: y.value, zoom: zoom.value };
  if (x.isClamped || y.isClamped || zoom.isClamped) {
    notices.add('out-of-range', 'cam', value, formatCamera(camera));
  }
  return camera;
}

function formatCamera(camera: Camera | null): string {
  return camera === null ? '' : `${camera.x},${camera.y},${camera.zoom}`;
}

/** Whether the layer exists is known once its stack is resolved; here, whether its stack is chosen. */
function readSelect(
  { query, notices }: Reading,
  stacks: readonly string[],
  base: string | null,
): string | null {
  const value = query.get('select');
  const isChosen = (path: string) => stacks.includes(path.split('/', 1)[0] ?? '');
  const inherited = base !== null && isChosen(base) ? base : null;
  if (value === undefined) return inherited;
  if (value === '') {
    if (inherited === null) notices.add('empty', 'select', value);
    return null;
  }
  const isPath = value.length <= MAX_PATH_LENGTH && LAYER_PATH.test(value);
  if (isPath && isChosen(value)) return value;
  notices.add(isPath ? 'not-shown' : 'unknown-value', 'select', value, inherited ?? '');
  return inherited;
}

/** What `select` is if the query does not say: the base's, as long as its stack is still there. */
function inheritedSelect(scene: Scene, base: Scene): string | null {
  const stack = base.select?.split('/', 1)[0];
  return scene.stacks.some((chosen) => formatStack(chosen) === stack) ? base.select : null;
}

function readLanguage(
  { query, notices }: Reading,
  languages: readonly string[],
  base: string,
): string {
  const value = query.get('lang');
  if (value === undefined) return base;
  const primary = value.split('-', 1)[0]?.toLowerCase() ?? '';
  if (LANGUAGE.test(value) && languages.includes(primary)) return value;
  notices.add(value === '' ? 'empty' : 'unknown-value', 'lang', value, base);
  return base;
}

function readBoot(reading: Reading, studies: readonly string[], base: BootSettings): BootSettings {
  return {
    clock: readWord(reading, 'boot.clock', ['real', 'slow', 'decade'], base.clock),
    axis: readWord(reading, 'boot.axis', ['log', 'linear'], base.axis),
    study: readStudy(reading, studies, base.study),
  };
}

function readStudy(
  reading: Reading,
  studies: readonly string[],
  base: string | null,
): string | null {
  if (reading.query.get('boot.study') === '' && base !== null) return null;
  const study = readWord(reading, 'boot.study', ['all', ...studies], base ?? '');
  return study === '' ? null : study;
}
