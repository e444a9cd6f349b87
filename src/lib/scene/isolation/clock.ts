/** Time of a break-in: one chapter per step, a hop and a hold. */
import type { IsolationWords } from '../../model/isolation/words.ts';
import type { DisplayList } from '../display-list.ts';
import type { LensClock } from '../picture.ts';
import type { Shown } from './lens.ts';

/** The step that is being taken, 1-based, and how much of its way is done, 0 to 1. */
export interface Moment {
  readonly step: number;
  readonly share: number;
}

const HOP_MS = 420;
const STEP_MS = 1600;

export function clockOf(
  shown: readonly Shown[],
  at: (moment: Moment) => DisplayList,
  words: IsolationWords,
): LensClock {
  const last = Math.max(
    0,
    ...shown.flatMap(({ story }) => story.lines.map(({ number }) => number)),
  );
  const steps = Array.from({ length: last }, (_, index) => index + 1);
  const durationMs = last * STEP_MS;
  const momentAt = (tMs: number): Moment => {
    const t = Number.isNaN(tMs) ? durationMs : Math.min(durationMs, Math.max(0, tMs));
    // The end of a step is that step, complete.
    const step = Math.min(last, Math.max(1, Math.ceil(t / STEP_MS)));
    return { step, share: Math.min(1, (t - (step - 1) * STEP_MS) / HOP_MS) };
  };
  const saysOf = (step: number): string =>
    shown
      .flatMap(({ story }) => {
        const line = story.lines.find(({ number }) => number === step);
        return line === undefined ? [] : [words.story.at(story.letter, line.text)];
      })
      .join(' ');
  return {
    durationMs,
    chapters: steps.map((step) => ({
      id: `step${step}`,
      label: labelOf(shown, step, words),
      ...{ startMs: (step - 1) * STEP_MS, endMs: step * STEP_MS, says: saysOf(step) },
    })),
    at: (tMs) => at(last === 0 || tMs >= durationMs ? { step: Infinity, share: 1 } : momentAt(tMs)),
    says: (tMs) => saysOf(momentAt(tMs).step),
  };
}

/** The attack's own name for the step, whatever became of it in each stack. */
function labelOf(shown: readonly Shown[], step: number, words: IsolationWords): string {
  // Who begins at a kernel does not go the attack's way from its start.
  const whole = shown.find(({ story }) => story.breakIn.entry.kind === 'app')?.story;
  const named = whole?.attack?.steps[step - 1]?.label;
  const line = shown.flatMap(({ story }) => story.lines).find(({ number }) => number === step);
  return named ?? line?.short ?? words.story.stopped;
}
