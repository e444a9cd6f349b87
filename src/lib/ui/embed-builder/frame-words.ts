/** What the builder hears of its preview: how many steps there are, and how high it would like to be. */

interface FrameWords {
  readonly steps?: number;
  /** px */
  readonly heightPx?: number;
}

/** What a frame asks for beyond these is a mistake, px. */
const HEIGHT_PX = { min: 120, max: 4000 } as const;
const MAX_STEPS = 1000;

/**
 * @param data of a message whose source is the preview's window
 * @returns null for anything that is no message of an embed; never throws
 */
export function readFrameWords(data: unknown): FrameWords | null {
  if (typeof data !== 'object' || data === null) return null;
  const said: Readonly<Record<string, unknown>> = { ...data };
  if (said['app'] !== 'strata' || said['v'] !== 1) return null;
  const steps = said['steps'];
  if (said['type'] === 'ready' && isWhole(steps, 0, MAX_STEPS)) return { steps };
  const height = said['height'];
  if (said['type'] === 'resize' && typeof height === 'number' && Number.isFinite(height)) {
    return { heightPx: Math.round(Math.min(HEIGHT_PX.max, Math.max(HEIGHT_PX.min, height))) };
  }
  return null;
}

function isWhole(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}
