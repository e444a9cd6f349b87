/** The scene's fields that need more than a word or a number: lens, overlays, camera, selection … */
import { type Camera, OVERLAYS, type Overlay, type Scene } from '../model/scene.ts';
import { formatStack } from './url-stacks.ts';
import { parseNumber, type Reading } from './url-values.ts';

/** The middle of the view lies in the picture, so that something of it is always seen. */
const CAM_PLACE = { min: 0, max: 1 } as const;
const CAM_ZOOM = { min: 0.5, max: 16 } as const;
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i;
const LAYER_PATH = /^[a-z0-9][a-z0-9-]*(?::[a-z0-9-]+)?(?:\/[a-z0-9][a-z0-9._-]*)+$/i;
const MAX_PATH_LENGTH = 200;

/** `show` and `hide`, relative to the base; in the order of {@link OVERLAYS}. */
export function readOverlays(reading: Reading, base: readonly Overlay[]): readonly Overlay[] {
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

/** @returns names of `overlays` that are not among `others`, as in a URL. */
export function withoutOverlays(overlays: readonly Overlay[], others: readonly Overlay[]): string {
  return OVERLAYS.filter((name) => overlays.includes(name) && !others.includes(name)).join(',');
}

/** `x,y,zoom`, clamped; without a value the fitted view. */
export function readCamera({ query, notices }: Reading, base: Camera | null): Camera | null {
  const value = query.get('cam');
  if (value === undefined) return base;
  if (value === '') {
    if (base === null) notices.add('empty', 'cam', value);
    return null;
  }
  const [x, y, zoom, ...rest] = value
    .split(',', 4)
    .map((text, index) => parseNumber(text, index === 2 ? CAM_ZOOM : CAM_PLACE));
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

/** @returns `x,y,zoom`, or nothing for the fitted view. */
export function formatCamera(camera: Camera | null): string {
  return camera === null ? '' : `${camera.x},${camera.y},${camera.zoom}`;
}

/** Whether the layer exists is known once its stack is resolved; here, whether its stack is chosen. */
export function readSelect(
  { query, notices }: Reading,
  stacks: readonly string[],
  base: string | null,
): string | null {
  const value = query.get('select');
  const isChosen = (path: string) => stacks.includes(path.split('/', 1)[0] ?? '');
  const inherited = base !== null && isChosen(base) ? base : null;
  if (value === undefined) return inherited;
  if (value === '') {
    if (base === null) notices.add('empty', 'select', value);
    return null;
  }
  const isPath = value.length <= MAX_PATH_LENGTH && LAYER_PATH.test(value);
  if (isPath && isChosen(value)) return value;
  notices.add(isPath ? 'not-shown' : 'unknown-value', 'select', value, inherited ?? '');
  return inherited;
}

/** What `select` is if the query does not say: the base's, as long as its stack is still there. */
export function inheritedSelect(scene: Scene, base: Scene): string | null {
  const stack = base.select?.split('/', 1)[0];
  return scene.stacks.some((chosen) => formatStack(chosen) === stack) ? base.select : null;
}

/** A BCP 47 tag whose language there is a catalogue for. */
export function readLanguage(
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
