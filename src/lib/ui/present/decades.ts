/** Numbers under a scale on the wall. */

/**
 * @param least left end of the scale
 * @param most right end, in the same unit
 * @returns five numbers at most, in even steps of the logarithm: they are read from the back row
 */
export function decadesBetween(least: number, most: number): readonly number[] {
  const parts = Math.min(4, Math.max(1, Math.round(Math.log10(most / least))));
  return Array.from({ length: parts + 1 }, (_, index) => {
    const value = least * (most / least) ** (index / parts);
    return Number(value.toPrecision(1));
  });
}
