/**
 * Numbers in digits, in the way of a language. The first formatter that a browser makes takes it some 20 ms:
 * none is made before it is used.
 */

export interface Digits {
  /** @returns e.g. `10,000` */
  format(value: number): string;
}

/** @param lang BCP 47 tag */
export function digitsOf(lang: string): Digits {
  let made: Intl.NumberFormat | undefined;
  return { format: (value) => (made ??= new Intl.NumberFormat(lang)).format(value) };
}
