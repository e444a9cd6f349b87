/**
 * Paints a display list. No state, no measuring: the same list, theme and view give the same pixels.
 * Order: by z; teeth, outlines and fence posts come after the last layer, because they bite into what
 * stands above them.
 */
import type { DisplayList } from '../../scene/display-list.ts';
import type { Theme } from '../theme.ts';
import { batch, type Batches, type Pass } from './batch.ts';
import { paintFences, paintGauge, paintPosts, paintWall } from './paint-barriers.ts';
import { paintBoxes, paintTeeth } from './paint-boxes.ts';
import { paintGround, paintIcon, paintPath } from './paint-lines.ts';
import {
  layerItem,
  paintFocused,
  paintHovered,
  paintSelected,
  type PaintState,
} from './paint-marks.ts';
import { paintTexts } from './paint-text.ts';
import { strokeUnit, type Pen } from './pen.ts';
import type { View } from './view.ts';

export type { PaintState };

export const NOTHING_MARKED: PaintState = { selected: null, focused: null, hovered: null };

/**
 * Clears the canvas and paints the list. Leaves the context's transform and settings as they were.
 *
 * @param view where the world lies on the canvas, see {@link View}
 */
export function paintList(
  ctx: CanvasRenderingContext2D,
  list: DisplayList,
  theme: Theme,
  view: View,
  state: PaintState,
): void {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, view.width, view.height);
  ctx.setTransform(view.scale, 0, 0, view.scale, view.originX, view.originY);
  ctx.textBaseline = 'alphabetic';
  const pen: Pen = { ctx, theme, view, px: strokeUnit(view.zoom) };
  const batches = batch(list, view);
  let jointsDone = false;
  for (const pass of batches.passes) {
    if (!jointsDone && pass.z > batches.jointsAfterZ) {
      paintJoints(pen, list, batches, state);
      jointsDone = true;
    }
    paintPass(pen, pass);
  }
  if (!jointsDone) paintJoints(pen, list, batches, state);
  const focused = layerItem(list, state.focused);
  if (focused) paintFocused(pen, focused);
  ctx.restore();
}

function paintPass(pen: Pen, pass: Pass): void {
  for (const item of pass.grounds) paintGround(pen, item);
  for (const group of pass.boxes.values()) paintBoxes(pen, group);
  for (const item of pass.walls) paintWall(pen, item);
  for (const group of pass.fences.values()) paintFences(pen, group);
  for (const item of pass.gauges) paintGauge(pen, item);
  for (const item of pass.paths) paintPath(pen, item);
  for (const item of pass.icons) paintIcon(pen, item);
  for (const group of pass.texts.values()) paintTexts(pen, group);
}

function paintJoints(pen: Pen, list: DisplayList, batches: Batches, state: PaintState): void {
  for (const item of batches.toothed) paintTeeth(pen, item);
  const hovered = state.hovered === state.selected ? null : layerItem(list, state.hovered);
  if (hovered) paintHovered(pen, hovered);
  const selected = layerItem(list, state.selected);
  if (selected) paintSelected(pen, selected);
  for (const item of batches.posted) paintPosts(pen, item);
}
