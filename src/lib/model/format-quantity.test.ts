import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMs, formatQuantity, formatRange } from './format-quantity.ts';

const words = {
  range: (low: string, high: string) => `${low} to ${high}`,
  atMost: (value: string) => `at most ${value}`,
  atLeast: (value: string) => `at least ${value}`,
};

test.each([
  [0, '0 ms'],
  [0.000062, '62 ns'],
  [0.0009996, '1 µs'],
  [0.0269, '26.9 µs'],
  [0.99951, '1 ms'],
  [3.5, '3.5 ms'],
  [160.9, '161 ms'],
  [999.6, '1 s'],
  [1193, '1.19 s'],
  [60_000, '1 min'],
  [65_268, '65.3 s'],
  [119_600, '2 min'],
  [228_000, '3 min 48 s'],
])('%d ms reads "%s"', (ms, text) => {
  expect(formatMs(ms)).toBe(text);
});

test('no duration has an exponent, a trailing zero after the point or more than three digits', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), (ms) => {
      const text = formatMs(ms);
      expect(text).toMatch(/^(\d+ min( \d{1,2} s)?|\d+(\.\d*[1-9])? (ns|µs|ms|s))$/);
      expect((text.split(' ')[0] ?? '').replace(/^0?\.?0*|\./g, '').length).toBeLessThanOrEqual(3);
    }),
  );
});

test.each([
  [26.9, 'µs', '26.9 µs'],
  [6249, 'ns', '6.25 µs'],
  [-47.1, '%', '−47.1 %'],
  [410.3, 'MB', '410.3 MB'],
  [0.0025, 'MB', '0.0025 MB'],
  [2.69, '×', '2.69 ×'],
  [50_000, 'lines', '50,000 lines'],
  [292, 'count', '292'],
  [2440.8, 'MB', '2,441 MB'],
])('%d %s reads "%s"', (value, unit, text) => {
  expect(formatQuantity(value, unit)).toBe(text);
});

test('marks between digits follow the language', () => {
  expect(formatQuantity(2440.8, 'MB', 'de')).toBe('2.441 MB');
  expect(formatQuantity(0.5, '%', 'de')).toBe('0,5 %');
});

describe('a range', () => {
  test.each([
    [{ low: 1, typical: 3.5, high: 9, unit: 'ms' }, '1 to 9 ms'],
    [{ low: 150, typical: 200, high: 1000, unit: 'ms' }, '150 ms to 1 s'],
    [{ low: 60_000, high: 120_000, unit: 'ms' }, '1 min to 2 min'],
    [{ low: 20_000, high: 228_000, unit: 'ms' }, '20 s to 3 min 48 s'],
    [{ low: -51.5, typical: -47.1, high: -45.1, unit: '%' }, '−51.5 to −45.1 %'],
    [{ high: 125, unit: 'ms' }, 'at most 125 ms'],
    [{ low: 4, unit: 'GB' }, 'at least 4 GB'],
    [{ typical: 4.4, unit: 'ms' }, ''],
    [{ low: 2.5, typical: 2.5, high: 2.5, unit: 'MiB' }, ''],
  ])('%o reads "%s"', (figure, text) => {
    expect(formatRange(figure, words)).toBe(text);
  });
});
