/** Numbers with their units as text, the same wherever a figure is shown. */
import type { Figure } from './figures.ts';

/** Units a figure may have. `count` is a bare number, `×` a ratio. */
export const FIGURE_UNITS = [
  'ms',
  'µs',
  'ns',
  'MB',
  'MiB',
  'GB',
  '%',
  '×',
  'count',
  'lines',
  'cycles',
  'thousand IOPS',
  'Gbit/s',
] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** How a language puts the ends of a range together. */
export interface RangeWords {
  range(low: string, high: string): string;
  atMost(value: string): string;
  atLeast(value: string): string;
}

interface Split {
  readonly value: string;
  readonly unit: string;
}

const MS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['µs', 1e-3],
  ['ns', 1e-6],
]);

/** From here on minutes are said; 60 s exactly is a minute too. */
const MINUTES_FROM_MS = 119_500;

function saysMinutes(ms: number): boolean {
  return ms >= MINUTES_FROM_MS || ms === 60_000;
}

/** Three digits at most, no zeros at the end, never an exponent. */
function threeDigits(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

function splitMs(ms: number): Split {
  if (ms === 0) return { value: '0', unit: 'ms' };
  if (ms < 0.0009995) return { value: threeDigits(ms * 1e6), unit: 'ns' };
  if (ms < 0.9995) return { value: threeDigits(ms * 1e3), unit: 'µs' };
  if (ms < 999.5) return { value: threeDigits(ms), unit: 'ms' };
  return { value: threeDigits(ms / 1000), unit: 's' };
}

/**
 * @param ms a duration in milliseconds, 0 or more
 * @returns e.g. "62 ns", "26.9 µs", "3.5 ms", "1.5 s", "3 min 48 s"
 */
export function formatMs(ms: number): string {
  if (saysMinutes(ms)) {
    const seconds = Math.round(ms / 1000);
    const rest = seconds % 60;
    const minutes = `${(seconds - rest) / 60} min`;
    return rest === 0 ? minutes : `${minutes} ${rest} s`;
  }
  const { value, unit } = splitMs(ms);
  return `${value} ${unit}`;
}

/** Making one costs far more than using it. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: string, isWhole: boolean): Intl.NumberFormat {
  const key = `${lang} ${isWhole}`;
  const digits = isWhole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 };
  const made = formats.get(key) ?? new Intl.NumberFormat(lang, digits);
  formats.set(key, made);
  return made;
}

// The first one takes a browser 20 ms and more: it is made with this code, not with a picture.
numberFormat('en', true);

/** A number in the way of a language: four digits that count, but a whole number stays whole. */
function formatNumber(value: number, lang: string): string {
  return numberFormat(lang, Number.isInteger(value)).format(value).replace('-', '−');
}

/**
 * @param unit one of FIGURE_UNITS; another unit is written behind the number as it is
 * @param lang BCP 47 tag, for the marks between digits
 * @returns e.g. "1.2 s" for 1200 ms, "−47.1 %", "410.3 MB", "2.69 ×", "50,000 lines", "292"
 */
export function formatQuantity(value: number, unit: string, lang = 'en'): string {
  const msPerUnit = MS_PER_UNIT.get(unit);
  if (msPerUnit !== undefined) return formatMs(value * msPerUnit);
  const number = formatNumber(value, lang);
  return unit === 'count' || unit === '' ? number : `${number} ${unit}`;
}

/** Both ends; the unit is said once when it is the same. */
function formatEnds(low: number, high: number, unit: string, words: RangeWords, lang: string) {
  const full = (value: number): string => formatQuantity(value, unit, lang);
  const msPerUnit = MS_PER_UNIT.get(unit);
  if (msPerUnit === undefined) return words.range(formatNumber(low, lang), full(high));
  const [lowMs, highMs] = [low * msPerUnit, high * msPerUnit];
  const start = splitMs(lowMs);
  const sameUnit = start.unit === splitMs(highMs).unit || lowMs === 0;
  return words.range(sameUnit && !saysMinutes(highMs) ? start.value : formatMs(lowMs), full(high));
}

/**
 * What a figure says beside its typical value: both ends, or a bound.
 * @param words of the reader's language
 * @returns e.g. "1 to 9 ms", "at most 125 ms"; empty when there is nothing but a typical value, or when
 *   both ends are that value
 */
export function formatRange(
  figure: Pick<Figure, 'low' | 'typical' | 'high' | 'unit'>,
  words: RangeWords,
  lang = 'en',
): string {
  const { low, typical, high, unit } = figure;
  if (low !== undefined && high !== undefined) {
    if (low === high) return low === typical ? '' : formatQuantity(low, unit, lang);
    return formatEnds(low, high, unit, words, lang);
  }
  if (high !== undefined) return words.atMost(formatQuantity(high, unit, lang));
  if (low !== undefined) return words.atLeast(formatQuantity(low, unit, lang));
  return '';
}
