/** Fences (namespaces), their posts and gauges (cgroups), and brick walls (virtual machines). */
import type { FenceItem, GaugeItem, WallItem } from '../../scene/display-list.ts';
import tokens from '../tokens.json' with { type: 'json' };
import type { Group } from './batch.ts';
import { cornerPx } from './corner.ts';
import { setStroke, type Pen } from './pen.ts';
import { patternFor } from './textures.ts';

const FENCE_RADIUS = 4;
const FENCE_DASH = [3, 2];
const GHOST_DASH = [4, 4];
/** Where the parts of a fence come in as it is drawn from the foot up, 0 to 1. */
const POSTS_UNTIL = 0.2;
const SIDES_UNTIL = 0.75;
/** How far a post stands out above the kernel's edge: over the teeth, world px. */
const POST_ABOVE = 7;
const DOT_RADIUS = 3;
/** A wall this thick has room for bricks of double size, world px. */
const ROOMY_WALL = 14;

function part(draw: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (draw - from) / (to - from)));
}

/** Tint and dashes of fences that share alpha and ghost state. */
export function paintFences(pen: Pen, group: Group<FenceItem>): void {
  const { ctx, theme } = pen;
  const tint = theme.looks['fence-tint'].fill;
  for (const { box, draw = 1, ghost } of group.items) {
    if (ghost || tint === null) continue;
    ctx.globalAlpha = group.alpha * draw;
    ctx.fillStyle = tint;
    ctx.beginPath();
    ctx.roundRect(box.x, box.y, box.w, box.h, [FENCE_RADIUS, FENCE_RADIUS, 0, 0]);
    ctx.fill();
  }
  ctx.globalAlpha = group.alpha;
  const ghost = group.items[0]?.ghost ?? false;
  if (ghost) setStroke(pen, theme.ghost, 1.4, GHOST_DASH);
  // Dash lengths are multiples of the 2 px line, so that they grow with it: 6 on, 4 off.
  else setStroke(pen, theme.fence.stroke, tokens.stroke.fence, fenceDash(theme.strokeFactor));
  ctx.beginPath();
  for (const item of group.items) traceFence(ctx, item);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function fenceDash(factor: number): readonly number[] {
  // On a projector the line doubles but the gaps may not: neighbours stand only 5 px apart.
  const unit = factor > 1 ? 2 / Math.sqrt(factor) : 2;
  return FENCE_DASH.map((length) => length * unit);
}

/** Up both sides, then from both corners to the middle of the top. */
function traceFence(ctx: CanvasRenderingContext2D, { box, draw = 1 }: FenceItem): void {
  const { x, y, w, h } = box;
  const right = x + w;
  const foot = y + h;
  const radius = cornerPx(FENCE_RADIUS, box);
  if (draw >= 1) {
    ctx.moveTo(x, foot);
    ctx.lineTo(x, y + radius);
    ctx.arcTo(x, y, x + radius, y, radius);
    ctx.lineTo(right - radius, y);
    ctx.arcTo(right, y, right, y + radius, radius);
    ctx.lineTo(right, foot);
    return;
  }
  const side = part(draw, POSTS_UNTIL, SIDES_UNTIL);
  const top = part(draw, SIDES_UNTIL, 1);
  for (const [at, sign] of [[x, 1] as const, [right, -1] as const]) {
    if (side === 0) continue;
    ctx.moveTo(at, foot);
    ctx.lineTo(at, foot - (h - radius) * side);
    if (top === 0) continue;
    ctx.arcTo(at, y, at + sign * radius, y, radius);
    ctx.lineTo(at + sign * (radius + (w / 2 - radius) * top), y);
  }
}

/** Posts go into the kernel, over its teeth: the kernel makes the fence. */
export function paintPosts(pen: Pen, item: FenceItem): void {
  const { ctx, theme } = pen;
  const { box, foot, draw = 1, alpha = 1 } = item;
  const grown = part(draw, 0, POSTS_UNTIL);
  if (foot <= 0 || grown === 0) return;
  ctx.globalAlpha = alpha;
  // Half of the theme's factor: full-size dots of neighbouring fences would run into each other.
  const size = Math.sqrt(theme.strokeFactor);
  const px = Math.min(1, pen.px);
  const end = box.y + box.h + foot;
  const top = end - (foot + Math.min(POST_ABOVE, box.h)) * grown;
  const line = tokens.stroke.fencePost * size * px;
  const halo = 1.15 * px;
  for (const [color, grow] of [
    [theme.fence.halo, halo] as const,
    [theme.fence.stroke, 0] as const,
  ]) {
    ctx.strokeStyle = color;
    ctx.fillStyle = color;
    ctx.lineWidth = line + 2 * grow;
    ctx.lineCap = grow > 0 ? 'round' : 'butt';
    ctx.setLineDash([]);
    for (const x of [box.x, box.x + box.w]) {
      ctx.beginPath();
      ctx.moveTo(x, top);
      ctx.lineTo(x, end);
      ctx.stroke();
      ctx.beginPath();
      ctx.arc(x, end, DOT_RADIUS * size * px + grow, 0, 2 * Math.PI);
      ctx.fill();
    }
  }
  ctx.lineCap = 'butt';
  ctx.globalAlpha = 1;
}

/** The cgroup's level gauge: the fill is use, the crossbar the limit. */
export function paintGauge(pen: Pen, { box, fill, limit, alpha = 1 }: GaugeItem): void {
  const { ctx, theme } = pen;
  ctx.globalAlpha = alpha;
  ctx.fillStyle = theme.fence.gaugeFill;
  ctx.fillRect(box.x, box.y, box.w, box.h);
  ctx.fillStyle = theme.fence.stroke;
  ctx.fillRect(box.x, box.y, box.w * Math.min(1, Math.max(0, fill)), box.h);
  setStroke(pen, theme.fence.stroke, 1.2);
  ctx.strokeRect(box.x, box.y, box.w, box.h);
  setStroke(pen, theme.fence.stroke, 2);
  const at = box.x + box.w * limit;
  ctx.beginPath();
  ctx.moveTo(at, box.y - box.h * 0.43);
  ctx.lineTo(at, box.y + box.h * 1.43);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** Paper inside, brick frame around, open at the bottom, laid from the foot up. */
export function paintWall(pen: Pen, item: WallItem): void {
  const { ctx, theme, view } = pen;
  const { box, draw = 1, alpha = 1, leg } = item;
  if (draw <= 0) return;
  ctx.globalAlpha = alpha;
  if (item.ghost) {
    setStroke(pen, theme.ghost, 1.4, GHOST_DASH);
    ctx.beginPath();
    traceWall(ctx, item);
    ctx.stroke();
    ctx.globalAlpha = 1;
    return;
  }
  ctx.save();
  const laid = (box.h + leg) * Math.min(1, draw);
  if (draw < 1) {
    ctx.beginPath();
    ctx.rect(box.x - 4, box.y + box.h + leg - laid, box.w + 8, laid + 4);
    ctx.clip();
  }
  ctx.fillStyle = theme.inks.paper;
  ctx.fillRect(box.x, box.y, box.w, box.h);
  ctx.beginPath();
  traceWall(ctx, item);
  ctx.fillStyle = theme.wall.fill;
  ctx.fill();
  const brick = item.thickness * view.zoom >= 4 ? brickFor(pen, item) : null;
  if (brick) {
    ctx.fillStyle = brick;
    ctx.fill();
  }
  setStroke(pen, theme.wall.stroke, tokens.stroke.wall);
  ctx.stroke();
  ctx.restore();
  ctx.globalAlpha = 1;
}

/** Bricks grow with the theme only where the wall has room for whole ones. */
function brickFor({ theme, view }: Pen, { thickness }: WallItem): CanvasPattern | null {
  const textureFactor = thickness >= ROOMY_WALL ? theme.textureFactor : 1;
  return patternFor(theme.wall.brick, { ...theme, textureFactor }, view.scale);
}

/** The frame's outline, legs included. */
function traceWall(ctx: CanvasRenderingContext2D, { box, thickness, leg }: WallItem): void {
  const { x, y, w, h } = box;
  const foot = y + h + leg;
  ctx.moveTo(x, foot);
  ctx.lineTo(x, y);
  ctx.lineTo(x + w, y);
  ctx.lineTo(x + w, foot);
  ctx.lineTo(x + w - thickness, foot);
  ctx.lineTo(x + w - thickness, y + thickness);
  ctx.lineTo(x + thickness, y + thickness);
  ctx.lineTo(x + thickness, foot);
  ctx.closePath();
}
