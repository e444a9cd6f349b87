/** What every painter is given; strokes and dashes are named in screen px and stay so under zoom. */
import type { Ink, Look } from '../../scene/display-list.ts';
import type { Theme } from '../theme.ts';
import type { View } from './view.ts';

export interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  readonly theme: Theme;
  readonly view: View;
  /** World px per screen px. */
  readonly px: number;
}

/** Sets a stroke of `widthPx` on screen, times the theme's stroke factor. */
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
