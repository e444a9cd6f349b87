/** The story of the answers: one is asked after the other, and each answer travels. Pure in time. */

/** How far one question is, each from 0 to 1. */
export interface AskState {
  readonly nameAsked: number;
  /** The name on its way from the files. */
  readonly nameRoute: number;
  readonly nameShown: number;
  readonly releaseAsked: number;
  /** The release on its way from the kernel. */
  readonly releaseRoute: number;
  readonly releaseShown: number;
}

/** Length of one chapter, ms. */
export const ASK_MS = 2800;

/** When each part of a chapter begins and ends, ms. */
const SPANS: Readonly<Record<keyof AskState, readonly [number, number]>> = {
  nameAsked: [0, 150],
  nameRoute: [250, 950],
  nameShown: [900, 1050],
  releaseAsked: [1150, 1300],
  releaseRoute: [1400, 2250],
  releaseShown: [2200, 2350],
};

/** Most chapters of a story; who is left is asked together with the last. */
const MOST_CHAPTERS = 6;

/** @returns how many chapters it takes to ask `instances` */
export function askChapters(instances: number): number {
  return Math.min(MOST_CHAPTERS, instances);
}

/**
 * @param index of the instance, 0-based
 * @param tMs playhead; null: all has been asked
 */
export function askStateAt(index: number, chapters: number, tMs: number | null): AskState {
  const since = tMs === null ? Infinity : tMs - Math.min(index, chapters - 1) * ASK_MS;
  const share = ([from, to]: readonly [number, number]) =>
    Math.min(1, Math.max(0, (since - from) / (to - from)));
  return {
    nameAsked: share(SPANS.nameAsked),
    nameRoute: share(SPANS.nameRoute),
    nameShown: share(SPANS.nameShown),
    releaseAsked: share(SPANS.releaseAsked),
    releaseRoute: share(SPANS.releaseRoute),
    releaseShown: share(SPANS.releaseShown),
  };
}
