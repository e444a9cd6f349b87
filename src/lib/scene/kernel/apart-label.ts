/** One line of text out of several forms. */
import { textWidth } from '../../layout/text-metrics.ts';

/** @returns the first form that fits `maxPx`; null when none does */
export function fitLine(
  forms: readonly string[],
  sizePx: number,
  weight: number,
  maxPx: number,
): string | null {
  return forms.find((form) => textWidth(form, sizePx, weight) <= maxPx) ?? null;
}
