/** A figure as text: its typical value or its range, with the unit. */
import { en } from '#lib/content/locales/en/index.ts';
import type { Figure } from '#lib/model/figures.ts';
import { formatDuration, formatSpan } from '#lib/sim/boot-format.ts';

const numbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const MS_PER: Readonly<Record<string, number>> = { ms: 1, s: 1000, 's ': 1000, us: 0.001, 'µs': 0.001 };

/** @returns the value as it is read out, e.g. "about 3.5 ms", "1 to 9 ms", "at most 125 ms" */
export function formatFigure({ low, typical, high, unit }: Figure): string {
  const words = en.ui.inspector;
  const perUnit = MS_PER[unit];
  const one = (value: number): string =>
    perUnit === undefined ? withUnit(value, unit) : formatDuration(value * perUnit);
  if (typical !== undefined) return one(typical);
  if (low !== undefined && high !== undefined) {
    if (perUnit !== undefined) return formatSpan(low * perUnit, high * perUnit, words.range);
    return words.range(numbers.format(low), one(high));
  }
  if (high !== undefined) return words.atMost(one(high));
  if (low !== undefined) return words.atLeast(one(low));
  return '';
}

/** @returns the range beside a typical value, or nothing. */
export function formatRange(figure: Figure): string {
  const { low, typical, high } = figure;
  if (typical === undefined || low === undefined || high === undefined || low === high) return '';
  const { typical: _typical, ...range } = figure;
  return formatFigure(range);
}

function withUnit(value: number, unit: string): string {
  if (unit === '%') return `${numbers.format(value)} %`;
  return unit === '' || unit === 'count' ? numbers.format(value) : `${numbers.format(value)} ${unit}`;
}
