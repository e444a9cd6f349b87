/**
 * How high a frame would like to be. From its width and what it shows, never from its own height: a host
 * that follows the answer gets the same answer again.
 */
import type { Lens } from '../model/scene.ts';

/** What surrounds the picture: headline, controls, attribution, px. */
const AROUND_PX = 136;
const NO_CONTROLS_PX = 48;
/** The picture itself, px. */
const LEAST_PX = 260;
const MOST_PX = 620;
/** One stack after the other, below this width, px. */
const NARROW_PX = 480;

/** Pictures that need more room than a stack: lines of a race, halves under each other. */
const TALLER: Readonly<Partial<Record<Lens, number>>> = {
  ...{ boot: 1.15, size: 1.25, path: 1.2, isolation: 1.15 },
};

/**
 * @param widthPx of the frame
 * @returns CSS px, whole
 */
export function wantedHeight(widthPx: number, lens: Lens, hasControls: boolean): number {
  const share = widthPx < NARROW_PX ? 0.95 : 0.47;
  const picture = Math.min(MOST_PX, Math.max(LEAST_PX, widthPx * share)) * (TALLER[lens] ?? 1);
  return Math.round(picture) + AROUND_PX - (hasControls ? 0 : NO_CONTROLS_PX);
}
