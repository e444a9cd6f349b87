import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDuration, scormTimespan } from './durations.ts';

test.each([
  [0, '0000:00:00.00'],
  [-5, '0000:00:00.00'],
  [59_999, '0000:01:00.00'],
  [61_234, '0000:01:01.23'],
  [3_600_000, '0001:00:00.00'],
])('%d ms', (ms, text) => {
  expect(scormTimespan(ms)).toBe(text);
});

test('every span has the form that SCORM 1.2 takes', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (ms) => {
      expect(scormTimespan(ms)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
    }),
  );
});

test('xAPI wants seconds', () => {
  expect(isoDuration(12_345)).toBe('PT12.35S');
  expect(isoDuration(0)).toBe('PT0S');
});
