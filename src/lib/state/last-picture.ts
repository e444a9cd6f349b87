/** Making a picture and showing it are two things: what was made ahead is kept until it is asked for. */
import type { LensInput, LensRenderer } from '../scene/lens.ts';
import type { Picture } from '../scene/picture.ts';
import { finish } from '../scene/steps.ts';
import { nextTask } from './next-task.ts';

/** What a picture is a function of, and the function. */
export interface Drawing {
  readonly render: LensRenderer;
  readonly input: LensInput;
}

/** Drawing a picture ahead is given up when what it shows has changed so many times. */
const MOST_TRIES = 3;

export class LastPicture {
  #drawing: Drawing | null = null;
  #picture: Picture | null = null;

  /** @returns its picture; the same value for the same drawing */
  of(drawing: Drawing): Picture {
    const made = this.#drawing === drawing ? this.#picture : null;
    return made ?? this.#keep(drawing, finish(drawing.render(drawing.input)));
  }

  /**
   * Makes a picture ahead, each step in a task of its own, and resolves in one more. What is to be drawn may
   * change meanwhile: then it begins anew.
   * @param latest what is to be drawn now; null: nothing
   */
  async makeAhead(latest: () => Drawing | null): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await nextTask();
      const drawing = latest();
      if (drawing === null || drawing === this.#drawing) return;
      const steps = drawing.render(drawing.input);
      let step = steps.next();
      while (step.done !== true) {
        await nextTask();
        if (latest() !== drawing) break;
        step = steps.next();
      }
      if (step.done === true) this.#keep(drawing, step.value);
    }
  }

  #keep(drawing: Drawing, picture: Picture): Picture {
    this.#drawing = drawing;
    this.#picture = picture;
    return picture;
  }
}
