/** Small pictures of scenes, drawn one after the other and kept while the page is open. */
import { SvelteMap } from 'svelte/reactivity';
import { SMALL } from '../print/image-sizes.ts';
import { drawScene } from '../print/scene-image.ts';

export class Thumbs {
  /** By query: the image's address, or null where it could not be drawn. */
  readonly #drawn = new SvelteMap<string, string | null>();
  #waiting: readonly string[] = [];
  #isDrawing = false;
  #isGone = false;

  /** @returns the image's address; null: it could not be drawn; undefined: not yet */
  of(query: string): string | null | undefined {
    return this.#drawn.get(query);
  }

  /** Draws those that are not there yet. */
  want(queries: readonly string[]): void {
    this.#waiting = queries;
    if (!this.#isDrawing) void this.#draw();
  }

  destroy(): void {
    this.#isGone = true;
  }

  async #draw(): Promise<void> {
    this.#isDrawing = true;
    for (;;) {
      const next = this.#waiting.find((query) => !this.#drawn.has(query));
      if (next === undefined || this.#isGone) break;
      const image = await drawScene(next, SMALL).catch(() => null);
      this.#drawn.set(next, image?.src ?? null);
    }
    this.#isDrawing = false;
  }
}
