/** From the time of the frames to simulated time, without adding up. */

/** `linear`: simulated = real × rate. `decade`: the simulated time grows tenfold per second. */
export type ClockKind = 'linear' | 'decade';

/** Where a logarithmic clock begins, ms: it cannot leave 0. Also the left edge of the log axis. */
const DECADE_FLOOR_MS = 1;

/** A longer gap between two frames (a hidden tab, a sleeping machine) counts as one of this, ms. */
const LONGEST_FRAME_MS = 250;

/** Remembers when playing began and where the playhead was then. */
export class PlayerClock {
  #beganAtMs: number | null = null;
  #lastMs = 0;
  #fromMs = 0;

  /** Forgets the beginning: the next frame is a new one. */
  hold(): void {
    this.#beganAtMs = null;
  }

  /**
   * Takes a frame's time.
   * @param tMs the playhead, kept if this frame is the first.
   * @returns real time since the first frame, ms, without long gaps.
   */
  elapsed(nowMs: number, tMs: number): number {
    if (this.#beganAtMs === null) {
      this.#beganAtMs = nowMs;
      this.#fromMs = tMs;
    } else {
      const gapMs = nowMs - this.#lastMs;
      this.#beganAtMs += Math.max(0, gapMs - LONGEST_FRAME_MS);
    }
    this.#lastMs = nowMs;
    return nowMs - this.#beganAtMs;
  }

  /** @returns simulated time of the last frame, ms. */
  simulated(kind: ClockKind, rate: number): number {
    const elapsedMs = this.#beganAtMs === null ? 0 : this.#lastMs - this.#beganAtMs;
    if (kind === 'linear') return this.#fromMs + elapsedMs * rate;
    if (elapsedMs === 0) return this.#fromMs;
    return Math.max(DECADE_FLOOR_MS, this.#fromMs) * 10 ** (elapsedMs / 1000);
  }
}
