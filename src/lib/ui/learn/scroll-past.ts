/**
 * Scrolling on past the end of the words: how far that has got towards the next step. Pure. It takes two
 * gestures at least, so that the run-out of one never turns the page.
 */

export interface Pull {
  /** 0 to 1: the next step comes at 1. */
  readonly share: number;
  /** What this gesture has added. */
  readonly ofGesture: number;
  /** When it was last added to, ms. */
  readonly atMs: number;
}

export const NO_PULL: Pull = { share: 0, ofGesture: 0, atMs: -Infinity };

/** So much scrolling past the end turns the page, CSS px. */
const WHOLE_PX = 420;
/** What one gesture adds at most. */
const MOST_OF_GESTURE = 0.6;
/** A pause of this length ends a gesture, ms. */
const PAUSE_MS = 180;
/** After this long without scrolling it begins anew, ms. */
export const FORGET_MS = 3000;

/**
 * @param deltaPx down is positive; any way up begins anew
 * @param nowMs when, on the clock of `atMs`
 */
export function pulled(before: Pull, deltaPx: number, nowMs: number): Pull {
  if (deltaPx <= 0) return { ...NO_PULL, atMs: nowMs };
  const rested = nowMs - before.atMs;
  const kept = rested > FORGET_MS ? NO_PULL : before;
  const ofGesture = rested > PAUSE_MS ? 0 : kept.ofGesture;
  const added = Math.min(deltaPx / WHOLE_PX, Math.max(0, MOST_OF_GESTURE - ofGesture));
  return { share: Math.min(1, kept.share + added), ofGesture: ofGesture + added, atMs: nowMs };
}

/** @returns the gesture that came to the end: it is used up, and the next one counts */
export function cameToEnd(nowMs: number): Pull {
  return { share: 0, ofGesture: MOST_OF_GESTURE, atMs: nowMs };
}
