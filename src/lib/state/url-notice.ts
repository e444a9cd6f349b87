/** What a reader is told about a URL value that could not be used. The words are in the locales. */

export type NoticeCode =
  /** No such parameter; it was left out. */
  | 'unknown-parameter'
  | 'unknown-value'
  | 'unknown-stack'
  | 'unknown-variant'
  /** The same stack again; shown once. */
  | 'duplicate-stack'
  /** More stacks than a scene holds; the first ones stand. */
  | 'too-many-stacks'
  /** More stacks than fit side by side; all are kept, the first ones are drawn. */
  | 'too-many-side-by-side'
  | 'not-a-number'
  | 'not-whole'
  /** The nearest allowed value was used. */
  | 'out-of-range'
  /** Given twice; the first one stands. */
  | 'repeated'
  | 'empty'
  /** Names a part of a stack that is not in the scene. */
  | 'not-shown'
  /** Both shown and hidden; hidden. */
  | 'conflict'
  /** Packed by a link's sender, and not to be unpacked. */
  | 'unreadable'
  /** Unpacked, but some of its entries could not be used; `used`: how many were. */
  | 'partly-read'
  /** Asks for own start times where there are none. */
  | 'no-own';

export interface Notice {
  /** Name of the parameter, as given, at most 60 characters. */
  readonly param: string;
  /** Its value, as given, at most 60 characters; of stacks that are known, all. */
  readonly value: string;
  /** What was used instead, as it would stand in a URL; empty: nothing. */
  readonly used: string;
  readonly code: NoticeCode;
}

/** Longest name or value that is repeated to the reader. */
const MAX_SHOWN = 60;
/** A hostile URL must not fill the page. */
const MAX_NOTICES = 20;

/** Collects notices, shortened, up to {@link MAX_NOTICES}. */
export class NoticeList {
  readonly #notices: Notice[] = [];

  add(code: NoticeCode, param: string, value: string, used = ''): void {
    if (this.#notices.length >= MAX_NOTICES) return;
    this.#notices.push({ param: shorten(param), value: shorten(value), used, code });
  }

  /** A list of names that are known: none of them is cut. */
  addKnown(code: NoticeCode, param: string, value: string, used: string): void {
    if (this.#notices.length < MAX_NOTICES) this.#notices.push({ param, value, used, code });
  }

  get all(): readonly Notice[] {
    return this.#notices;
  }
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * MAX_SHOWN)];
  if (characters.length <= MAX_SHOWN) return characters.join('');
  return `${characters.slice(0, MAX_SHOWN - 1).join('')}…`;
}
