/**
 * From one display list to another. A thing with the same key is the same thing: it moves. What is gone
 * falls out from the top down, what is new rises from the ground up, annotations go first and come
 * last, and kernels move before the rest. Two whole pictures are never faded over each other. Any list
 * that `at` gives may be the start of the next morph, so that a morph can be interrupted.
 */
import type { DisplayList, Item } from '../scene/display-list.ts';
import { fade, poseOne } from './apply-pose.ts';
import type { Poses } from './cue.ts';
import { mix, mixItem } from './mix-items.ts';
import { type Change, type MorphPlan, planMorph, type Track, withoutLayer } from './morph-plan.ts';
import { trackCues } from './morph-spans.ts';
import { MOTION } from './motion.ts';
import { otherVariants, renamed } from './other-variants.ts';
import type { StackChange } from './passing-stacks.ts';
import { createTimeline } from './timeline-driver.ts';

// What is loaded with it, in the same file.
export { placedAnew, placeOf } from './placed-anew.ts';

export interface MorphOptions {
  /** See {@link MOTION}; without effect when `reduced`. */
  readonly durationMs: number;
  /** No travel: what changes fades out, then in, within 120 ms. */
  readonly reduced: boolean;
  /** Stacks come, go or change places: those that stay travel as wholes. */
  readonly stacks?: StackChange | undefined;
}

export interface Morph {
  readonly durationMs: number;
  /** The list at `ms`: `from` itself up to 0, `to` itself from `durationMs` on. */
  at(ms: number): DisplayList;
  destroy(): void;
}

/** Of a layer that is out of sight for a moment: it keeps its twin, and with it the keyboard's focus. */
const UNSEEN = 1e-3;

/** Prepares a morph; see {@link Morph}. Call `destroy` when it is over or interrupted. */
export function createMorph(from: DisplayList, to: DisplayList, options: MorphOptions): Morph {
  const { reduced } = options;
  const durationMs = reduced ? MOTION.reducedFadeMs : Math.max(0, options.durationMs);
  const plan = planOf(from, to, options.stacks);
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
        else apply(items, change, poses);
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

function planOf(from: DisplayList, to: DisplayList, stacks?: StackChange): MorphPlan {
  const variants = stacks && otherVariants(stacks);
  if (!variants || variants.size === 0) return planMorph(from, to, stacks);
  const before = stacks.before.map((key) => variants.get(key) ?? key);
  return planMorph(renamed(from, variants), to, { ...stacks, before });
}

function trackProgress(poses: Poses, track: Track): number {
  return poses.get(track)?.alpha ?? 1;
}

function apply(items: Item[], change: Change, poses: Poses): void {
  const progress = 'track' in change ? trackProgress(poses, change.track) : 1;
  switch (change.kind) {
    case 'stay':
      items.push(change.item);
      break;
    case 'move':
      items.push(progress === 1 ? change.to : mixItem(change.from, change.to, progress));
      break;
    case 'jump':
      jump(items, change, trackProgress(poses, 'out'), trackProgress(poses, 'in'));
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

function jump(items: Item[], change: Change & { kind: 'jump' }, out: number, into: number): void {
  const item = out < 1 ? fade(change.from, 1 - out) : fade(change.to, into);
  if (item.alpha !== 0) items.push(item);
  else if ('layer' in item) items.push({ ...item, alpha: UNSEEN });
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
  } else if ('from' in change) {
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
