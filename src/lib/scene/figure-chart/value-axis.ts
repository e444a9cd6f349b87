/** The axis of a chart of figures: any value on it has a place between its two ends. */
import { scaleLinear, scaleLog } from 'd3';

export type AxisKind = 'log' | 'linear';

interface ValueTick {
  readonly value: number;
  readonly x: number;
  readonly isLabelled: boolean;
}

export interface ValueAxis {
  readonly kind: AxisKind;
  readonly from: number;
  readonly to: number;
  readonly x0: number;
  readonly x1: number;
  readonly ticks: readonly ValueTick[];
  /** Place of a value, px; inside [x0, x1], never falling with the value. */
  x(value: number): number;
}

/** From this ratio of largest to smallest a linear axis shows the small ones as nothing. */
const WIDE_RATIO = 30;
/** More decades than this leave no room for the ticks between them. */
const MAX_DECADES_WITH_MINOR = 6;
const LINEAR_TICK_PX = 92;

/** @returns true when every value has a place on a log axis */
export function canBeLog(values: readonly number[]): boolean {
  return values.length > 0 && values.every((value) => value > 0);
}

/** @returns the axis on which all values can be told apart best */
export function bestAxis(values: readonly number[]): AxisKind {
  if (!canBeLog(values)) return 'linear';
  return Math.max(...values) / Math.min(...values) >= WIDE_RATIO ? 'log' : 'linear';
}

function decadeBelow(value: number): number {
  return Number((10 ** Math.floor(Math.log10(value) + 1e-9)).toPrecision(1));
}

/** The smallest 1, 2 or 5 of a decade that is not below the value. */
function roundAbove(value: number): number {
  const decade = decadeBelow(value);
  const step = [1, 2, 5, 10].find((one) => Number((decade * one).toPrecision(1)) >= value) ?? 10;
  return Number((decade * step).toPrecision(1));
}

function logAxis(values: readonly number[], x0: number, x1: number): ValueAxis {
  const from = decadeBelow(Math.min(...values));
  const to = Math.max(roundAbove(Math.max(...values)), from * 10);
  const scale = scaleLog().domain([from, to]).range([x0, x1]).clamp(true);
  const x = (value: number): number => (value > from ? scale(value) : x0);
  const withMinor = Math.log10(to / from) <= MAX_DECADES_WITH_MINOR;
  const ticks: ValueTick[] = [];
  for (let decade = from; decade <= to; decade = Number((decade * 10).toPrecision(1))) {
    for (const step of withMinor ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1]) {
      const value = Number((decade * step).toPrecision(1));
      if (value <= to) ticks.push({ value, x: x(value), isLabelled: step === 1 });
    }
  }
  return { kind: 'log', from, to, x0, x1, ticks, x };
}

function linearAxis(values: readonly number[], x0: number, x1: number): ValueAxis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const count = Math.max(2, Math.min(9, Math.floor((x1 - x0) / LINEAR_TICK_PX)));
  const domain = low === high ? [0, 1] : [low, high];
  const scale = scaleLinear().domain(domain).nice(count).range([x0, x1]).clamp(true);
  const [from = 0, to = 1] = scale.domain();
  const ticks = scale.ticks(count).map((value) => ({ value, x: scale(value), isLabelled: true }));
  return { kind: 'linear', from, to, x0, x1, ticks, x: (value) => scale(value) };
}

/**
 * @param kind `log` is taken only where every value is above zero
 * @param values all that must lie on the axis
 * @param x0 px of its left end; `x1` of its right end, further right
 */
export function valueAxis(
  kind: AxisKind,
  values: readonly number[],
  x0: number,
  x1: number,
): ValueAxis {
  if (kind === 'log' && canBeLog(values)) return logAxis(values, x0, x1);
  return linearAxis(values, x0, x1);
}
