/** Outlines of what is selected, focused or under the pointer. */
import type { LayerPath } from '../../model/stack.ts';
import type { BoxItem, DisplayList, FenceItem, WallItem } from '../../scene/display-list.ts';
import tokens from '../tokens.json' with { type: 'json' };
import { showsTeeth, traceBody, traceWithTeeth } from './paint-boxes.ts';
import { setStroke, type Pen } from './pen.ts';
import { teethHeight } from './teeth.ts';

export interface PaintState {
  readonly selected: LayerPath | null;
  readonly focused: LayerPath | null;
  readonly hovered: LayerPath | null;
}

type LayerItem = BoxItem | FenceItem | WallItem;

const FOCUS_PX = 3;
const FOCUS_OFFSET_PX = 2;

/** @returns the item that is the layer's body in this frame. */
export function layerItem(list: DisplayList, path: LayerPath | null): LayerItem | null {
  if (path === null) return null;
  for (const item of list.items) {
    if (item.owner === path && 'layer' in item && item.layer) return item;
  }
  return null;
}

function trace(pen: Pen, item: LayerItem): void {
  pen.ctx.beginPath();
  if (item.t !== 'box') pen.ctx.rect(item.box.x, item.box.y, item.box.w, item.box.h);
  else if (showsTeeth(pen, item)) traceWithTeeth(pen.ctx, item, pen.theme);
  else traceBody(pen.ctx, item);
}

/** Most that a theme's stroke factor adds to a selection. */
const HEAVIEST = 1.2;

/** A dark outline with a paper halo; it follows the teeth. */
export function paintSelected(pen: Pen, item: LayerItem): void {
  const { ctx, theme } = pen;
  ctx.lineJoin = 'round';
  trace(pen, item);
  // Heavier strokes would bury the teeth that they follow, unless the teeth have grown as well.
  const weight = theme.teethFactor > 1 ? 1 : Math.min(1, HEAVIEST / theme.strokeFactor);
  setStroke(pen, theme.inks.paper, tokens.stroke.selectedHalo * weight);
  ctx.stroke();
  setStroke(pen, theme.selected, tokens.stroke.selected * weight);
  ctx.stroke();
  ctx.lineJoin = 'miter';
}

/** Half a selection: shows what a click would take. */
export function paintHovered(pen: Pen, item: LayerItem): void {
  const { ctx, theme } = pen;
  ctx.lineJoin = 'round';
  trace(pen, item);
  setStroke(pen, theme.selected, 2.5);
  ctx.stroke();
  ctx.lineJoin = 'miter';
}

/** The focus ring lies outside the box, clear of a selection's outline. */
export function paintFocused(pen: Pen, item: LayerItem): void {
  const { ctx, theme, px } = pen;
  const out = (FOCUS_OFFSET_PX + FOCUS_PX / 2) * px * theme.strokeFactor;
  const { x, y, w, h } = item.box;
  const teeth = item.t === 'box' && showsTeeth(pen, item) ? teethHeight(theme.teethFactor) : 0;
  ctx.beginPath();
  ctx.roundRect(x - out, y - teeth - out, w + 2 * out, h + teeth + 2 * out, 3 * px);
  setStroke(pen, theme.inks.paper, FOCUS_PX + 2);
  ctx.stroke();
  setStroke(pen, theme.focus, FOCUS_PX);
  ctx.stroke();
}
