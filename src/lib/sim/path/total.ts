/** A path's time is the sum of its parts, and is known only where every part is. */
import type { Figure } from '../../model/figures.ts';
import type { NoTotal } from '../../model/path/no-total.ts';
import type { Route } from '../../model/path/route.ts';

export interface PathTime {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** @returns a figure's ends; where it has a single value, that */
export function endsOf(figure: Figure): { readonly low: number; readonly high: number } | null {
  const known = [figure.low, figure.typical, figure.high].filter((one) => one !== undefined);
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}

/**
 * The sum of the parts, where they cover every hop once and come from one source in one unit: what was
 * measured on different machines does not add up.
 */
export function totalOf(route: Route, figures: ReadonlyMap<string, Figure>): PathTime | NoTotal {
  const parts = route.parts.flatMap(({ hops, figure: id }) => {
    const figure = figures.get(id);
    const ends = figure === undefined ? null : endsOf(figure);
    return figure === undefined || ends === null ? [] : [{ hops, figure, ends }];
  });
  const [first] = parts;
  if (first === undefined) return 'none';
  const covered = parts.flatMap(({ hops }) => hops);
  const isWhole =
    !route.isOpen &&
    covered.length === route.hops.length &&
    new Set(covered).size === route.hops.length;
  if (!isWhole) return 'parts-missing';
  const isOne = parts.every(
    ({ figure }) =>
      figure.unit === first.figure.unit && figure.sources[0] === first.figure.sources[0],
  );
  if (!isOne) return 'not-comparable';
  return {
    low: parts.reduce((sum, { ends }) => sum + ends.low, 0),
    high: parts.reduce((sum, { ends }) => sum + ends.high, 0),
    unit: first.figure.unit,
  };
}
