/** What of a lesson's words is explained at the moment, and where. */
import type { Explained, Explainer } from './explain.ts';

type Shelves = Pick<Explainer, 'figures' | 'sources' | 'terms'>;

interface Shown {
  readonly what: Explained;
  readonly anchor: HTMLElement;
}

export class Explaining implements Explainer {
  readonly #shelves: () => Shelves;
  #shown = $state.raw<Shown | null>(null);

  constructor(shelves: () => Shelves) {
    this.#shelves = shelves;
  }

  get figures(): Shelves['figures'] {
    return this.#shelves().figures;
  }
  get sources(): Shelves['sources'] {
    return this.#shelves().sources;
  }
  get terms(): Shelves['terms'] {
    return this.#shelves().terms;
  }
  get anchor(): HTMLElement | null {
    return this.#shown?.anchor ?? null;
  }
  /** What is explained, and at which button; null: nothing. */
  get shown(): Shown | null {
    return this.#shown;
  }

  /** The same button a second time closes. */
  open(what: Explained, anchor: HTMLElement): void {
    this.#shown = this.#shown?.anchor === anchor ? null : { what, anchor };
  }
  close(): void {
    this.#shown = null;
  }
}
