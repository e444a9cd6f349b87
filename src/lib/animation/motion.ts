/** Lengths of movements in ms, as the design tokens give them (`motion.duration`). */
export const MOTION = {
  toggleMs: 160,
  fenceDrawMs: 240,
  layerEnterMs: 320,
  staggerMs: 60,
  lensMorphMs: 600,
  stackSwapMs: 450,
  reducedFadeMs: 120,
  /** What goes takes this part of the time of what comes. */
  exitFactor: 0.6,
} as const;
