/**
 * What studies measured of stacks against native: each figure a dot, by resource, never pooled. Speed is
 * given in % of what the same source measured without the stack: 100 is as fast as that.
 */
import type { Figure } from '../../model/figures.ts';
import { measureOf } from '../../model/figure-measures.ts';
import {
  OVERHEAD_RESOURCES,
  type Overhead,
  type OverheadResource,
} from '../../model/path/overhead-data.ts';
import type { ResolvedStack } from '../../model/stack.ts';

/** Ends and typical value, % of the speed without; an end that is not known is absent. */
export interface OverheadDot {
  readonly overhead: Overhead;
  readonly figure: Figure;
  readonly lowPercent?: number;
  readonly atPercent?: number;
  readonly highPercent?: number;
}

export interface OverheadCell {
  readonly resource: OverheadResource;
  /** In the order of the data; empty: not measured. */
  readonly dots: readonly OverheadDot[];
}

export interface OverheadRow {
  readonly stack: ResolvedStack;
  readonly cells: readonly OverheadCell[];
}

/** What is known without any stack: native itself, by definition. */
export const NATIVE_PERCENT = 100;

/**
 * @param resource one of them, or all
 * @returns one row per stack in their order, one cell per resource
 */
export function overheadRows(
  stacks: readonly ResolvedStack[],
  overheads: readonly Overhead[],
  figures: ReadonlyMap<string, Figure>,
  resource: OverheadResource | 'all',
): readonly OverheadRow[] {
  const shown = OVERHEAD_RESOURCES.filter((one) => resource === 'all' || one === resource);
  return stacks.map((stack) => {
    const own = overheads.filter((one) => isOf(one, stack));
    const cells = shown.map((one) => ({
      resource: one,
      dots: own
        .filter((overhead) => overhead.resource === one)
        .flatMap((overhead) => {
          const figure = figures.get(overhead.figure);
          return figure === undefined ? [] : [dotOf(overhead, figure)];
        }),
    }));
    return { stack, cells };
  });
}

function isOf({ stack: ref }: Overhead, { id, variant }: ResolvedStack): boolean {
  return ref === id || ref === `${id}:${variant}`;
}

/** @returns the speed that a value of the figure stands for, % of the speed without the stack */
export function speedPercent(value: number, figure: Figure, of: Overhead['of']): number {
  switch (measureOf(figure)) {
    case 'change':
      return of === 'time' ? 100 / (1 + value / 100) : 100 + value;
    case 'times-as-long':
      return 100 / value;
    case 'times-as-fast':
      return 100 * value;
    default:
      return value;
  }
}

function dotOf(overhead: Overhead, figure: Figure): OverheadDot {
  const speed = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : speedPercent(value, figure, overhead.of);
  const [a, at, b] = [speed(figure.low), speed(figure.typical), speed(figure.high)];
  // Twice as long is half as fast: the ends change places.
  const isTurned =
    a !== undefined && b !== undefined ? a > b : measureOf(figure) === 'times-as-long';
  const [low, high] = isTurned ? [b, a] : [a, b];
  return {
    overhead,
    figure,
    ...(low === undefined ? {} : { lowPercent: low }),
    ...(at === undefined ? {} : { atPercent: at }),
    ...(high === undefined ? {} : { highPercent: high }),
  };
}
