/** How the wall is painted: strokes, teeth and textures of a projector, as large as the wall is. */
import { themeFor, type LookStyle, type Theme, type ThemeName } from '#lib/render/theme.ts';
import { WALL_LINES } from '#lib/state/wall-bench.svelte.ts';

const ROOM = themeFor('projector', true);

/**
 * @param wallPx height of the wall: a small copy of it has thin lines
 * @returns the theme with its strokes as they look from the back row
 */
export function wallTheme(name: ThemeName, wallPx: number): Theme {
  const own = themeFor(name, true);
  const scale = Math.max(0.1, wallPx / WALL_LINES);
  // Strokes keep their size where a picture is made smaller, and grow with the root where it grows.
  const strokes =
    (Math.max(own.strokeFactor, ROOM.strokeFactor) / own.strokeFactor) *
    (scale > 1 ? Math.sqrt(scale) : scale);
  const look = (style: LookStyle): LookStyle => ({ ...style, borderPx: style.borderPx * strokes });
  return {
    ...own,
    id: `${own.id}@${scale.toFixed(3)}`,
    looks: mapLooks(own.looks, look),
    strokeFactor: own.strokeFactor * strokes,
    textureFactor: ROOM.textureFactor,
    teethFactor: ROOM.teethFactor,
  };
}

function mapLooks(looks: Theme['looks'], change: (style: LookStyle) => LookStyle): Theme['looks'] {
  const next = { ...looks };
  for (const [name, style] of Object.entries(looks)) {
    if (isLook(name, looks)) next[name] = change(style);
  }
  return next;
}

function isLook(name: string, looks: Theme['looks']): name is keyof Theme['looks'] {
  return name in looks;
}
