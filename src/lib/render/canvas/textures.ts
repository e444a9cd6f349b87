/**
 * Hatchings as repeating tiles. A tile is drawn once per colour and scale on a small canvas of whole
 * device pixels and repeated in world coordinates, so it neither blurs at rest nor swims under pan and
 * zoom. Diagonals are drawn in upright tiles (period × √2, rounded), which browsers repeat fastest.
 */
import type { Texture, TextureName, Theme } from '../theme.ts';

type Draw = (ctx: TileContext) => void;
type TileContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

interface Tile {
  /** Size in world px. */
  readonly w: number;
  readonly h: number;
  readonly draw: Draw;
}

const TILES: Record<TextureName, Tile> = {
  dots: { w: 8, h: 8, draw: (ctx) => [2, 6].forEach((at) => dot(ctx, at, at, 1.1)) },
  diagonals: { w: 10, h: 10, draw: (ctx) => falling(ctx, 10, 1.3) },
  dashes: { w: 12, h: 10, draw: (ctx) => lines(ctx, 1.3, [1, 3, 6, 3], [7, 8, 12, 8]) },
  hairlines: { w: 5, h: 5, draw: (ctx) => lines(ctx, 1.1, [2.5, 0, 2.5, 5]) },
  crosses: { w: 9, h: 9, draw: (ctx) => lines(ctx, 1.2, [4.5, 3, 4.5, 6], [3, 4.5, 6, 4.5]) },
  stripes: { w: 17, h: 17, draw: (ctx) => falling(ctx, 17, 6) },
  brick: {
    w: 12,
    h: 8,
    draw: (ctx) =>
      lines(ctx, 1.1, [0, 0.5, 12, 0.5], [0, 4.5, 12, 4.5], [3, 0.5, 3, 4.5], [9, 4.5, 9, 8.5]),
  },
  crosshatch: {
    w: 14,
    h: 14,
    draw: (ctx) => {
      falling(ctx, 14, 1);
      rising(ctx, 14, 14, 1);
    },
  },
  'ground-hatch': { w: 17, h: 17, draw: (ctx) => rising(ctx, 17, 8.5, 1) },
  'band-hatch': { w: 17, h: 17, draw: (ctx) => rising(ctx, 17, 8.5, 1.2) },
};

function dot(ctx: TileContext, x: number, y: number, r: number): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, Math.PI * 2);
  ctx.fill();
}

function lines(ctx: TileContext, width: number, ...segments: [number, number, number, number][]) {
  ctx.lineWidth = width;
  ctx.beginPath();
  for (const [x1, y1, x2, y2] of segments) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
}

/** Lines from top left to bottom right, repeated once per tile. */
function falling(ctx: TileContext, size: number, width: number): void {
  lines(
    ctx,
    width,
    [-size, -size, 2 * size, 2 * size],
    [-size, 0, size, 2 * size],
    [0, -size, 2 * size, size],
  );
}

/** Lines from bottom left to top right, every `step` px along an edge. */
function rising(ctx: TileContext, size: number, step: number, width: number): void {
  ctx.lineWidth = width;
  ctx.beginPath();
  for (let at = -size; at <= 2 * size; at += step) {
    ctx.moveTo(at - size, 2 * size);
    ctx.lineTo(at + 2 * size, -size);
  }
  ctx.stroke();
}

/** Tiles kept before the store starts afresh: a long zoom asks for a new scale on every frame. */
const MAX_TILES = 160;
const MAX_TILE_SCALE = 24;
const patterns = new Map<string, CanvasPattern>();

/** @returns edge length of the smallest repeat, px on screen: below a few px a texture is only noise. */
export function texturePeriodPx(texture: Texture, theme: Theme, zoom: number): number {
  return Math.min(TILES[texture.name].w, TILES[texture.name].h) * theme.textureFactor * zoom;
}

/**
 * @param scale device px per world px; the pattern is to be used under a transform of that scale.
 * @returns null where no tile can be made (a canvas that cannot be created): the fill stays plain.
 */
export function patternFor(texture: Texture, theme: Theme, scale: number): CanvasPattern | null {
  const tile = TILES[texture.name];
  const drawn = Math.min(scale * theme.textureFactor, MAX_TILE_SCALE);
  const w = Math.max(1, Math.round(tile.w * drawn));
  const h = Math.max(1, Math.round(tile.h * drawn));
  const key = `${texture.name} ${texture.color} ${texture.opacity} ${theme.textureFactor} ${w} ${h}`;
  const known = patterns.get(key);
  if (known) return known;
  const made = makePattern(tile, texture, w, h);
  if (!made) return null;
  const { textureFactor: factor } = theme;
  made.setTransform(new DOMMatrix([(tile.w * factor) / w, 0, 0, (tile.h * factor) / h, 0, 0]));
  if (patterns.size >= MAX_TILES) patterns.clear();
  patterns.set(key, made);
  return made;
}

function makePattern(tile: Tile, texture: Texture, w: number, h: number): CanvasPattern | null {
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  ctx.scale(w / tile.w, h / tile.h);
  ctx.globalAlpha = texture.opacity;
  ctx.fillStyle = texture.color;
  ctx.strokeStyle = texture.color;
  tile.draw(ctx);
  return ctx.createPattern(canvas, 'repeat');
}
