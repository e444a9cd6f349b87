/** A deck that comes from storage or from another window: checked key by key, never throws. */
import * as v from 'valibot';
import { type DeckPlan, type DeckState, MOST_MARKED, MOST_POINTS } from './deck.ts';

/** Which of two decks is the later one: a count, and who counted. */
export interface Stamp {
  readonly rev: number;
  /** Id of the window. */
  readonly by: string;
}

export interface StampedDeck {
  readonly stamp: Stamp;
  readonly state: DeckState;
}

/** What windows of one talk say to each other. */
export type DeckMessage =
  | { readonly kind: 'deck'; readonly deck: StampedDeck }
  /** Once a second, and when a window opens: who is there, how far it is. */
  | {
      readonly kind: 'here';
      readonly role: 'wall' | 'speaker';
      readonly stamp: Stamp;
      /** Width ÷ height of the wall; null: unknown. */
      readonly aspect: number | null;
      /** Answers, where the other is behind or asks. */
      readonly asks: boolean;
    }
  | { readonly kind: 'gone'; readonly role: 'wall' | 'speaker' };

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const spot = v.object({ x: fraction, y: fraction });
const id = v.pipe(v.string(), v.maxLength(40));
const stamp = v.object({ rev: whole, by: id });

const state = v.object({
  step: whole,
  beat: whole,
  skipped: v.pipe(v.array(whole), v.maxLength(200)),
  blank: v.nullable(v.picklist(['black', 'white'])),
  tool: v.nullable(v.picklist(['pointer', 'spotlight', 'pen'])),
  spot: v.nullable(spot),
  strokes: v.pipe(
    v.array(v.object({ id, points: v.pipe(v.array(spot), v.maxLength(MOST_POINTS)) })),
    v.maxLength(40),
  ),
  scene: v.nullable(v.pipe(v.string(), v.maxLength(4000))),
  marked: v.nullable(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(120))), v.maxLength(MOST_MARKED)),
  ),
  ended: v.optional(v.boolean(), false),
  votes: v.pipe(v.array(v.object({ step: whole, option: id })), v.maxLength(200)),
  scroll: fraction,
  clock: v.object({
    heldMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
    sinceMs: v.nullable(v.pipe(v.number(), v.finite())),
  }),
});
const deck = v.object({ stamp, state });
const role = v.picklist(['wall', 'speaker']);

const message = v.variant('kind', [
  v.object({ kind: v.literal('deck'), deck }),
  v.object({
    kind: v.literal('here'),
    role,
    stamp,
    aspect: v.nullable(v.pipe(v.number(), v.minValue(0.2), v.maxValue(5))),
    asks: v.boolean(),
  }),
  v.object({ kind: v.literal('gone'), role }),
]);

/** @returns null for what is no message of ours, or names a place that the talk does not have */
export function readMessage(input: unknown, plan: DeckPlan): DeckMessage | null {
  const read = v.safeParse(message, input);
  if (!read.success) return null;
  const said = read.output;
  return said.kind === 'deck' && !fits(said.deck.state, plan) ? null : said;
}

/** @returns null for what is no deck of this talk */
export function readDeck(text: string | null, plan: DeckPlan): StampedDeck | null {
  if (text === null) return null;
  try {
    const read = v.safeParse(deck, JSON.parse(text));
    return read.success && fits(read.output.state, plan) ? read.output : null;
  } catch {
    return null;
  }
}

function fits({ step, beat, skipped }: DeckState, plan: DeckPlan): boolean {
  const isPlace = beat < (plan[step] ?? 0);
  return isPlace && skipped.length < plan.length && skipped.every((one) => one < plan.length);
}

/** @returns below 0: a is the earlier one; 0: the same */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a.rev - b.rev || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0);
}
