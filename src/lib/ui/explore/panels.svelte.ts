/** What stands around the picture comes after it, each part in a task of its own. */
import { nextTask } from '#lib/state/next-task.ts';

/** Foot or sheet; what the side panel says, with the key; its switches. */
const ALL = 3;

export class Panels {
  /** How many of them are there, 0 to 3. */
  count = $state(0);

  /** @param isTheirTurn whether the first picture stands, or what takes its place */
  constructor(isTheirTurn: () => boolean) {
    $effect(() => {
      if (this.count < ALL && isTheirTurn()) void nextTask().then(() => this.#bring());
    });
  }

  #bring(): void {
    this.count = Math.min(ALL, this.count + 1);
  }
}
