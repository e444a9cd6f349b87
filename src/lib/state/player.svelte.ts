/**
 * The playhead. It has no clock of its own: the stage's one animation loop calls `tick` with its time
 * while `isPlaying`. Time is computed from where and when playing began, never added up, so it does not
 * drift. `tMs` null is the lens's resting picture: what is shown before and after playing.
 */
import type { BootClock } from '../model/boot-settings.ts';
import { PlayerClock, type ClockKind } from './player-clock.ts';

/** A stop on the timeline; at `endMs` its picture is complete. */
export interface PlayerChapter {
  readonly startMs: number;
  readonly endMs: number;
}

/** What is played. */
export interface Playable {
  readonly durationMs: number;
  readonly chapters: readonly PlayerChapter[];
}

export interface PlayerOptions {
  /** Simulated ÷ real time; default 1. Without meaning for the decade clock. */
  readonly rate?: number;
  /** `decade`: the playhead grows tenfold per second. Default `linear`. */
  readonly clock?: ClockKind;
  /** No travel: playing goes from chapter end to chapter end. */
  readonly isReduced?: boolean;
}

/** How long reduced motion holds each chapter's picture, ms. */
export const REDUCED_HOLD_MS = 1500;

const NOTHING: Playable = { durationMs: 0, chapters: [] };

/** @returns the clock and rate of a choice in the Boot lens (`boot.clock`). */
export function bootRate(clock: BootClock): { clock: ClockKind; rate: number } {
  if (clock === 'decade') return { clock: 'decade', rate: 1 };
  return { clock: 'linear', rate: clock === 'slow' ? 0.01 : 1 };
}

export class Player {
  #playable = $state.raw<Playable>(NOTHING);
  #tMs = $state.raw<number | null>(null);
  #isPlaying = $state.raw(false);
  #rate = $state.raw(1);
  #clockKind = $state.raw<ClockKind>('linear');
  #isReduced = $state.raw(false);
  #stopAtMs: number | null = null;
  readonly #clock = new PlayerClock();

  constructor(options: PlayerOptions = {}) {
    this.#rate = soundRate(options.rate ?? 1) ?? 1;
    this.#clockKind = options.clock ?? 'linear';
    this.#isReduced = options.isReduced ?? false;
  }

  /** Playhead in ms, 0 … durationMs; null: the resting picture. */
  get tMs(): number | null {
    return this.#tMs;
  }
  /** Where a scrubber stands: the resting picture counts as the end. */
  get positionMs(): number {
    return this.#tMs ?? this.durationMs;
  }
  get durationMs(): number {
    return this.#playable.durationMs;
  }
  get chapters(): readonly PlayerChapter[] {
    return this.#playable.chapters;
  }
  /** True while `tick` has to be called every frame. */
  get isPlaying(): boolean {
    return this.#isPlaying;
  }
  /** 0-based chapter that was completed last; -1: none yet. */
  get doneIndex(): number {
    return this.chapters.findLastIndex(({ endMs }) => endMs <= this.positionMs);
  }
  get rate(): number {
    return this.#rate;
  }
  get clock(): ClockKind {
    return this.#clockKind;
  }
  get isReduced(): boolean {
    return this.#isReduced;
  }
  /** 0-based chapter in which the playhead is, its end included; -1 without chapters. */
  get chapterIndex(): number {
    const index = this.chapters.findIndex((chapter) => chapter.endMs >= this.positionMs);
    return index === -1 ? this.chapters.length - 1 : index;
  }

  /** Takes another picture's time; the playhead stays where it is, or rests if it lies beyond. */
  load(playable: Playable): void {
    this.#playable = playable;
    if (this.#tMs !== null && this.#tMs > playable.durationMs) this.toEnd();
    this.#clock.hold();
  }

  /** Plays from the playhead; from the start when resting or at the end. */
  play(): void {
    if (this.durationMs <= 0) return;
    this.#stopAtMs = null;
    if (this.positionMs >= this.durationMs) this.#tMs = 0;
    this.#isPlaying = true;
    this.#clock.hold();
    if (this.#isReduced) this.#jumpToNextChapterEnd();
  }

  pause(): void {
    if (this.#tMs !== null) this.#tMs = inLink(this.#tMs);
    this.#isPlaying = false;
    this.#stopAtMs = null;
    this.#clock.hold();
  }

  toggle(): void {
    if (this.#isPlaying) this.pause();
    else this.play();
  }

  /**
   * Moves the playhead; playing goes on from there.
   * @param tMs clamped to 0 … durationMs; null rests. What is not a number changes nothing.
   */
  seek(tMs: number | null): void {
    if (tMs === null) {
      this.toEnd();
      return;
    }
    if (Number.isNaN(tMs)) return;
    this.#tMs = inLink(Math.min(this.durationMs, Math.max(0, tMs)));
    this.#stopAtMs = null;
    this.#clock.hold();
  }

  /**
   * To the end of the chapter ahead; from rest, to the end of the first.
   * @param how `play` plays up to there and stops; reduced motion always cuts.
   */
  stepForward(how: 'cut' | 'play' = 'cut'): void {
    const arrivesAtMs = this.#stopAtMs;
    this.pause();
    if (arrivesAtMs !== null) this.#arrive(arrivesAtMs);
    const fromMs = this.#tMs ?? 0;
    if (this.#tMs !== null && fromMs >= this.durationMs) {
      this.#tMs = null;
      return;
    }
    const targetMs = this.#nextEnd(fromMs);
    if (how === 'cut' || this.#isReduced || targetMs <= fromMs) {
      this.#arrive(targetMs);
      return;
    }
    this.#tMs = fromMs;
    this.#stopAtMs = targetMs;
    this.#isPlaying = true;
  }

  /** To the end of the chapter behind, at last to the start. */
  stepBack(): void {
    this.pause();
    const ends = this.chapters.filter((chapter) => chapter.endMs < this.positionMs);
    this.#tMs = ends.at(-1)?.endMs ?? 0;
  }

  /** To the end of a chapter. @param step 1-based, clamped to the chapters there are. */
  toStep(step: number): void {
    this.pause();
    const index = Math.min(this.chapters.length, Math.max(1, Math.round(step))) - 1;
    const chapter = this.chapters[index];
    if (chapter !== undefined) this.#arrive(chapter.endMs);
  }

  toStart(): void {
    this.pause();
    this.#tMs = 0;
  }

  /** Rests. */
  toEnd(): void {
    this.pause();
    this.#tMs = null;
  }

  /** @param rate simulated ÷ real time; what is not above 0 and finite changes nothing. */
  setRate(rate: number): void {
    this.#rate = soundRate(rate) ?? this.#rate;
    this.#clock.hold();
  }

  setClock(clock: ClockKind): void {
    this.#clockKind = clock;
    this.#clock.hold();
  }

  setReduced(isReduced: boolean): void {
    if (isReduced === this.#isReduced) return;
    this.#isReduced = isReduced;
    this.#clock.hold();
  }

  /**
   * One frame. Without effect unless playing.
   * @param nowMs real time in ms, of any origin, never falling.
   */
  tick(nowMs: number): void {
    if (!this.#isPlaying) return;
    const elapsedMs = this.#clock.elapsed(nowMs, this.#tMs ?? 0);
    if (this.#isReduced) {
      if (elapsedMs < REDUCED_HOLD_MS) return;
      this.#clock.hold();
      this.#jumpToNextChapterEnd();
      return;
    }
    const tMs = this.#clock.simulated(this.#clockKind, this.#rate);
    const stopMs = this.#stopAtMs ?? this.durationMs;
    if (tMs < stopMs) {
      this.#tMs = tMs;
      return;
    }
    this.pause();
    this.#arrive(stopMs);
  }

  #jumpToNextChapterEnd(): void {
    const endMs = this.#nextEnd(this.#tMs ?? 0);
    if (endMs >= this.durationMs) this.pause();
    this.#arrive(endMs);
  }

  #nextEnd(fromMs: number): number {
    return this.chapters.find((chapter) => chapter.endMs > fromMs)?.endMs ?? this.durationMs;
  }

  /** At the very end the picture rests. */
  #arrive(tMs: number): void {
    this.#tMs = tMs >= this.durationMs ? null : tMs;
  }
}

/** A playhead at rest stands where a link can name it (thousandths of a ms): both show the same. */
function inLink(tMs: number): number {
  return Number(tMs.toFixed(3));
}

function soundRate(rate: number): number | null {
  return Number.isFinite(rate) && rate > 0 ? rate : null;
}
