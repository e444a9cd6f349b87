/** Numbers, durations and sizes as tools and people write them. A value or what is wrong with it. */
import { FIGURE_UNITS } from '../format-quantity.ts';
import { MAX_OWN_VALUE } from '../own-numbers.ts';
import { shorten, type IssueData } from './own-issue.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const COMMA_NUMBER = /^[+-]?\d{1,15},\d{1,15}$/;

/** @returns a finite number, 0 or more and at most {@link MAX_OWN_VALUE}, or what is wrong with it. */
export function checkNumber(value: number, field?: string, found?: string): number | IssueData {
  const data = { ...(field && { field }), found: shorten(found ?? String(value)) };
  if (Number.isNaN(value)) return { code: 'not-a-number', ...data };
  if (value < 0) return { code: 'negative', ...data };
  if (value > MAX_OWN_VALUE) return { code: 'too-big', ...data };
  // Adding 0 turns -0 into 0.
  return value + 0;
}

/** A number written in digits, with a point for decimals. */
export function parseOwnNumber(text: string, field?: string): number | IssueData {
  const trimmed = text.trim();
  if (COMMA_NUMBER.test(trimmed)) {
    return { code: 'decimal-comma', ...(field && { field }), found: shorten(trimmed) };
  }
  if (/^[+-]?inf(?:inity)?$/i.test(trimmed) || !NUMBER.test(trimmed)) {
    return { code: 'not-a-number', ...(field && { field }), found: shorten(trimmed) };
  }
  return checkNumber(Number(trimmed), field, trimmed);
}

/** Keeps what a measurement can tell and drops the noise of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

const MS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1e3],
  ['min', 6e4],
  ['h', 3.6e6],
  ['d', 8.64e7],
  ['day', 8.64e7],
  ['days', 8.64e7],
  ['w', 6.048e8],
]);

/** A duration in one or more parts, as systemd writes it. */
export const DURATION = String.raw`(?:\d+(?:\.\d+)?\s?(?:ns|us|µs|μs|ms|min|s|h|days?|d|w)\b\s?)+`;
const DURATION_PART = /(\d+(?:\.\d+)?)\s?(ns|us|µs|μs|ms|min|s|h|days?|d|w)(?![a-zµμ])\s?/y;

/** @returns a duration such as `978ms`, `11.894s` or `1min 9.608s` in ms, or what is wrong with it. */
export function parseDuration(text: string): number | IssueData {
  const trimmed = text.trim();
  if (/\d,\d/.test(trimmed)) return { code: 'decimal-comma', found: shorten(trimmed) };
  let ms = 0;
  DURATION_PART.lastIndex = 0;
  let read = 0;
  while (read < trimmed.length) {
    const part = DURATION_PART.exec(trimmed);
    if (part === null) return { code: 'not-a-duration', found: shorten(trimmed) };
    ms += Number(part[1]) * (MS_PER_UNIT.get(part[2] ?? '') ?? NaN);
    read = DURATION_PART.lastIndex;
  }
  if (read === 0) return { code: 'not-a-duration', found: '' };
  return checkNumber(tidy(ms), undefined, trimmed);
}

const BYTES_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
  ['tb', 1e12],
  ['kib', 2 ** 10],
  ['mib', 2 ** 20],
  ['gib', 2 ** 30],
  ['tib', 2 ** 40],
]);

/** @returns a size such as `5.61MB`, `30.8 MB` or `752KiB` in bytes, or what is wrong with it. */
export function parseBytes(text: string, field?: string): number | IssueData {
  const [, digits = '', unit = ''] =
    /^([+-]?[\d.,]+(?:e[+-]?\d+)?)\s?(\S*)$/i.exec(text.trim()) ?? [];
  if (digits === '') {
    return { code: 'not-a-number', ...(field && { field }), found: shorten(text) };
  }
  const number = parseOwnNumber(digits, field);
  if (typeof number !== 'number') return number;
  const bytesPerUnit = BYTES_PER_UNIT.get(unit.toLowerCase());
  if (bytesPerUnit === undefined) {
    return { code: 'unknown-unit', ...(field && { field }), found: shorten(unit), expected: SIZES };
  }
  return number * bytesPerUnit;
}

const SIZES = 'B, kB, MB, GB, KiB, MiB, GiB';

/** A unit that a person may write, as one of FIGURE_UNITS and the factor to it. */
export interface OwnUnit {
  readonly unit: string;
  readonly factor: number;
}

const OTHER_UNITS: ReadonlyMap<string, OwnUnit> = new Map([
  ['s', { unit: 'ms', factor: 1000 }],
  ['sec', { unit: 'ms', factor: 1000 }],
  ['min', { unit: 'ms', factor: 60_000 }],
  ['us', { unit: 'µs', factor: 1 }],
  ['μs', { unit: 'µs', factor: 1 }],
  ['B', { unit: 'MB', factor: 1e-6 }],
  ['kB', { unit: 'MB', factor: 1e-3 }],
  ['KB', { unit: 'MB', factor: 1e-3 }],
  ['KiB', { unit: 'MiB', factor: 2 ** -10 }],
  ['GiB', { unit: 'MiB', factor: 2 ** 10 }],
  ['x', { unit: '×', factor: 1 }],
  ['', { unit: 'count', factor: 1 }],
]);

/** @returns the unit, or undefined when it is none that is known here */
export function findUnit(text: string): OwnUnit | undefined {
  const trimmed = text.trim();
  const unit = FIGURE_UNITS.find((known) => known === trimmed);
  return unit === undefined ? OTHER_UNITS.get(trimmed) : { unit, factor: 1 };
}

/** Units as they are named to a reader whose unit is not known. */
export const UNITS_TO_NAME = 'ms, s, µs, MB, MiB, GB, %, ×, count';
