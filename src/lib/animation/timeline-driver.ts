/**
 * The only file that imports gsap. It plays cues on one paused gsap timeline whose targets are private
 * plain objects (gsap writes a property of its own into them), and answers for any moment in any
 * order. Invariants: explicit start values only, no overlap on one property, no callbacks, and gsap's
 * ticker sleeps whenever this file is not running, so that nothing asks for animation frames. The core
 * alone is imported: the CSS plugin would add 8 kB for nothing.
 */
import { gsap } from 'gsap/gsap-core';
import type { Cue, Pose, PoseProp, Poses, Timeline } from './cue.ts';
import { EASES } from './ease.ts';

// The stage's clock drives everything; gsap's root timeline is never played.
gsap.ticker.remove(gsap.updateRoot);
gsap.ticker.sleep();

type MutablePose = { -readonly [Prop in keyof Pose]: number };

/**
 * @param cues in any order.
 * @returns a timeline; `poseAt` names only targets that are not at rest (some number is not 1), and
 *   clamps its time to 0 … durationMs.
 * @throws {RangeError} when a cue's numbers are not finite, its length is not positive, or two cues
 *   move the same property of the same target at the same time.
 */
export function createTimeline(cues: readonly Cue[]): Timeline {
  const sorted = [...cues].sort((a, b) => a.atMs - b.atMs);
  checkCues(sorted);
  const durationMs = sorted.reduce((end, cue) => Math.max(end, cue.atMs + cue.durationMs), 0);
  const targets = new Map<string, MutablePose>();
  const timeline = gsap.timeline({ paused: true });
  for (const cue of sorted) addCue(timeline, targets, cue);
  gsap.ticker.sleep();

  return {
    durationMs,
    poseAt(tMs) {
      const seconds = tMs >= durationMs ? timeline.duration() : Math.max(0, tMs || 0) / 1000;
      timeline.time(seconds, true);
      gsap.ticker.sleep();
      return readPoses(targets);
    },
    destroy() {
      timeline.kill();
      targets.clear();
      gsap.ticker.sleep();
    },
  };
}

function addCue(
  timeline: ReturnType<typeof gsap.timeline>,
  targets: Map<string, MutablePose>,
  cue: Cue,
): void {
  let pose = targets.get(cue.target);
  if (pose === undefined) {
    pose = {};
    targets.set(cue.target, pose);
  }
  // Before the first cue of a property, its start value holds.
  pose[cue.prop] ??= cue.from;
  timeline.fromTo(
    pose,
    { [cue.prop]: cue.from },
    {
      [cue.prop]: cue.to,
      duration: cue.durationMs / 1000,
      ease: EASES[cue.ease],
      immediateRender: false,
      lazy: false,
      overwrite: false,
    },
    cue.atMs / 1000,
  );
}

function readPoses(targets: ReadonlyMap<string, MutablePose>): Poses {
  const poses = new Map<string, Pose>();
  for (const [target, { rise, draw, alpha }] of targets) {
    const pose: MutablePose = {};
    if (rise !== undefined && round(rise) !== 1) pose.rise = round(rise);
    if (draw !== undefined && round(draw) !== 1) pose.draw = round(draw);
    if (alpha !== undefined && round(alpha) !== 1) pose.alpha = round(alpha);
    if (pose.rise !== undefined || pose.draw !== undefined || pose.alpha !== undefined) {
      poses.set(target, pose);
    }
  }
  return poses;
}

/** gsap rounds to six digits on its way, but not at the ends; doing so everywhere makes them agree. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function checkCues(sorted: readonly Cue[]): void {
  const busyUntilMs = new Map<string, number>();
  for (const { id, target, prop, atMs, durationMs, from, to } of sorted) {
    const isSound = [atMs, durationMs, from, to].every(Number.isFinite);
    if (!isSound || atMs < 0 || durationMs <= 0) {
      throw new RangeError(`Cue "${id}" needs finite numbers, a start from 0 and a length above 0`);
    }
    const moved = keyOf(target, prop);
    if (atMs < (busyUntilMs.get(moved) ?? 0)) {
      throw new RangeError(`Cue "${id}" overlaps another cue on ${prop} of "${target}"`);
    }
    busyUntilMs.set(moved, atMs + durationMs);
  }
}

function keyOf(target: string, prop: PoseProp): string {
  return `${prop} ${target}`;
}
