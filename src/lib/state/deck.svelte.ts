/**
 * A talk in one window: its state, kept over a reload and exchanged with the other windows of the same
 * talk. The later state wins, by a count and the window's id: both windows come to the same one, whatever
 * got lost in between.
 */
import { deckAfter, START, type DeckAction, type DeckPlan, type DeckState } from './deck.ts';
import { compareStamps, readDeck, readMessage } from './deck-parse.ts';
import type { DeckMessage, Stamp } from './deck-parse.ts';
import type { SafeStorage } from './safe-storage.ts';

export type DeckRole = 'wall' | 'speaker';

export interface DeckOptions {
  readonly role: DeckRole;
  readonly plan: DeckPlan;
  /** Key that the talk is kept under. */
  readonly key: string;
  /** Differs from window to window. */
  readonly id: string;
  readonly storage: SafeStorage;
  readonly send: (message: DeckMessage) => void;
}

interface Place {
  readonly step: number;
  readonly beat: number;
}

/** Two beats may get lost before a window counts as closed, ms. */
const GONE_AFTER_MS = 3500;

export class Deck {
  readonly plan: DeckPlan;
  readonly #options: DeckOptions;
  #state = $state.raw<DeckState>(START);
  #stamp: Stamp;
  #isKept = $state(true);
  #aspect = $state.raw<number | null>(null);
  #seen = $state.raw<Readonly<Record<DeckRole, number>>>({ wall: -Infinity, speaker: -Infinity });
  #nowMs = $state.raw(0);
  /** The place that the address named, until it is known whether other windows are elsewhere. */
  #asked: Place | null = null;
  #askedMs = Infinity;

  constructor(options: DeckOptions) {
    this.#options = options;
    this.plan = options.plan;
    this.#stamp = { rev: 0, by: options.id };
  }

  get state(): DeckState {
    return this.#state;
  }
  /** False: the browser refuses to keep the place over a reload. */
  get isKept(): boolean {
    return this.#isKept;
  }
  /** Width ÷ height of the wall, as its window says; null: not heard yet. */
  get aspect(): number | null {
    return this.#aspect;
  }
  /** A window of the other role was heard a moment ago. */
  get hasOther(): boolean {
    return this.#nowMs - this.#seen[this.#other] < GONE_AFTER_MS;
  }

  /**
   * Takes up the talk.
   * @param asked place that the address names; null: none
   * @param isReload the window was there before: its address may be a moment late, and what it has kept,
   *   or another window says, goes before
   */
  open(asked: Place | null, isReload = false): void {
    const { storage, key } = this.#options;
    const kept = readDeck(storage.get(key), this.plan);
    const isSame = kept?.state.step === asked?.step && kept?.state.beat === asked?.beat;
    if (kept && (isReload || (asked && isSame))) {
      this.#state = kept.state;
      this.#stamp = kept.stamp;
    } else if (asked) {
      this.#state = deckAfter(START, { kind: 'go', ...asked }, this.plan);
      this.#stamp = { rev: isReload ? 0 : 1, by: this.#options.id };
      if (!isReload) this.#asked = asked;
    }
  }

  do(action: DeckAction): void {
    this.#asked = null;
    const next = deckAfter(this.#state, action, this.plan);
    if (next === this.#state) return;
    this.#state = next;
    this.#stamp = { rev: this.#stamp.rev + 1, by: this.#options.id };
    this.#tell();
    // What moves under a pointer is not worth keeping.
    if (action.kind !== 'point' && action.kind !== 'draw') this.#keep();
  }

  /** Once a second, and when the window opens. @param aspect of the wall, where this is its window */
  beat(nowMs: number, aspect: number | null, asks = false): void {
    this.#nowMs = nowMs;
    if (aspect !== null) this.#aspect = aspect;
    this.#askedMs = Math.min(this.#askedMs, nowMs);
    // Nobody was there: who comes later does not find this window asking.
    if (nowMs - this.#askedMs > GONE_AFTER_MS) this.#asked = null;
    this.#here(asks);
  }

  /** The window closes. */
  leave(): void {
    this.#options.send({ kind: 'gone', role: this.#options.role });
  }

  /** What another window said; what is no message of this talk changes nothing. */
  receive(input: unknown, nowMs: number): void {
    const said = readMessage(input, this.plan);
    if (said === null) return;
    if (said.kind === 'deck') {
      if (compareStamps(said.deck.stamp, this.#stamp) <= 0) return;
      this.#state = said.deck.state;
      this.#stamp = said.deck.stamp;
      this.#keep();
      this.#goAsAsked();
      return;
    }
    this.#nowMs = nowMs;
    this.#seen = { ...this.#seen, [said.role]: said.kind === 'gone' ? -Infinity : nowMs };
    if (said.kind === 'gone') return;
    // Another window has opened after this one.
    if (said.asks) this.#asked = null;
    if (said.role === 'wall' && said.aspect !== null) this.#aspect = said.aspect;
    const order = compareStamps(said.stamp, this.#stamp);
    if (order < 0) this.#tell();
    else if (order > 0) this.#here(true);
    else if (said.asks) this.#here(false);
  }

  get #other(): DeckRole {
    return this.#options.role === 'wall' ? 'speaker' : 'wall';
  }

  /** A talk that runs elsewhere goes to the place that this window was opened at; its clock goes on. */
  #goAsAsked(): void {
    const asked = this.#asked;
    this.#asked = null;
    const { step, beat } = this.#state;
    if (asked === null || (asked.step === step && asked.beat === beat)) return;
    this.do({ kind: 'go', ...asked });
  }

  #tell(): void {
    this.#options.send({ kind: 'deck', deck: { stamp: this.#stamp, state: this.#state } });
  }

  #here(asks: boolean): void {
    const { role, send } = this.#options;
    const aspect = role === 'wall' ? this.#aspect : null;
    send({ kind: 'here', role, stamp: this.#stamp, aspect, asks });
  }

  /** Without what is laid over the picture: that ends with the moment. */
  #keep(): void {
    const { storage, key } = this.#options;
    const state: DeckState = { ...this.#state, spot: null, strokes: [] };
    this.#isKept = storage.set(key, JSON.stringify({ stamp: this.#stamp, state }));
  }
}
