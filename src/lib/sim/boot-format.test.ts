import { describe, expect, it } from 'vitest';
import { formatClock, formatDuration, formatRatio, formatSpan, formatTick } from './boot-format.ts';

const to = (low: string, high: string): string => `${low} to ${high}`;

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [0.0032, '3.2 µs'],
    [0.4, '400 µs'],
    [0.9999, '1 ms'],
    [1, '1 ms'],
    [3.5, '3.5 ms'],
    [160.9, '161 ms'],
    [999.4, '999 ms'],
    [999.9, '1 s'],
    [1500, '1.5 s'],
    [29267, '29.3 s'],
    [60_000, '1 min'],
    [65_268, '65.3 s'],
    [120_000, '2 min'],
    [228_000, '3 min 48 s'],
  ])('%d ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});

describe('formatSpan', () => {
  it('says a common unit once', () => {
    expect(formatSpan(1, 9, to)).toBe('1 to 9 ms');
    expect(formatSpan(2.3, 4.1, to)).toBe('2.3 to 4.1 ms');
    expect(formatSpan(5000, 10_000, to)).toBe('5 to 10 s');
  });
  it('says both units when they differ', () => {
    expect(formatSpan(150, 1000, to)).toBe('150 ms to 1 s');
    expect(formatSpan(3000, 60_000, to)).toBe('3 s to 1 min');
    expect(formatSpan(0, 9, to)).toBe('0 ms to 9 ms');
  });
});

describe('formatRatio, formatClock, formatTick', () => {
  it('keeps the digits that mean something', () => {
    expect([1.04, 1.5, 9.96, 12.2, 57.1, 571.4, 14_000].map(formatRatio)).toEqual([
      '1',
      '1.5',
      '10',
      '12',
      '57',
      '570',
      '14000',
    ]);
  });
  it('shows the playhead with a steady number of digits', () => {
    expect([0, 0.2, 3.5, 42, 400, 4200, 42_000].map(formatClock)).toEqual([
      '0 ms',
      '200 µs',
      '3.50 ms',
      '42.0 ms',
      '400 ms',
      '4.20 s',
      '42.0 s',
    ]);
  });
  it('names ticks in whole minutes', () => {
    expect([1, 1000, 60_000, 600_000].map(formatTick)).toEqual(['1 ms', '1 s', '1 min', '10 min']);
  });
});
