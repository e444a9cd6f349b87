/**
 * A scene is a value: stacks + lens + toggles + time + camera. Everything renders a scene; the URL
 * is a scene; a lesson is a list of scenes with words; an embed is a scene with less chrome.
 */
import { baseValues } from './setting.ts';
import { LENS_SETTINGS, type LensSettings } from './settings.ts';
import type { LayerPath, StackRef } from './stack.ts';

export const LENSES = [
  'structure',
  'boot',
  'size',
  'isolation',
  'path',
  'kernel',
  'manage',
] as const;
export type Lens = (typeof LENSES)[number];

/** Overlays of the Structure lens that a reader can take away and put back. */
export const OVERLAYS = ['namespaces', 'cgroups', 'engine', 'privilege'] as const;
export type Overlay = (typeof OVERLAYS)[number];

export const THEMES = ['auto', 'light', 'dark', 'projector', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const MOTIONS = ['auto', 'reduce', 'full'] as const;
export type Motion = (typeof MOTIONS)[number];

/**
 * The part of the picture that is looked at. `x`, `y` name the point of the fitted picture that lies
 * in the middle of the view, as fractions of its width and height, so that a link means the same on
 * every screen; `zoom` 1 is fitted.
 */
export interface Camera {
  readonly x: number;
  readonly y: number;
  /** 0.5 to 16. */
  readonly zoom: number;
}

export interface Scene extends LensSettings {
  /** 0 to 8 stacks; the Structure lens draws the first 4. */
  readonly stacks: readonly StackRef[];
  readonly lens: Lens;
  /** Overlays that are on. */
  readonly overlays: readonly Overlay[];
  /** Instances per stack; null: each stack's own number. 1 to 100000. */
  readonly n: number | null;
  /** Playhead in ms; null: the lens's resting picture. */
  readonly tMs: number | null;
  readonly step: number | null;
  readonly play: boolean;
  /** Simulated ÷ real time; null: the clock's own. */
  readonly speed: number | null;
  readonly camera: Camera | null;
  readonly select: LayerPath | null;
  readonly theme: Theme;
  readonly lang: string;
  readonly motion: Motion;
  readonly view: 'picture' | 'table';
}

export const MAX_STACKS = 8;
export const MAX_SIDE_BY_SIDE = 4;
export const MAX_INSTANCES = 100_000;

/** The scene without any parameter: an empty workbench. */
export const EMPTY_SCENE: Scene = {
  stacks: [],
  lens: 'structure',
  overlays: OVERLAYS,
  n: null,
  tMs: null,
  step: null,
  play: false,
  speed: null,
  camera: null,
  select: null,
  theme: 'auto',
  lang: 'en',
  motion: 'auto',
  view: 'picture',
  boot: baseValues(LENS_SETTINGS.boot),
  size: baseValues(LENS_SETTINGS.size),
  isolation: baseValues(LENS_SETTINGS.isolation),
  path: baseValues(LENS_SETTINGS.path),
  kernel: baseValues(LENS_SETTINGS.kernel),
  manage: baseValues(LENS_SETTINGS.manage),
};
