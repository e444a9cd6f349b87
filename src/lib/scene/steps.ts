/**
 * A picture is much work, and a browser should not do much in one go. So what makes one may stop between two
 * parts of the work: each `yield` is such a place. What comes out is the same, with or without stops.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all that is left of the work at once. @returns what it makes */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
