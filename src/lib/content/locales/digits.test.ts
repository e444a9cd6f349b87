import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsOf } from './digits.ts';

test('counts are written as the standard formatter of a language writes them', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('en', 'de', 'fr'),
      fc.oneof(fc.nat(2000), fc.nat(Number.MAX_SAFE_INTEGER)),
      (lang, count) => {
        expect(digitsOf(lang).format(count)).toBe(new Intl.NumberFormat(lang).format(count));
      },
    ),
  );
});
