/**
 * The four easings of the design tokens, as plain functions: CSS cubic Béziers, solved exactly enough
 * to be the same on every machine. gsap's own CustomEase rounds to three digits and weighs 8 kB more.
 */
import type { Ease } from './cue.ts';

/** From linear progress to eased progress; 0 gives exactly 0 and 1 exactly 1. */
export type EaseFunction = (progress: number) => number;

const NEWTON_STEPS = 8;
const PRECISION = 1e-7;

/**
 * A CSS `cubic-bezier(x1, y1, x2, y2)`.
 * @param x1 0 to 1
 * @param x2 0 to 1
 */
export function cubicBezier(x1: number, y1: number, x2: number, y2: number): EaseFunction {
  const at = (t: number, a: number, b: number) =>
    ((1 - 3 * b + 3 * a) * t + (3 * b - 6 * a)) * t * t + 3 * a * t;
  const slope = (t: number, a: number, b: number) =>
    3 * (1 - 3 * b + 3 * a) * t * t + 2 * (3 * b - 6 * a) * t + 3 * a;

  return (progress) => {
    if (!(progress > 0)) return 0;
    if (progress >= 1) return 1;
    let t = progress;
    for (let step = 0; step < NEWTON_STEPS; step += 1) {
      const error = at(t, x1, x2) - progress;
      if (Math.abs(error) < PRECISION) return at(t, y1, y2);
      const tilt = slope(t, x1, x2);
      if (Math.abs(tilt) < 1e-6) break;
      t -= error / tilt;
    }
    return at(
      bisect((u) => at(u, x1, x2), progress),
      y1,
      y2,
    );
  };
}

/** Finds t in 0 to 1 with rising(t) = target; for the flat spots on which Newton's method stalls. */
function bisect(rising: (t: number) => number, target: number): number {
  let low = 0;
  let high = 1;
  while (high - low > PRECISION) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Easings by name. Clocks and races are linear: there, time is data. */
export const EASES: Readonly<Record<Ease, EaseFunction>> = {
  enter: cubicBezier(0.2, 0.7, 0.2, 1),
  exit: cubicBezier(0.6, 0, 0.9, 0.4),
  morph: cubicBezier(0.45, 0, 0.15, 1),
  linear: (progress) => Math.min(1, Math.max(0, progress)),
};
