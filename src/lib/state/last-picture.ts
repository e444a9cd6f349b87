/** Making a picture and showing it are two tasks: what was made ahead is kept until it is asked for. */
import type { LensInput, LensRenderer } from '../scene/lens.ts';
import type { Picture } from '../scene/picture.ts';

/** What a picture is a function of, and the function. */
export interface Drawing {
  readonly render: LensRenderer;
  readonly input: LensInput;
}

export class LastPicture {
  #drawing: Drawing | null = null;
  #picture: Picture | null = null;

  /** @returns its picture; the same value for the same drawing */
  of(drawing: Drawing): Picture {
    if (this.#picture === null || this.#drawing !== drawing) {
      this.#picture = drawing.render(drawing.input);
      this.#drawing = drawing;
    }
    return this.#picture;
  }
}
