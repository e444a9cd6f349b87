/** Undo and redo of scene changes. Time, camera and selection are not edits. */
import type { Scene } from '../model/scene.ts';

const MOST_REMEMBERED = 100;

export class SceneHistory {
  #past = $state.raw<readonly Scene[]>([]);
  #future = $state.raw<readonly Scene[]>([]);

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Remembers what a new edit replaces. */
  record(before: Scene): void {
    this.#past = [...this.#past, before].slice(-MOST_REMEMBERED);
    this.#future = [];
  }

  /** @returns the scene before the last edit, or null. */
  undo(now: Scene): Scene | null {
    const before = this.#past.at(-1);
    if (before === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    return before;
  }

  /** @returns the scene after the edit last taken back, or null. */
  redo(now: Scene): Scene | null {
    const after = this.#future.at(-1);
    if (after === undefined) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, now];
    return after;
  }
}
