/** The theme for `forced-colors: active`: the reader's own system colours, with our textures kept. */
import { themeFor, type LookStyle, type Texture, type Theme } from './theme.ts';

const SYSTEM_COLORS = ['Canvas', 'CanvasText', 'Highlight', 'HighlightText', 'GrayText'] as const;
type SystemColor = (typeof SYSTEM_COLORS)[number];
type SystemColors = Readonly<Record<SystemColor, string>>;

/** @returns the system colours as computed values, which a canvas takes in every browser. */
function readSystemColors(root: Element): SystemColors {
  const probe = root.ownerDocument.createElement('span');
  probe.hidden = true;
  root.append(probe);
  const style = getComputedStyle(probe);
  const read = (color: SystemColor): string => {
    probe.style.color = color;
    return style.color;
  };
  const colors = Object.fromEntries(SYSTEM_COLORS.map((color) => [color, read(color)]));
  probe.remove();
  return colors as Record<SystemColor, string>;
}

/**
 * @param root an element of the page, used to read the system colours.
 * @returns kernels filled with Highlight, everything else Canvas with its texture in CanvasText.
 */
export function forcedTheme(root: Element): Theme {
  return themeFromSystem(readSystemColors(root));
}

/** Pure part of {@link forcedTheme}. */
export function themeFromSystem(c: SystemColors): Theme {
  const base = themeFor('contrast');
  const ink = c.CanvasText;
  const retint = (texture: Texture): Texture => ({ ...texture, color: ink });
  const relook = (style: LookStyle): LookStyle => ({
    ...style,
    fill: style.fill === null ? null : c.Canvas,
    border: style.border === null ? null : ink,
    text: ink,
    texture: style.texture && retint(style.texture),
  });
  const looks = Object.fromEntries(
    Object.entries(base.looks).map(([look, style]) => [look, relook(style)]),
  ) as Record<keyof Theme['looks'], LookStyle>;
  looks.kernel = { ...looks.kernel, fill: c.Highlight, text: c.HighlightText };
  looks.ghost = { ...looks.ghost, border: c.GrayText };
  looks.badge = { ...looks.badge, fill: ink, text: c.Canvas };
  const inks = Object.fromEntries(Object.keys(base.inks).map((key) => [key, ink])) as Record<
    keyof Theme['inks'],
    string
  >;
  return {
    ...base,
    id: `forced-${Object.values(c).join('-')}`,
    looks,
    inks: {
      ...inks,
      kernel: c.Highlight,
      'on-kernel': c.HighlightText,
      'on-badge': c.Canvas,
      paper: c.Canvas,
      ghost: c.GrayText,
    },
    fence: { stroke: ink, halo: c.Canvas, gaugeFill: c.Canvas },
    wall: { stroke: ink, fill: c.Canvas, brick: retint(base.wall.brick) },
    ground: retint(base.ground),
    ghost: c.GrayText,
    ghostKernel: c.Highlight,
    selected: ink,
    focus: c.Highlight,
  };
}
