/** Readers of single URL values. Each gives the value that stands and notes what it could not use. */
import type { NoticeList } from './url-notice.ts';
import type { Query } from './url-query.ts';

/** What a reader needs: the query, where to note, under which key. */
export interface Reading {
  readonly query: Query;
  readonly notices: NoticeList;
}

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i;

/** One of a closed list of words. */
export function readWord<Word extends string>(
  { query, notices }: Reading,
  key: string,
  words: readonly Word[],
  base: Word,
): Word {
  const value = query.get(key);
  if (value === undefined) return base;
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  notices.add(value === '' ? 'empty' : 'unknown-value', key, value, base);
  return base;
}

/** `0` or `1`. */
export function readSwitch(reading: Reading, key: string, base: boolean): boolean {
  return readWord(reading, key, ['0', '1'], base ? '1' : '0') === '1';
}

/** A number or, where the key is given without a value, none. */
export function readNumber(
  { query, notices }: Reading,
  key: string,
  range: NumberRange,
  base: number | null,
): number | null {
  const value = query.get(key);
  if (value === undefined) return base;
  if (value === '') {
    // An empty value takes back the base's; without one it is a slip.
    if (base === null) notices.add('empty', key, value);
    return null;
  }
  const read = parseNumber(value, range);
  if (typeof read === 'string') {
    notices.add(read, key, value, base === null ? '' : String(base));
    return base;
  }
  if (read.isClamped) notices.add('out-of-range', key, value, String(read.value));
  return read.value;
}

/** A bare number within a range, clamped; or what is wrong with it. */
export function parseNumber(
  text: string,
  { min, max, isWhole = false }: NumberRange,
): { value: number; isClamped: boolean } | 'not-a-number' | 'not-whole' {
  if (!NUMBER.test(text)) return 'not-a-number';
  const number = Number(text);
  if (isWhole && Number.isFinite(number) && !Number.isInteger(number)) return 'not-whole';
  // Adding 0 turns -0 into 0.
  const value = Math.min(max, Math.max(min, number)) + 0;
  return { value, isClamped: value !== number };
}
