/** Bodies of layers: one fill, one texture, one border per group of boxes that look alike. */
import type { BoxItem } from '../../scene/display-list.ts';
import type { LookStyle, Theme } from '../theme.ts';
import type { Group } from './batch.ts';
import { cornerPx } from './corner.ts';
import { setStroke, type Pen } from './pen.ts';
import { teethHeight, traceTeeth } from './teeth.ts';
import { patternFor, texturePeriodPx } from './textures.ts';

/** Level of detail, all in px on screen. */
const MIN_RADIUS_PX = 2;
const MIN_ROUNDED_PX = 10;
const MIN_TEXTURED_PX = 10;
const MIN_TEXTURE_PERIOD_PX = 2.5;
const MIN_BORDERED_PX = 4;
const MIN_FULL_BORDER_PX = 10;
const SLIVER_BORDER = 0.4;
const MIN_TEETH_PX = 1.5;

const GHOST_DASH = [4, 4];
const PARTS_PER_PATH = 48;

/** Paints boxes of one look, ghost state and alpha. */
export function paintBoxes(pen: Pen, group: Group<BoxItem>): void {
  const first = group.items[0];
  if (!first) return;
  const { ctx, theme } = pen;
  const style = theme.looks[first.look];
  ctx.globalAlpha = group.alpha;
  if (first.ghost) paintGhosts(pen, group.items);
  else if (first.fadeLeft) group.items.forEach((item) => paintFading(pen, item, style));
  else {
    if (style.fill !== null) fillBoxes(pen, group.items, style.fill);
    if (style.texture !== null) textureBoxes(pen, group.items, style);
    if (style.border !== null) strokeBoxes(pen, group.items, style, style.border);
  }
  ctx.globalAlpha = 1;
}

function isRounded(pen: Pen, { radius, box }: BoxItem): boolean {
  const { zoom } = pen.view;
  return radius * zoom >= MIN_RADIUS_PX && Math.min(box.w, box.h) * zoom >= MIN_ROUNDED_PX;
}

/** Square boxes are filled one by one, which is far cheaper than one path with many parts. */
function fillBoxes(pen: Pen, items: readonly BoxItem[], fill: string | CanvasPattern): void {
  const { ctx } = pen;
  ctx.fillStyle = fill;
  const rounded: BoxItem[] = [];
  for (const item of items) {
    const { x, y, w, h } = item.box;
    if (isRounded(pen, item)) rounded.push(item);
    else ctx.fillRect(x, y, w, h);
  }
  inPaths(ctx, rounded, () => ctx.fill());
}

/** A path of some dozen parts costs less than as many paths, one of thousands costs more. */
function inPaths(
  ctx: CanvasRenderingContext2D,
  items: readonly BoxItem[],
  finish: () => void,
): void {
  for (let from = 0; from < items.length; from += PARTS_PER_PATH) {
    const to = Math.min(items.length, from + PARTS_PER_PATH);
    ctx.beginPath();
    for (let index = from; index < to; index += 1) {
      const item = items[index];
      if (item) traceBody(ctx, item);
    }
    finish();
  }
}

function textureBoxes(pen: Pen, items: readonly BoxItem[], style: LookStyle): void {
  const { texture } = style;
  const { theme, view } = pen;
  if (!texture || texturePeriodPx(texture, theme, view.zoom) < MIN_TEXTURE_PERIOD_PX) return;
  const shown = largerThan(items, MIN_TEXTURED_PX, view.zoom);
  const pattern = shown.length > 0 ? patternFor(texture, theme, view.scale) : null;
  if (pattern) fillBoxes(pen, shown, pattern);
}

function strokeBoxes(pen: Pen, items: readonly BoxItem[], style: LookStyle, border: string): void {
  const shown = largerThan(items, MIN_BORDERED_PX, pen.view.zoom);
  const wide = largerThan(shown, MIN_FULL_BORDER_PX, pen.view.zoom);
  // The style's width already has the theme's factor.
  const width = style.borderPx / pen.theme.strokeFactor;
  setStroke(pen, border, width, style.dash);
  strokeEach(pen, wide);
  if (wide.length === shown.length) return;
  // On a sliver a full border would be all there is to see.
  const full = new Set(wide);
  setStroke(pen, border, width * SLIVER_BORDER, style.dash);
  strokeEach(
    pen,
    shown.filter((item) => !full.has(item)),
  );
}

function strokeEach(pen: Pen, items: readonly BoxItem[]): void {
  const { ctx } = pen;
  const rounded: BoxItem[] = [];
  for (const item of items) {
    const { x, y, w, h } = item.box;
    if (showsTeeth(pen, item)) {
      ctx.beginPath();
      traceWithoutTop(ctx, item);
      ctx.stroke();
    } else if (isRounded(pen, item)) rounded.push(item);
    else ctx.strokeRect(x, y, w, h);
  }
  inPaths(ctx, rounded, () => ctx.stroke());
}

function largerThan(items: readonly BoxItem[], px: number, zoom: number): readonly BoxItem[] {
  const least = px / zoom;
  const fits = ({ box }: BoxItem): boolean => box.w >= least && box.h >= least;
  return items.every(fits) ? items : items.filter(fits);
}

/** Three sides; the top edge is drawn with its teeth, over what stands on it. */
function traceWithoutTop(ctx: CanvasRenderingContext2D, item: BoxItem): void {
  ctx.moveTo(item.box.x + item.box.w, item.box.y);
  traceDownAndUp(ctx, item);
}

/** From the upper right corner down, along the bottom and up to the upper left one. */
function traceDownAndUp(ctx: CanvasRenderingContext2D, item: BoxItem): void {
  const { x, y, w, h } = item.box;
  const radius = radiusOf(item);
  ctx.arcTo(x + w, y + h, x, y + h, radius);
  ctx.arcTo(x, y + h, x, y, radius);
  ctx.lineTo(x, y);
}

/** Adds a box without its teeth to the path. */
export function traceBody(ctx: CanvasRenderingContext2D, item: BoxItem): void {
  const { x, y, w, h } = item.box;
  const radius = radiusOf(item);
  // A row of teeth reaches from corner to corner.
  const top = item.teeth === undefined || item.teeth.length === 0 ? radius : 0;
  if (radius > 0) ctx.roundRect(x, y, w, h, [top, top, radius, radius]);
  else ctx.rect(x, y, w, h);
}

function radiusOf(item: BoxItem): number {
  return cornerPx(item.radius, item.box);
}

function paintGhosts(pen: Pen, items: readonly BoxItem[]): void {
  const { ctx, theme } = pen;
  for (const item of items) {
    setStroke(pen, item.look === 'kernel' ? theme.ghostKernel : theme.ghost, 1.4, GHOST_DASH);
    ctx.beginPath();
    if (showsTeeth(pen, item)) traceWithTeeth(ctx, item, theme);
    else traceBody(ctx, item);
    ctx.stroke();
  }
}

function paintFading(pen: Pen, item: BoxItem, style: LookStyle): void {
  const { ctx } = pen;
  const { x, y, w, h } = item.box;
  const fill = style.fill ?? pen.theme.inks.paper;
  ctx.fillStyle = fill;
  // The first third fades in, in narrow strips: no colour has to be taken apart, whatever its notation.
  const reach = Math.min(w, Math.max(24, w / 3));
  const strips = Math.max(1, Math.ceil(reach * pen.view.scale));
  const alpha = ctx.globalAlpha;
  for (let index = 0; index < strips; index += 1) {
    ctx.globalAlpha = (alpha * (index + 0.5)) / strips;
    ctx.fillRect(x + (reach * index) / strips, y, reach / strips, h);
  }
  ctx.globalAlpha = alpha;
  ctx.fillRect(x + reach, y, w - reach, h);
}

/** Whether the item has teeth that can be seen at this zoom. */
export function showsTeeth(pen: Pen, item: BoxItem): boolean {
  if (!item.teeth || item.teeth.length === 0) return false;
  return teethHeight(pen.theme.teethFactor) * pen.view.zoom >= MIN_TEETH_PX;
}

/** Adds the whole outline, teeth included, to the path. */
export function traceWithTeeth(ctx: CanvasRenderingContext2D, item: BoxItem, theme: Theme): void {
  const { x, y, w } = item.box;
  ctx.moveTo(x, y);
  traceTeeth(ctx, item, theme.teethFactor);
  ctx.lineTo(x + w, y);
  traceDownAndUp(ctx, item);
  ctx.closePath();
}

/** Teeth bite into what stands on the box, so they are painted after it. */
export function paintTeeth(pen: Pen, item: BoxItem): void {
  if (!showsTeeth(pen, item)) return;
  const { ctx, theme } = pen;
  const style = theme.looks[item.look];
  const { x, y, w } = item.box;
  const overlap = Math.min(item.box.h, 2);
  ctx.globalAlpha = item.alpha ?? 1;
  ctx.beginPath();
  ctx.moveTo(x, y);
  traceTeeth(ctx, item, theme.teethFactor);
  ctx.lineTo(x + w, y);
  ctx.lineTo(x + w, y + overlap);
  ctx.lineTo(x, y + overlap);
  ctx.closePath();
  ctx.fillStyle = style.fill ?? theme.inks.paper;
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(x, y);
  traceTeeth(ctx, item, theme.teethFactor);
  ctx.lineTo(x + w, y);
  setStroke(pen, style.border ?? theme.inks.ink, style.borderPx / theme.strokeFactor);
  ctx.stroke();
  ctx.globalAlpha = 1;
}
