import { describe, expect, test } from 'vitest';
import { fitsUnit, formatBase, measureOf, toBase } from './figure-measures.ts';
import { FIGURE_UNITS } from './format-quantity.ts';

describe('units convert', () => {
  test.each([
    [3.5, 'ms', 3.5],
    [26.9, 'µs', 0.0269],
    [62, 'ns', 0.000062],
    [5, 'MiB', 5.24288],
    [4, 'GB', 4000],
    [410.3, 'MB', 410.3],
    [-47.1, '%', -47.1],
  ])('%d %s', (value, unit, base) => {
    expect(toBase(value, unit)).toBeCloseTo(base, 9);
  });
});

describe('a measure', () => {
  test.each([
    ['ns', 'time'],
    ['MiB', 'size'],
    ['lines', 'lines'],
    ['Gbit/s', 'bandwidth'],
  ])('follows from %s', (unit, measure) => {
    expect(measureOf({ unit })).toBe(measure);
  });

  test.each(['%', '×', 'count'])('does not follow from %s', (unit) => {
    expect(measureOf({ unit })).toBeNull();
    expect(fitsUnit({ unit })).toBe(false);
  });

  test('of another unit does not fit', () => {
    expect(fitsUnit({ unit: 'ms', measure: 'size' })).toBe(false);
    expect(fitsUnit({ unit: '%', measure: 'change' })).toBe(true);
    expect(fitsUnit({ unit: 'constructor' })).toBe(false);
  });

  test('is known for every unit of the data, in one way or several', () => {
    for (const unit of FIGURE_UNITS) expect(toBase(1, unit)).toBeGreaterThan(0);
  });
});

test.each([
  [0, 'size', '0 MB'],
  [0.0025, 'size', '2.5 kB'],
  [500, 'size', '500 MB'],
  [2440.8, 'size', '2.441 GB'],
  [10_000, 'time', '10 s'],
  [-20, 'change', '−20 %'],
  [3, 'times-as-long', '3 ×'],
  [300, 'system-calls', '300'],
] as const)('%d of %s reads "%s"', (value, measure, text) => {
  expect(formatBase(value, measure)).toBe(text);
});
