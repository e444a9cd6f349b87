/**
 * From one display list to another. A thing with the same key is the same thing: it moves. What is gone
 * falls out from the top down, what is new rises from the ground up, annotations go first and come
 * last, and kernels move before the rest. Two whole pictures are never faded over each other. Any list
 * that `at` gives may be the start of the next morph, so that a morph can be interrupted.
 */
import type { DisplayList, Item } from '../scene/display-list.ts';
import { fade, poseOne } from './apply-pose.ts';
import type { Cue, Ease, Poses } from './cue.ts';
import { mix, mixItem } from './mix-items.ts';
import { type Change, type MorphPlan, planMorph, type Track, withoutLayer } from './morph-plan.ts';
import { MOTION } from './motion.ts';
import { createTimeline } from './timeline-driver.ts';

export interface MorphOptions {
  /** See {@link MOTION}; without effect when `reduced`. */
  readonly durationMs: number;
  /** No travel: what changes fades out, then in, within 120 ms. */
  readonly reduced: boolean;
}

export interface Morph {
  readonly durationMs: number;
  /** The list at `ms`: `from` itself up to 0, `to` itself from `durationMs` on. */
  at(ms: number): DisplayList;
  destroy(): void;
}

type Span = readonly [start: number, end: number, ease: Ease];

/** Up to this length a change is one movement, not a story told in phases, ms. */
const SHORT_MS = 200;
const LONG_PHASES = {
  out: [0, 1 / 6, 'linear'],
  kernels: [1 / 6, 4 / 6, 'morph'],
  rest: [1 / 3, 5 / 6, 'morph'],
  in: [4 / 6, 1, 'linear'],
} as const satisfies Record<string, Span>;
const SHORT_PHASES = {
  out: [0, 0.5, 'linear'],
  kernels: [0, 1, 'morph'],
  rest: [0, 1, 'morph'],
  in: [0.5, 1, 'linear'],
} as const satisfies Record<string, Span>;
const LEAVE: Span = [0, MOTION.exitFactor, 'exit'];
const ENTER: Span = [0.4, 1, 'enter'];

/** Prepares a morph; see {@link Morph}. Call `destroy` when it is over or interrupted. */
export function createMorph(from: DisplayList, to: DisplayList, options: MorphOptions): Morph {
  const { reduced } = options;
  const durationMs = reduced ? MOTION.reducedFadeMs : Math.max(0, options.durationMs);
  const plan = planMorph(from, to);
  const timeline = createTimeline(trackCues(plan, durationMs));
  return {
    durationMs,
    at(ms) {
      if (ms >= durationMs) return to;
      if (!(ms > 0)) return from;
      const poses = timeline.poseAt(ms);
      const items: Item[] = [];
      for (const change of plan.changes) {
        if (reduced) cut(items, change, ms / durationMs);
        else apply(items, change, progressOf(poses, change));
      }
      const progress = reduced ? Math.round(ms / durationMs) : trackProgress(poses, 'rest');
      return {
        width: mix(from.width, to.width, progress),
        height: mix(from.height, to.height, progress),
        items,
      };
    },
    destroy: () => timeline.destroy(),
  };
}

/** One cue per track: `alpha` of the track's name is its progress. */
function trackCues({ leaveRanks, enterRanks }: MorphPlan, durationMs: number): readonly Cue[] {
  if (durationMs === 0) return [];
  const isShort = durationMs <= SHORT_MS;
  const spans = new Map<Track, Span>(Object.entries(isShort ? SHORT_PHASES : LONG_PHASES));
  for (const [name, ranks, span] of [
    ['leave', leaveRanks, LEAVE],
    ['enter', enterRanks, ENTER],
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

/** Each rank takes half of the whole span, one after the other. */
function rankSpan([start, end, ease]: Span, rank: number, ranks: number): Span {
  if (ranks === 1) return [start, end, ease];
  const half = (end - start) / 2;
  const begin = start + (half * rank) / (ranks - 1);
  return [begin, begin + half, ease];
}

function trackProgress(poses: Poses, track: Track): number {
  return poses.get(track)?.alpha ?? 1;
}

function progressOf(poses: Poses, change: Change): number {
  return change.kind === 'stay' ? 1 : trackProgress(poses, change.track);
}

function apply(items: Item[], change: Change, progress: number): void {
  switch (change.kind) {
    case 'stay':
      items.push(change.item);
      break;
    case 'move':
      items.push(progress === 1 ? change.to : mixItem(change.from, change.to, progress));
      break;
    case 'swap':
      swap(items, change, progress);
      break;
    case 'leave':
    case 'enter': {
      const presence = change.kind === 'enter' ? progress : 1 - progress;
      const pose = change.by === 'body' ? { rise: presence } : { alpha: presence };
      const item = poseOne(change.item, pose);
      if (item !== null) items.push(item);
      break;
    }
  }
}

/**
 * A change of look: the new one appears under the old one, which then fades. The one that is seen more
 * carries the key and, with it, the layer's twin.
 */
function swap(items: Item[], change: Change & { kind: 'swap' }, progress: number): void {
  const { from, to, mixes, spareKey } = change;
  const isText = to.t === 'text';
  const newAlpha = clamp(isText ? (progress - 0.5) * 2 : (progress - 0.2) / 0.4);
  const oldAlpha = 1 - clamp(isText ? progress * 2 : (progress - 0.4) / 0.4);
  const isNewInCharge = progress >= 0.5;
  const newItem = fade(mixes ? mixItem(from, to, progress) : to, newAlpha);
  const oldItem = fade(mixes ? mixItem(to, from, 1 - progress) : from, oldAlpha);
  if (isNewInCharge || newAlpha > 0) items.push(isNewInCharge ? newItem : spare(newItem, spareKey));
  if (!isNewInCharge || oldAlpha > 0)
    items.push(isNewInCharge ? spare(oldItem, spareKey) : oldItem);
}

function spare(item: Item, key: string): Item {
  return withoutLayer({ ...item, key });
}

/** Reduced motion: what stays stays, the old fades out in the first half and the new in in the second. */
function cut(items: Item[], change: Change, progress: number): void {
  const isLate = progress >= 0.5;
  const alpha = isLate ? progress * 2 - 1 : 1 - progress * 2;
  if (change.kind === 'stay') items.push(change.item);
  else if (change.kind === 'move' && isInPlace(change.from, change.to)) {
    // Fading what only has other teeth would be a flash.
    items.push(isLate ? change.to : change.from);
  } else if (change.kind === 'move' || change.kind === 'swap') {
    items.push(fade(isLate ? change.to : change.from, alpha));
  } else if (isLate === (change.kind === 'enter')) items.push(fade(change.item, alpha));
}

function isInPlace(from: Item, to: Item): boolean {
  if (from.t !== 'box' || to.t !== 'box') return false;
  const { box: a } = from;
  const { box: b } = to;
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
