/**
 * A workbench whose picture is laid out for a wall of 1080 lines, whatever the size of the window: what
 * is drawn at 32 there is 3 % of the wall's height on every screen, and in the speaker's small copy too.
 */
import { MAX_SIDE_BY_SIDE, type Scene } from '../model/scene.ts';
import { Workbench } from './workbench.svelte.ts';

/** Lines of the wall that sizes are given for. */
export const WALL_LINES = 1080;

export class WallBench extends Workbench {
  /** Lines of the layout per CSS px of the wall. */
  #linesPerPx = 1;
  #own = { widthPx: 0, heightPx: 0 };

  constructor(scene?: Scene) {
    super(scene);
    this.setShell('projector', MAX_SIDE_BY_SIDE);
  }

  /** Tells how high the whole wall is, CSS px. */
  setWall(heightPx: number): void {
    if (heightPx <= 0) return;
    this.#linesPerPx = WALL_LINES / heightPx;
    if (this.#own.widthPx > 0) this.resize(this.#own.widthPx, this.#own.heightPx);
  }

  /** @param widthPx of the stage on the wall, CSS px */
  override resize(widthPx: number, heightPx: number): void {
    this.#own = { widthPx, heightPx };
    const lines = (px: number): number => Math.round(px * this.#linesPerPx);
    super.resize(lines(widthPx), lines(heightPx));
  }
}
