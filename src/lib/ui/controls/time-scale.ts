/** Where on a timeline a moment lies: 0 is its left end, 1 its right. Pure. */

export interface TimeScale {
  /** @param tMs within 0 … duration @returns 0 to 1 */
  toPlace(tMs: number): number;
  /** @param place 0 to 1 @returns ms */
  toTime(place: number): number;
}

/** The first decade of the log scale begins here, ms. */
const LOG_FLOOR_MS = 1;

/** Every chapter takes the same room, however long it is. */
export function chapterScale(
  chapters: readonly { readonly startMs: number; readonly endMs: number }[],
): TimeScale {
  const count = Math.max(1, chapters.length);
  return {
    toPlace(tMs) {
      const found = chapters.findIndex((chapter) => tMs <= chapter.endMs);
      const index = found === -1 ? count - 1 : found;
      const chapter = chapters[index];
      if (!chapter) return 0;
      const length = chapter.endMs - chapter.startMs || 1;
      return clamp((index + clamp((tMs - chapter.startMs) / length)) / count);
    },
    toTime(place) {
      const at = clamp(place) * count;
      const index = Math.min(count - 1, Math.floor(at));
      const chapter = chapters[index];
      if (!chapter) return 0;
      return chapter.startMs + (at - index) * (chapter.endMs - chapter.startMs);
    },
  };
}

/** @returns how much of a chapter is over at `tMs`, 0 to 100, whole; 100 only at its end */
export function percentOf(
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
  tMs: number,
): number {
  const share = clamp((tMs - startMs) / (endMs - startMs || 1));
  return share >= 1 ? 100 : Math.min(99, Math.round(share * 100));
}

export function linearScale(durationMs: number): TimeScale {
  const length = durationMs || 1;
  return { toPlace: (tMs) => clamp(tMs / length), toTime: (place) => clamp(place) * length };
}

/** Each decade from 1 ms takes the same room; what is shorter lies at the left end. */
export function logScale(durationMs: number): TimeScale {
  const decades = Math.log10(Math.max(10, durationMs) / LOG_FLOOR_MS);
  return {
    toPlace: (tMs) => (tMs <= LOG_FLOOR_MS ? 0 : clamp(Math.log10(tMs / LOG_FLOOR_MS) / decades)),
    toTime: (place) =>
      place <= 0 ? 0 : Math.min(durationMs, LOG_FLOOR_MS * 10 ** (place * decades)),
  };
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
