/**
 * What every painter is given. Strokes and dashes are named in px: they keep that width on screen when
 * the picture is made smaller, and grow with the root of the zoom when it is made larger, so that a
 * border stays a border beside letters that grow.
 */
import type { Ink, Look } from '../../scene/display-list.ts';
import type { Theme } from '../theme.ts';
import type { View } from './view.ts';

export interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  readonly theme: Theme;
  readonly view: View;
  /** World px per px of stroke, see {@link strokeUnit}. */
  readonly px: number;
}

/** @returns world px that a stroke of 1 px is wide. */
export function strokeUnit(zoom: number): number {
  return zoom > 1 ? 1 / Math.sqrt(zoom) : 1 / zoom;
}

/** Sets a stroke of `widthPx` at zoom 1, times the theme's stroke factor. */
export function setStroke(pen: Pen, color: string, widthPx: number, dash: readonly number[] = []) {
  const width = pen.px * pen.theme.strokeFactor;
  pen.ctx.strokeStyle = color;
  pen.ctx.lineWidth = widthPx * width;
  pen.ctx.setLineDash(dash.length > 0 ? dash.map((part) => part * width) : NO_DASH);
}

const NO_DASH: number[] = [];

/** @param on the look it stands on, for `on-look`. */
export function inkColor(theme: Theme, ink: Ink, on?: Look): string {
  if (ink !== 'on-look') return theme.inks[ink];
  return on ? theme.looks[on].text : theme.inks.ink;
}
