/**
 * The axes of the Overhead view: native in the middle, slower to the left whatever is measured, so that
 * a loss of speed and a longer time lie on the same side.
 */
import { formatQuantity, type RangeWords } from '../../model/format-quantity.ts';
import { NATIVE, type RatioEnds } from '../../sim/path/overhead-ratio.ts';
import type { Scale } from '../../sim/path/overhead.ts';

/** One axis: the same for all stacks, so that they compare. */
export interface OverheadAxis {
  readonly scale: Scale;
  /** Ratio at its slow end: of speed 0, of time the longest. */
  readonly slowest: number;
  /** Place of a ratio: −1 the slow end, 0 native, 1 as far the other way; never outside. */
  at(ratio: number): number;
  /** Share of half the axis and what stands there, slow end first; native is not among them. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

const DIGITS = 3;
const HUNDRED = 100;
/** A range of times that differ less than this from native still gets a decade. */
const LEAST_TIME = 10;

const inside = (share: number): number => Math.max(-1, Math.min(1, share));

function speedAxis(): OverheadAxis {
  return {
    scale: 'speed',
    slowest: 0,
    at: (ratio) => inside(ratio - NATIVE),
    ticks: [-1, -0.5, 0.5, 1].map((at) => ({ at, text: changeText(NATIVE + at) })),
  };
}

function timeAxis(scale: Scale, ratios: readonly number[]): OverheadAxis {
  const far = Math.max(LEAST_TIME, ...ratios.flatMap((ratio) => [ratio, NATIVE / ratio]));
  const decades = Math.ceil(Math.log10(far) - 1e-9);
  const slowest = 10 ** decades;
  const ticks = Array.from({ length: decades }, (_, index) => decades - index).map((decade) => ({
    at: -decade / decades,
    text: formatQuantity(10 ** decade, '×'),
  }));
  return {
    ...{ scale, slowest, ticks },
    at: (ratio) => inside(-Math.log10(Math.max(ratio, 1e-9)) / decades),
  };
}

/** @param ratios all that lie on it */
export function overheadAxis(scale: Scale, ratios: readonly number[]): OverheadAxis {
  return scale === 'speed' ? speedAxis() : timeAxis(scale, ratios);
}

/** "−17 %", "+66 %", "0 %": no more digits than the figures have. */
function changeText(ratio: number): string {
  const change = Number(((ratio - NATIVE) * HUNDRED).toPrecision(DIGITS));
  const text = formatQuantity(change, '%');
  return change > 0 ? `+${text}` : text;
}

function timesText(ratio: number): string {
  return formatQuantity(Number(ratio.toPrecision(DIGITS)), '×');
}

/** @returns a ratio as its axis writes it */
function ratioText(ratio: number, scale: Scale): string {
  return scale === 'speed' ? changeText(ratio) : timesText(ratio);
}

/** @returns both ends, the one value, or the bound: "−22 to −18 %", "−17 %", "at least −5 %" */
export function endsText({ low, typical, high }: RatioEnds, scale: Scale, words: RangeWords) {
  const from = low ?? typical;
  const to = high ?? typical;
  if (from === undefined) return to === undefined ? '' : words.atMost(ratioText(to, scale));
  if (to === undefined) return words.atLeast(ratioText(from, scale));
  return spanText(from, to, scale, words);
}

/** @returns "−22 to −18 %": the unit stands once */
export function spanText(from: number, to: number, scale: Scale, words: RangeWords): string {
  const [a, b] = [ratioText(from, scale), ratioText(to, scale)];
  return a === b ? a : words.range(a.replace(/\s?[%×]$/, ''), b);
}
