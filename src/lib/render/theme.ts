/**
 * Themes: what every look and ink of the display list is painted with. The numbers come from the design
 * tokens; nothing else in the renderer names a colour.
 */
import type { Ink, Look } from '../scene/display-list.ts';
import tokens from './tokens.json' with { type: 'json' };

export type ThemeName = 'light' | 'dark' | 'projector' | 'contrast';
export const THEME_NAMES: readonly ThemeName[] = ['light', 'dark', 'projector', 'contrast'];

/** The hatchings; their geometry is in `canvas/textures.ts`. */
export type TextureName =
  | 'dots'
  | 'diagonals'
  | 'dashes'
  | 'hairlines'
  | 'crosses'
  | 'stripes'
  | 'brick'
  | 'crosshatch'
  | 'ground-hatch'
  | 'band-hatch';

export interface Texture {
  readonly name: TextureName;
  readonly color: string;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface LookStyle {
  /** null: not filled. */
  readonly fill: string | null;
  /** null: no border. */
  readonly border: string | null;
  /** Border width in px on screen, theme factor included. */
  readonly borderPx: number;
  /** Dash pattern in px on screen; empty: solid. */
  readonly dash: readonly number[];
  readonly text: string;
  readonly texture: Texture | null;
  /** Labels get an outline in the fill colour, 0.18 em each side, so that they never touch a texture. */
  readonly knockout: boolean;
}

/** A theme is a plain value; two themes with the same `id` paint the same pixels. */
export interface Theme {
  /** Distinguishes cached textures. */
  readonly id: string;
  readonly looks: Readonly<Record<Look, LookStyle>>;
  /** `on-look` has no colour of its own: the painter asks the look it stands on. */
  readonly inks: Readonly<Record<Exclude<Ink, 'on-look'>, string>>;
  readonly fence: { readonly stroke: string; readonly halo: string; readonly gaugeFill: string };
  readonly wall: { readonly stroke: string; readonly fill: string; readonly brick: Texture };
  readonly ground: Texture;
  /** Stroke of what is not there yet. */
  readonly ghost: string;
  /** Dashed outline of a kernel that has not started. */
  readonly ghostKernel: string;
  readonly selected: string;
  readonly focus: string;
  readonly strokeFactor: number;
  readonly textureFactor: number;
  readonly teethFactor: number;
}

type Tokens = (typeof tokens.color)['light'];
type LayerToken = keyof Tokens['layer'];

const TOKENS: Record<ThemeName, Tokens> = {
  light: tokens.color.light,
  dark: tokens.color.dark,
  projector: tokens.color.projector,
  contrast: tokens.color.highContrast,
};

const FACTOR: Record<ThemeName, number> = {
  light: 1,
  dark: 1,
  projector: tokens.stroke.projectorFactor,
  contrast: tokens.stroke.highContrastFactor,
};

const TEXTURES: Record<LayerToken, TextureName | null> = {
  hardware: 'dots',
  hypervisor: 'diagonals',
  kernel: null,
  userland: 'dashes',
  libs: 'hairlines',
  app: null,
  engine: 'crosses',
  sentry: 'stripes',
};

const GHOST_DASH = [4, 4];

/**
 * @param name resolved theme; `auto` is decided by the caller.
 * @param present in Present the teeth grow too (×2.2 on the projector).
 */
export function themeFor(name: ThemeName, present = false): Theme {
  const t = TOKENS[name];
  const factor = FACTOR[name];
  return {
    id: present ? `${name}-present` : name,
    looks: looksFrom(t, factor),
    inks: inksFrom(t),
    fence: {
      stroke: t.barrier.fence.stroke,
      halo: name === 'dark' ? t.ui.bg : t.layer.app.fill,
      gaugeFill: t.layer.app.fill,
    },
    wall: {
      stroke: t.barrier.wall.stroke,
      fill: t.barrier.wall.fill,
      brick: { name: 'brick', color: t.barrier.wall.stroke, opacity: 1 },
    },
    ground: { name: 'ground-hatch', color: t.ui.inkTertiary, opacity: 0.55 },
    ghost: t.state.ghost.stroke,
    ghostKernel: t.layer.kernel.fill,
    selected: t.ui.selected,
    focus: t.ui.focusRing,
    strokeFactor: factor,
    textureFactor: name === 'projector' ? factor : 1,
    teethFactor: present && name === 'projector' ? tokens.teeth.projectorFactor : 1,
  };
}

function looksFrom(t: Tokens, factor: number): Theme['looks'] {
  const borderPx = tokens.stroke.layer * factor;
  const layer = (key: LayerToken): LookStyle => {
    const { fill, border, text, textureOpacity } = t.layer[key];
    const name = TEXTURES[key];
    // The stripes of a user-space kernel are the kernel's own colour at full strength: it does a
    // kernel's work. (The token's opacity is that of its label's ground, which is knocked out.)
    const texture: Texture | null =
      name === 'stripes'
        ? { name, color: t.layer.kernel.fill, opacity: 1 }
        : name && { name, color: border, opacity: textureOpacity };
    return { fill, border, borderPx, dash: [], text, texture, knockout: texture !== null };
  };
  const plain = (fill: string | null, border: string | null, text: string): LookStyle => ({
    ...{ fill, border, text, borderPx: factor, dash: [], texture: null, knockout: false },
  });
  const hypervisor = layer('hypervisor');
  const engine = layer('engine');
  const sentry = layer('sentry');
  return {
    hardware: layer('hardware'),
    hypervisor,
    kernel: layer('kernel'),
    userland: layer('userland'),
    libs: layer('libs'),
    app: layer('app'),
    engine,
    sentry,
    vmm: hypervisor,
    // A process like the engine, but what stands on it is translated: hatched, not dotted.
    emulator: { ...engine, texture: engine.texture && { ...engine.texture, name: 'band-hatch' } },
    'library-os': sentry,
    ghost: { ...plain(null, t.state.ghost.stroke, t.ui.inkSecondary), borderPx, dash: GHOST_DASH },
    partition: plain(null, t.ui.inkSecondary, t.ui.ink),
    'fence-tint': plain(t.barrier.fence.tint, null, t.ui.ink),
    paper: plain(t.ui.bg, null, t.ui.ink),
    badge: plain(t.ui.ink, null, t.ui.bg),
    band: { ...plain(null, null, t.ui.ink), texture: bandTexture(t.ui.inkSecondary) },
    panel: plain(t.ui.panel, t.ui.line, t.ui.ink),
    ...attackLooks(t, factor, plain),
    terminal:
      t === tokens.color.dark
        ? plain(t.ui.sunk, t.ui.lineStrong, t.ui.ink)
        : plain(t.ui.ink, null, t.ui.bg),
  };
}

type Plain = (fill: string | null, border: string | null, text: string) => LookStyle;
type AttackLook = 'reached' | 'reached-kernel' | 'safe' | 'tag-reached' | 'tag-safe';

/** What was reached is outlined and hatched, what holds is outlined. */
function attackLooks(t: Tokens, factor: number, plain: Plain): Pick<Theme['looks'], AttackLook> {
  const { reached, safe } = t.state;
  const borderPx = tokens.stroke.reached * factor;
  const hatched = (color: string, opacity: number): LookStyle => ({
    ...plain(null, reached.stroke, t.ui.ink),
    ...{ borderPx, texture: { name: 'crosshatch', color, opacity } },
  });
  return {
    reached: hatched(reached.stroke, 0.5),
    'reached-kernel': hatched(t.layer.kernel.text, 0.55),
    safe: { ...plain(null, safe.stroke, t.ui.ink), borderPx },
    'tag-reached': plain(reached.stroke, null, t.ui.bg),
    'tag-safe': plain(safe.fill, safe.stroke, safe.stroke),
  };
}

function bandTexture(color: string): Texture {
  return { name: 'band-hatch', color, opacity: 0.6 };
}

function inksFrom(t: Tokens): Theme['inks'] {
  return {
    ink: t.ui.ink,
    secondary: t.ui.inkSecondary,
    tertiary: t.ui.inkTertiary,
    line: t.ui.line,
    'line-strong': t.ui.lineStrong,
    ground: t.ui.ground,
    link: t.ui.link,
    fence: t.barrier.fence.stroke,
    wall: t.barrier.wall.stroke,
    kernel: t.layer.kernel.fill,
    libs: t.layer.libs.border,
    reached: t.state.reached.stroke,
    safe: t.state.safe.stroke,
    'on-kernel': t.layer.kernel.text,
    'on-badge': t.ui.bg,
    paper: t.ui.bg,
    ghost: t.state.ghost.stroke,
  };
}
