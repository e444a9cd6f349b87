/**
 * Puts the picture of a moment onto a stage: the resting picture, a moment of its build-up, a frame of
 * a lens's own clock, or the way from the last picture to the next. The animation code is loaded when
 * it is first needed; until then changes are cuts.
 */
import { applyPose } from '#lib/animation/apply-pose.ts';
import { buildCues } from '#lib/animation/build-up.ts';
import type { Timeline } from '#lib/animation/cue.ts';
import type { Morph } from '#lib/animation/morph.ts';
import { MOTION } from '#lib/animation/motion.ts';
import type { StackChange } from '#lib/animation/passing-stacks.ts';
import type { Place } from '#lib/animation/placed-anew.ts';
import type { Stage } from '#lib/render/canvas/stage.ts';
import type { DisplayList } from '#lib/scene/display-list.ts';
import type { Picture } from '#lib/scene/picture.ts';

type Motions = typeof import('#lib/animation/timeline-driver.ts') &
  typeof import('#lib/animation/morph.ts') &
  typeof import('#lib/animation/moved-ghosts.ts');

export interface ShowOptions {
  readonly isReduced: boolean;
  /** Changes of the picture are shown as movement. */
  readonly moves: boolean;
}

/** How one picture becomes the next. */
interface Way {
  readonly durationMs: number;
  /** Which stacks it changes, if any. */
  readonly stacks?: StackChange | undefined;
}

export class PictureShow {
  readonly #stage: Stage;
  readonly #onMoving: (isMoving: boolean) => void;
  #motions: Motions | null = null;
  #picture: Picture | null = null;
  #timeline: Timeline | null = null;
  #shown: DisplayList | null = null;
  #moment: number | null | undefined;
  #stopMorph: (() => void) | null = null;
  /** What is left of the movement that is under way. */
  #morphLeftMs = 0;
  #stacks: StackChange | undefined;
  /** Where the picture was seen last. */
  #place: Place | null = null;

  /** @param onMoving told when a change of picture sets out, and when it has arrived */
  constructor(stage: Stage, onMoving: (isMoving: boolean) => void) {
    this.#stage = stage;
    this.#onMoving = onMoving;
    stage.onPainted(() => this.#findPlace());
  }

  /** Whether `show` would give the exact picture, or needs the animation code first. */
  isReadyFor(picture: Picture, tMs: number | null): boolean {
    return tMs === null || picture.clock !== null || this.#motions !== null;
  }

  /** Loads the animation code. Rejects when it does not arrive. */
  async prepare(): Promise<void> {
    if (this.#motions) return;
    const [timeline, { createMorph, placedAnew, placeOf }, ghosts] = await Promise.all([
      import('#lib/animation/timeline-driver.ts'),
      import('#lib/animation/morph.ts'),
      import('#lib/animation/moved-ghosts.ts'),
    ]);
    this.#motions = { ...timeline, createMorph, placedAnew, placeOf, ...ghosts };
    this.#findPlace();
  }

  /** Shows a moment; the same moment again changes nothing. */
  show(picture: Picture, tMs: number | null, options: ShowOptions): void {
    if (picture === this.#picture && tMs === this.#moment) return;
    const isNew = picture !== this.#picture;
    const before = this.#picture;
    if (isNew) {
      this.#timeline?.destroy();
      this.#timeline = null;
      this.#picture = picture;
    }
    // Time moves on under a morph: the moment wins.
    const isHurried = !isNew && this.#stopMorph !== null;
    if (isHurried) this.#endMorph();
    this.#moment = tMs;
    const list = this.#listAt(picture, tMs);
    if (isNew && before && options.moves && this.#motions !== null) {
      const way = this.#wayFrom(before, picture);
      if (way.durationMs > 0) {
        this.#morphTo(list, way, options.isReduced);
        return;
      }
    }
    // Without travel a step is a cut with a short fade; a scrubber that is dragged cuts at once.
    if (!isNew && options.isReduced && !isHurried && this.#motions !== null) {
      this.#morphTo(list, { durationMs: MOTION.reducedFadeMs }, true);
      return;
    }
    this.#endMorph();
    this.#put(list);
  }

  destroy(): void {
    this.#endMorph();
    this.#timeline?.destroy();
  }

  #listAt(picture: Picture, tMs: number | null): DisplayList {
    if (tMs === null) return picture.rest;
    if (picture.clock) return picture.clock.at(tMs);
    if (!this.#motions) return picture.rest;
    this.#timeline ??= this.#motions.createTimeline(
      buildCues(picture.build, picture.buildChapters.length).cues,
    );
    return applyPose(picture.buildList, this.#timeline.poseAt(tMs));
  }

  /**
   * A new size is no movement, and cuts; but a change may alter the stage's own size, and then the
   * movement that has begun goes on, to the picture of the new size. Nor does it hurry where that picture
   * changes a little on the way.
   */
  #wayFrom(before: Picture, after: Picture): Way {
    const left = { durationMs: this.#morphLeftMs, stacks: this.#stacks };
    if (isResized(before, after)) return left;
    if (before.lens !== after.lens) return { durationMs: MOTION.lensMorphMs };
    const stacks = { before: keysOf(before), after: keysOf(after) };
    if (stacks.before.join() !== stacks.after.join()) {
      return { durationMs: MOTION.stackSwapMs, stacks };
    }
    return left.durationMs > MOTION.toggleMs ? left : { durationMs: MOTION.toggleMs };
  }

  #morphTo(list: DisplayList, { durationMs, stacks }: Way, isReduced: boolean): void {
    const shown = this.#shown;
    const motions = this.#motions;
    this.#endMorph();
    if (shown === null || motions === null) return this.#put(list);
    // The words above may have moved the stage: what is shown must not jump along, nor be fitted anew.
    this.#stage.setList(list);
    const was = this.#place;
    const now = this.#findPlace();
    const seen = motions.placedAnew(motions.withoutGhosts(shown), was, now);
    const from = { ...seen, width: list.width, height: list.height };
    this.#put(from);
    const to = isReduced ? motions.withGhosts(from, list) : list;
    const morph: Morph = motions.createMorph(from, to, { durationMs, reduced: isReduced, stacks });
    this.#stacks = stacks;
    let startMs: number | null = null;
    this.#morphLeftMs = morph.durationMs;
    const stop = this.#stage.onFrame((nowMs) => {
      startMs ??= nowMs;
      const elapsedMs = nowMs - startMs;
      this.#morphLeftMs = Math.max(0, morph.durationMs - elapsedMs);
      this.#put(morph.at(elapsedMs));
      if (elapsedMs < morph.durationMs) return true;
      this.#stopMorph = null;
      morph.destroy();
      this.#onMoving(false);
      return false;
    });
    this.#stopMorph = () => {
      stop();
      morph.destroy();
      this.#onMoving(false);
    };
    this.#onMoving(true);
  }

  #endMorph(): void {
    this.#stopMorph?.();
    this.#stopMorph = null;
    this.#morphLeftMs = 0;
  }

  #findPlace(): Place | null {
    return (this.#place = this.#motions && this.#motions.placeOf(this.#stage));
  }

  #put(list: DisplayList): void {
    this.#shown = list;
    this.#stage.setList(list);
  }
}

function isResized({ rest: before }: Picture, { rest: after }: Picture): boolean {
  return before.width !== after.width || before.height !== after.height;
}

function keysOf({ stacks }: Picture): readonly string[] {
  return stacks.map(({ key }) => key);
}
