/** Screens that the workbench tells apart; the style sheets of its parts ask for the same. */

import { MediaQuery } from 'svelte/reactivity';
import { MAX_SIDE_BY_SIDE } from '#lib/model/scene.ts';

/** A phone, upright or on its side: the page scrolls. */
const PHONE = '(max-width: 599px), ((max-width: 1023px) and (max-height: 479px))';

/** What fits on the screen at this moment; on the server, a wide one. */
export class Screen {
  readonly #compact = new MediaQuery('(max-width: 1023px)', false);
  readonly #phone = new MediaQuery(PHONE, false);
  /** A phone held upright. */
  readonly #slim = new MediaQuery('(max-width: 599px)', false);
  /** Beside the side panel three stacks would have no room for their names. */
  readonly #narrow = new MediaQuery('(max-width: 1179px)', false);

  get isCompact(): boolean {
    return this.#compact.current;
  }
  get isPhone(): boolean {
    return this.#phone.current;
  }
  /** Most stacks beside each other. */
  get mostAtOnce(): number {
    if (this.#slim.current) return 1;
    return this.#narrow.current ? 2 : MAX_SIDE_BY_SIDE;
  }
}
