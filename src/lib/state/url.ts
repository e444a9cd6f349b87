/**
 * A scene as a query string and back. Decoding never throws: a value that cannot be used gives a
 * notice, and the rest of the scene stands. Encoding writes what differs from the base, in one fixed
 * order, so that `encode(decode(x))` is stable and `decode(encode(scene))` is the scene.
 */
import {
  LENSES,
  MAX_INSTANCES,
  MAX_SIDE_BY_SIDE,
  MOTIONS,
  type Scene,
  THEMES,
} from '../model/scene.ts';
import { lensEntry } from './lenses.ts';
import {
  formatCamera,
  inheritedSelect,
  readCamera,
  readLanguage,
  readOverlays,
  readSelect,
  withoutOverlays,
} from './url-fields.ts';
import { noteUnknownKeys } from './url-keys.ts';
import { readSettings, settingPairs } from './url-settings.ts';
import { type Notice, NoticeList } from './url-notice.ts';
import { formatQuery, parseQuery } from './url-query.ts';
import { formatStack, formatStacks, type KnownStacks, readStacks } from './url-stacks.ts';
import { readNumber, readSwitch, readWord, type Reading } from './url-values.ts';

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

/** How long a picture's time is, is known once it is drawn: the explorer says what lies beyond it. */
const MAX_T_MS = Number.MAX_VALUE;
const MAX_STEP = 1e6;
/** Bounds of the numbers of a scene. */
export const RANGES = {
  n: { min: 1, max: MAX_INSTANCES, isWhole: true },
  t: { min: 0, max: MAX_T_MS },
  step: { min: 1, max: MAX_STEP, isWhole: true },
  speed: { min: 1e-7, max: 1000 },
} as const;

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
  const lens = readWord(reading, 'lens', LENSES, base.lens);
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
    ...readSettings(reading, known.studies, base),
  };
  readWord(reading, 'v', ['1'], '1');
  const { most = MAX_SIDE_BY_SIDE } = lensEntry(scene);
  if (query.has('stacks') && stacks.length > most) {
    const drawn = formatStacks(stacks.slice(0, most));
    notices.addKnown('too-many-side-by-side', 'stacks', formatStacks(stacks), drawn);
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
  for (const [key, value, baseValue] of settingPairs(scene, base)) write(key, value, baseValue);
  write('cam', formatCamera(scene.camera), formatCamera(base.camera));
  write('select', scene.select ?? '', inheritedSelect(scene, base) ?? '');
  write('theme', scene.theme, base.theme);
  write('lang', scene.lang, base.lang);
  write('motion', scene.motion, base.motion);
  write('view', scene.view, base.view);
  return formatQuery(pairs);
}
