import type { Scene } from '../model/scene.ts';
import type { Notice } from './url-notice.ts';

const beyond = (param: 't' | 'step', value: string, most: number): readonly Notice[] => [
  { code: 'out-of-range', param, value, used: String(most) },
];

/** @returns what is said of a playhead or step that the picture does not have */
export function timeNotices(
  { tMs, step }: Scene,
  durationMs: number,
  steps: number,
): readonly Notice[] {
  if (tMs !== null && tMs > durationMs) {
    return beyond('t', String(tMs).replace('e+', 'e'), Math.round(durationMs * 1000) / 1000);
  }
  return tMs === null && step !== null && step > steps ? beyond('step', String(step), steps) : [];
}
