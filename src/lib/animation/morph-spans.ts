/**
 * When each track of a morph runs. A change of lens tells a story in phases; a short change is one
 * movement; where stacks come, go or change places, what goes is gone before what stays slides, and what
 * is new rises where room has become free.
 */
import type { Cue, Ease } from './cue.ts';
import type { MorphPlan, Track } from './morph-plan.ts';
import { MOTION } from './motion.ts';

/** Parts of the whole, 0 to 1. */
type Span = readonly [start: number, end: number, ease: Ease];

interface Spans {
  readonly out: Span;
  readonly kernels: Span;
  readonly rest: Span;
  readonly in: Span;
  /** Shared by the ranks of what leaves, and of what enters. */
  readonly leave: Span;
  readonly enter: Span;
}

/** Up to this length a change is one movement, not a story told in phases, ms. */
const SHORT_MS = 200;
const SHORT: Spans = {
  out: [0, 0.5, 'linear'],
  kernels: [0, 1, 'morph'],
  rest: [0, 1, 'morph'],
  in: [0.5, 1, 'linear'],
  leave: [0, MOTION.exitFactor, 'exit'],
  enter: [0.4, 1, 'enter'],
};
const LONG: Spans = {
  ...SHORT,
  out: [0, 1 / 6, 'linear'],
  kernels: [1 / 6, 4 / 6, 'morph'],
  rest: [1 / 3, 5 / 6, 'morph'],
  in: [4 / 6, 1, 'linear'],
};

/** @returns one cue per track: `alpha` of the track's name is its progress. */
export function trackCues(plan: MorphPlan, durationMs: number): readonly Cue[] {
  if (durationMs === 0) return [];
  const isShort = durationMs <= SHORT_MS;
  const { leave, enter, ...named } = isShort ? SHORT : plan.isOfStacks ? stackSpans(plan) : LONG;
  const spans = new Map<Track, Span>(Object.entries(named));
  for (const [name, ranks, span] of [
    ['leave', plan.leaveRanks, leave],
    ['enter', plan.enterRanks, enter],
  ] as const) {
    for (let rank = 0; rank < ranks; rank += 1) {
      spans.set(`${name} ${rank}`, isShort ? span : rankSpan(span, rank, ranks));
    }
  }
  return [...spans].map(([track, [start, end, ease]]) => ({
    id: track,
    target: track,
    prop: 'alpha',
    atMs: start * durationMs,
    durationMs: (end - start) * durationMs,
    from: 0,
    to: 1,
    ease,
  }));
}

/**
 * Kernels and all else travel together, or parts of one stack would cross those of another; time goes
 * to what there is to be seen.
 */
function stackSpans({ changes, leaveRanks, enterRanks }: MorphPlan): Spans {
  const travels = changes.some(({ kind }) => kind === 'move' || kind === 'swap');
  const goneAt = leaveRanks > 0 ? 0.34 : 0.2;
  const restAt = travels ? (enterRanks > 0 ? 0.62 : 0.8) : goneAt;
  const rest: Span = [goneAt, Math.max(restAt, goneAt + 0.1), 'morph'];
  return {
    out: [0, 0.2, 'linear'],
    ...{ kernels: rest, rest },
    in: [Math.max(0.8, restAt), 1, 'linear'],
    leave: [0, goneAt, 'exit'],
    enter: [restAt, 1, 'enter'],
  };
}

/** Each rank takes half of the whole span, one after the other. */
function rankSpan([start, end, ease]: Span, rank: number, ranks: number): Span {
  if (ranks === 1) return [start, end, ease];
  const half = (end - start) / 2;
  const begin = start + (half * rank) / (ranks - 1);
  return [begin, begin + half, ease];
}
