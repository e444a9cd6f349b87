import type { Scene } from '../model/scene.ts';
import { type Notice, NoticeList } from './url-notice.ts';

/** @returns what is said of a playhead or step that the picture does not have */
export function timeNotices(
  { tMs, step }: Scene,
  durationMs: number,
  steps: number,
): readonly Notice[] {
  const notices = new NoticeList();
  if (tMs !== null && tMs > durationMs) {
    const typed = String(tMs).replace('e+', 'e');
    notices.add('out-of-range', 't', typed, String(Math.round(durationMs * 1000) / 1000));
  } else if (tMs === null && step !== null && step > steps) {
    notices.add('out-of-range', 'step', String(step), String(steps));
  }
  return notices.all;
}
