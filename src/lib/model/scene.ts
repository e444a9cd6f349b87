/**
 * A scene is a value: stacks + lens + toggles + time + camera. Everything renders a scene; the URL
 * is a scene; a lesson is a list of scenes with words; an embed is a scene with less chrome.
 */
import type { LayerPath, StackRef } from './stack.ts';

export const LENSES = ['structure', 'boot', 'size'] as const;
export type Lens = (typeof LENSES)[number];

/** Overlays of the Structure lens that a reader can take away and put back. */
export const OVERLAYS = ['namespaces', 'cgroups', 'engine', 'privilege'] as const;
export type Overlay = (typeof OVERLAYS)[number];

export const THEMES = ['auto', 'light', 'dark', 'projector', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const MOTIONS = ['auto', 'reduce', 'full'] as const;
export type Motion = (typeof MOTIONS)[number];

export type BootClock = 'real' | 'slow' | 'decade';

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

export interface BootSettings {
  readonly axis: 'log' | 'linear';
  /** Study id, `all`, or null: the study that timed most of the chosen stacks. */
  readonly study: string | null;
  readonly clock: BootClock;
}

/** The two halves of the Size lens. */
export const SIZE_VIEWS = ['both', 'disk', 'memory'] as const;
export const SIZE_PULLS = ['unpacked', 'compressed'] as const;

export interface SizeSettings {
  readonly view: (typeof SIZE_VIEWS)[number];
  /** Memory of the host, GB; 8 to 1024. */
  readonly host: number;
  /** Memory of the program in each instance, MB; 1 to 65536. */
  readonly program: number;
  /** % of each guest's pages that equal those of the others and are kept once; 0: off. */
  readonly ksm: number;
  /** % of each guest's memory that a balloon gives back; 0: off. */
  readonly balloon: number;
  /** % of each guest's memory that stays shared with the snapshot it was cloned from; 0: off. */
  readonly clone: number;
  /** VM disks are linked clones of one disk. */
  readonly linked: boolean;
  /** Equal image layers are stored once. */
  readonly share: boolean;
  readonly pull: (typeof SIZE_PULLS)[number];
  /** Assumptions that the reader changed: `id:MB`, comma-separated. */
  readonly assume: string;
}

/** What each lens can be set to. */
export interface LensSettings {
  readonly boot: BootSettings;
  readonly size: SizeSettings;
}

/** The lenses that have settings. */
export const SETTING_LENSES = ['boot', 'size'] as const satisfies readonly (keyof LensSettings)[];

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
  boot: { clock: 'slow', axis: 'log', study: null },
  size: {
    view: 'both',
    host: 64,
    program: 200,
    ksm: 0,
    balloon: 0,
    clone: 0,
    linked: false,
    share: true,
    pull: 'unpacked',
    assume: '',
  },
};
