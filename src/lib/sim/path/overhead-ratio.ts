/** A figure as a ratio to what it was compared with. Exact arithmetic on the figure's own numbers. */
import { measureOf } from '../../model/figure-measures.ts';
import type { Figure } from '../../model/figures.ts';

/** Ratios; 1 is native. Of speed or of time, as the figure has it. What is not known is absent. */
export interface RatioEnds {
  readonly low?: number;
  readonly typical?: number;
  readonly high?: number;
}

/** Native against native. */
export const NATIVE = 1;

const HUNDRED = 100;

/** @returns the value as a ratio; null: the figure says nothing of that kind */
function ratioOf(figure: Figure): ((value: number) => number) | null {
  switch (measureOf(figure)) {
    case 'change':
      return (value) => NATIVE + value / HUNDRED;
    case 'share':
      return (value) => value / HUNDRED;
    case 'times-as-long':
    case 'times-as-fast':
      return (value) => value;
    default:
      return null;
  }
}

function mapped({ low, typical, high }: RatioEnds, by: (value: number) => number): RatioEnds {
  return {
    ...(low === undefined ? {} : { low: by(low) }),
    ...(typical === undefined ? {} : { typical: by(typical) }),
    ...(high === undefined ? {} : { high: by(high) }),
  };
}

/** Both ends of what is known, outermost. */
function outer({ low, typical, high }: RatioEnds): readonly [number, number] | null {
  const from = low ?? typical ?? high;
  const to = high ?? typical ?? low;
  return from === undefined || to === undefined ? null : [from, to];
}

/** A quantity over the one that the same source measured beside it on the same machine. */
function computed(figure: Figure, reference: Figure): RatioEnds | null {
  const over = outer(figure);
  const under = outer(reference);
  if (over === null || under === null || figure.unit !== reference.unit || under[0] <= 0)
    return null;
  const low = over[0] / under[1];
  const high = over[1] / under[0];
  if (low === high) return { typical: low };
  const { typical } = figure;
  const base = reference.typical;
  return {
    low,
    ...(typical === undefined || base === undefined ? {} : { typical: typical / base }),
    high,
  };
}

/**
 * @param reference what `figure.reference` names, where it names something
 * @returns the ends as ratios; null: neither the figure nor its reference allows a ratio
 */
export function marksOf(figure: Figure, reference: Figure | undefined): RatioEnds | null {
  const by = ratioOf(figure);
  if (by !== null) return mapped(figure, by);
  return reference === undefined ? null : computed(figure, reference);
}

/** @returns the one value, or both ends, that stand for the figure; null: a bound is all that is known */
export function measuredEnds({ low, typical, high }: RatioEnds): readonly [number, number] | null {
  if (typical === undefined && (low === undefined || high === undefined)) return null;
  const all = [low, typical, high].flatMap((value) => value ?? []);
  return [Math.min(...all), Math.max(...all)];
}
