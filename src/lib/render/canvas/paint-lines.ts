/** Paths with their arrows and dots, the ground line, and icons. */
import type { GroundItem, IconItem, PathItem } from '../../scene/display-list.ts';
import tokens from '../tokens.json' with { type: 'json' };
import { ICONS, ICON_GRID } from './icons.ts';
import { inkColor, setStroke, type Pen } from './pen.ts';
import { patternFor, texturePeriodPx } from './textures.ts';

type Point = readonly [number, number];

/** Height of the hatched strip under the ground line, world px; where textures are coarse it stays clear of the pips. */
const GROUND_STRIP = 7;

export function paintGround(pen: Pen, { x1, x2, y, alpha = 1 }: GroundItem): void {
  const { ctx, theme, view } = pen;
  ctx.globalAlpha = alpha;
  const hatched = texturePeriodPx(theme.ground, theme, view.zoom) >= 4;
  const pattern = hatched ? patternFor(theme.ground, theme, view.scale) : null;
  if (pattern) {
    ctx.fillStyle = pattern;
    ctx.fillRect(x1, y + 1, x2 - x1, GROUND_STRIP * Math.sqrt(theme.textureFactor));
  }
  setStroke(pen, theme.inks.ground, tokens.stroke.ground);
  ctx.beginPath();
  ctx.moveTo(x1, y);
  ctx.lineTo(x2, y);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

export function paintPath(pen: Pen, item: PathItem): void {
  const { ctx, theme } = pen;
  const { points, width, alpha = 1 } = item;
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return;
  const color = inkColor(theme, item.ink);
  const tip = item.arrow ? arrowSize(pen, width) : 0;
  ctx.globalAlpha = alpha;
  const thickness = width * theme.strokeFactor * pen.px;
  // Dashes are given in px, not in multiples of the line: the factor must not thin them out.
  setStroke(
    pen,
    color,
    width,
    (item.dash ?? []).map((length) => length / theme.strokeFactor),
  );
  // Round caps turn a dash of 1 into a dot; longer dashes keep the length they were given.
  ctx.lineCap = item.dash && (item.dash[0] ?? 0) > width ? 'butt' : 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(first[0], first[1]);
  for (const [x, y] of rest.slice(0, -1)) ctx.lineTo(x, y);
  const [endX, endY] = tip > 0 ? shortened(rest.at(-2) ?? first, last, tip * 0.8) : last;
  ctx.lineTo(endX, endY);
  ctx.stroke();
  ctx.lineCap = 'butt';
  ctx.lineJoin = 'miter';
  ctx.fillStyle = color;
  if (tip > 0) fillArrow(ctx, rest.at(-2) ?? first, last, tip);
  if (item.dot) {
    const [x, y] = item.dot === 'start' ? first : last;
    ctx.beginPath();
    ctx.arc(x, y, thickness + 1.2 * pen.px, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

function arrowSize(pen: Pen, width: number): number {
  return (4 + 4 * width) * pen.px * Math.sqrt(pen.theme.strokeFactor);
}

function shortened([fromX, fromY]: Point, [x, y]: Point, by: number): Point {
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const keep = Math.max(0, 1 - by / length);
  return [fromX + (x - fromX) * keep, fromY + (y - fromY) * keep];
}

function fillArrow(ctx: CanvasRenderingContext2D, from: Point, to: Point, size: number): void {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const ux = (to[0] - from[0]) / length;
  const uy = (to[1] - from[1]) / length;
  const baseX = to[0] - ux * size;
  const baseY = to[1] - uy * size;
  ctx.beginPath();
  ctx.moveTo(to[0], to[1]);
  ctx.lineTo(baseX - (uy * size) / 2, baseY + (ux * size) / 2);
  ctx.lineTo(baseX + (uy * size) / 2, baseY - (ux * size) / 2);
  ctx.fill();
}

export function paintIcon(pen: Pen, item: IconItem): void {
  const { ctx, theme } = pen;
  const { stroke = '', fill } = typeof item.icon === 'string' ? ICONS[item.icon] : item.icon;
  const outline = new Path2D(stroke);
  const color = inkColor(theme, item.ink, item.on);
  ctx.save();
  ctx.globalAlpha = item.alpha ?? 1;
  ctx.translate(item.x, item.y);
  ctx.scale(item.size / ICON_GRID, item.size / ICON_GRID);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.setLineDash([]);
  const look = item.on ? theme.looks[item.on] : null;
  // Keeps a texture clear of the icon, as labels do.
  if (look?.knockout && look.fill !== null) {
    ctx.strokeStyle = look.fill;
    ctx.lineWidth = 4.5;
    ctx.stroke(outline);
  }
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = tokens.stroke.icon;
  ctx.stroke(outline);
  if (fill !== undefined) ctx.fill(new Path2D(fill));
  ctx.restore();
}
