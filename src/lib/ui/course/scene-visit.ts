/** A visit to a scene in a frame, as statements: which of its steps were seen in motion, and for how long. */
import type { XapiTeller } from '#lib/embed/course/xapi-teller.ts';

/** Where the story of a picture is. */
export interface StoryPlace {
  /** 0-based. */
  readonly step: number;
  /** 0: nothing in it changes in time. */
  readonly steps: number;
  /** The playhead rests: the picture is shown as it ends. */
  readonly isResting: boolean;
}

export class SceneVisit {
  readonly #teller: XapiTeller;
  readonly #now: () => number;
  readonly #startMs: number;
  #seen = new Set<number>();
  #steps = 0;
  #hasMoved = false;

  /** @param now ms, from any start */
  constructor(teller: XapiTeller, now: () => number) {
    this.#teller = teller;
    this.#now = now;
    this.#startMs = now();
    teller.tell({ verb: 'initialized' });
  }

  /** The picture is at a place of its story. A picture that was only opened, at its end, was not seen through. */
  at({ step, steps, isResting }: StoryPlace): void {
    if (steps !== this.#steps) {
      this.#seen = new Set();
      this.#steps = steps;
      this.#hasMoved = false;
    }
    this.#hasMoved ||= !isResting;
    if (steps > 0 && !this.#hasMoved) return;
    this.#seen.add(step);
    const share = steps === 0 ? 1 : this.#seen.size / steps;
    this.#teller.tell({ verb: 'progressed', progress: Math.round(share * 100) });
    if (share === 1) this.#teller.tell({ verb: 'completed' });
  }

  end(): void {
    this.#teller.tell({ verb: 'terminated', durationMs: this.#now() - this.#startMs });
  }
}
