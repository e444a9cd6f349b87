/**
 * Counts in digits, in the way of a language. The first `Intl.NumberFormat` that a browser makes takes it 20 ms
 * and more, while it has a page to start: none is made for a count that needs no mark between its digits.
 */

export interface Digits {
  /** @param count a whole number of 0 or more. @returns e.g. `10,000` */
  format(count: number): string;
}

/** Every language writes counts below it in digits alone. */
const NEEDS_MARK = 1000;

/** @param lang BCP 47 tag */
export function digitsOf(lang: string): Digits {
  let made: Intl.NumberFormat | undefined;
  return {
    format: (count) =>
      count < NEEDS_MARK ? String(count) : (made ??= new Intl.NumberFormat(lang)).format(count),
  };
}
