/** When each slide of a talk begins and ends, by the lesson's own plan. */
import type { Slide } from '#lib/model/lesson/slides.ts';

export interface PlannedSlide {
  /** 0-based place of the slide. */
  readonly index: number;
  /** ms from the start of the talk */
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * @param skipped places that are left out: they take no time
 * @returns the slides that are shown; the sources take none
 */
export function planOfTalk(
  slides: readonly Slide[],
  skipped: readonly number[],
): readonly PlannedSlide[] {
  let startMs = 0;
  return slides.flatMap((slide, index): readonly PlannedSlide[] => {
    if (skipped.includes(index)) return [];
    const planned = {
      index,
      startMs,
      endMs: startMs + (slide.kind === 'step' ? slide.step.minutes * 60_000 : 0),
    };
    startMs = planned.endMs;
    return [planned];
  });
}
