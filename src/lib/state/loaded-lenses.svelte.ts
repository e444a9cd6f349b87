/** The code of lenses, as far as it has been loaded. */
import type { LensRenderer } from '../scene/lens.ts';
import type { LensEntry } from './lenses.ts';

export class LoadedLenses {
  #renderers = $state.raw<ReadonlyMap<LensEntry, LensRenderer>>(new Map());
  #hasFailed = $state(false);

  /** What was asked for last did not arrive. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }
  has(entry: LensEntry): boolean {
    return this.#renderers.has(entry);
  }
  get(entry: LensEntry): LensRenderer | undefined {
    return this.#renderers.get(entry);
  }

  /** Never rejects; `hasFailed` tells. */
  async load(entry: LensEntry, isFrame: boolean): Promise<void> {
    try {
      if (!this.has(entry)) {
        const { render } = await entry.load(isFrame);
        this.#renderers = new Map([...this.#renderers, [entry, render]]);
      }
      this.#hasFailed = false;
    } catch {
      this.#hasFailed = true;
    }
  }

  /** Loads what stands in for a lens that did not arrive, which is still told. */
  async loadInstead(entry: LensEntry, isFrame: boolean): Promise<void> {
    await this.load(entry, isFrame);
    this.#hasFailed = true;
  }
}
