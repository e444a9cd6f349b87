/** A figure as text: its main value, and its range where that says more. */
import { inspector } from '#lib/content/locales/en/inspector.ts';
import type { Figure } from '#lib/model/figures.ts';
import { formatQuantity, formatRange } from '#lib/model/format-quantity.ts';

type Values = Pick<Figure, 'low' | 'typical' | 'high' | 'unit'>;

/** @returns the typical value, else the range or bound, e.g. "3.5 ms", "at most 125 ms" */
export function mainValue(figure: Values): string {
  if (figure.typical === undefined) return formatRange(figure, inspector);
  return formatQuantity(figure.typical, figure.unit);
}

/** @returns the range beside a typical value, or nothing. */
export function rangeBeside(figure: Values): string {
  return figure.typical === undefined ? '' : formatRange(figure, inspector);
}
