/** Undo and redo of changes: of a scene, where time, camera and selection are not edits, or another value. */
import type { Scene } from '../model/scene.ts';

const MOST_REMEMBERED = 100;

export class EditHistory<Value = Scene> {
  #past = $state.raw<readonly Value[]>([]);
  #future = $state.raw<readonly Value[]>([]);

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Remembers what a new edit replaces. */
  record(before: Value): void {
    this.#past = [...this.#past, before].slice(-MOST_REMEMBERED);
    this.#future = [];
  }

  /** @returns the value before the last edit, or null. */
  undo(now: Value): Value | null {
    const before = this.#past.at(-1);
    if (before === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    return before;
  }

  /** @returns the value after the edit last taken back, or null. */
  redo(now: Value): Value | null {
    const after = this.#future.at(-1);
    if (after === undefined) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, now];
    return after;
  }
}
