/**
 * What a talk is at, as one plain value that the wall and the speaker window exchange: the place, what
 * was skipped, what lies over the picture, how the picture was changed, and the time. Pure: `deckAfter`
 * gives the next value, the clock comes with the action.
 */
import type { LayerPath } from '../model/stack.ts';

type Blank = 'black' | 'white';
/** What a pointer on the wall does besides pressing what is in the picture. */
export type Tool = 'pointer' | 'spotlight' | 'pen';

/** A point of the wall, as fractions of its width and height. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A line that was drawn, point by point; it fades on its own. */
export interface Stroke {
  readonly id: string;
  readonly points: readonly Spot[];
}

/** What a class chose at a question. */
export interface Vote {
  /** 0-based place of the slide. */
  readonly step: number;
  /** Id of an option; of a guess, the place on its scale. */
  readonly option: string;
}

/** Time of the talk: what was held, and since when it runs. */
export interface TalkClock {
  /** ms */
  readonly heldMs: number;
  /** ms since 1970; null: it stands. */
  readonly sinceMs: number | null;
}

export interface DeckState {
  /** 0-based. */
  readonly step: number;
  /** 0-based, within the step. */
  readonly beat: number;
  /** Steps that are left out, rising. */
  readonly skipped: readonly number[];
  readonly blank: Blank | null;
  readonly tool: Tool | null;
  /** Where pointer or spotlight are; null: nowhere. */
  readonly spot: Spot | null;
  readonly strokes: readonly Stroke[];
  /** The picture as it was changed by hand, as a query string; null: the beat's own. */
  readonly scene: string | null;
  /** Layers that were marked by hand; null: those of the beat are. */
  readonly marked: readonly LayerPath[] | null;
  /** What moves by itself in the beat's own picture was brought to its end. */
  readonly ended: boolean;
  /** What the class chose, once per slide at most. */
  readonly votes: readonly Vote[];
  /** How far a recording that is longer than the wall is scrolled, from 0 to 1. */
  readonly scroll: number;
  readonly clock: TalkClock;
}

/** How many beats each step has, each at least one. */
export type DeckPlan = readonly number[];

export type DeckAction =
  | { readonly kind: 'next' | 'back'; readonly nowMs: number }
  | { readonly kind: 'first' | 'last' }
  | { readonly kind: 'go'; readonly step: number; readonly beat?: number }
  | { readonly kind: 'skip'; readonly step: number; readonly on: boolean }
  | { readonly kind: 'blank'; readonly to: Blank | null }
  | { readonly kind: 'tool'; readonly to: Tool | null }
  | { readonly kind: 'point'; readonly at: Spot | null }
  | { readonly kind: 'draw'; readonly id: string; readonly at: Spot }
  | { readonly kind: 'fade'; readonly id: string }
  | { readonly kind: 'wipe' }
  | { readonly kind: 'scene'; readonly query: string | null }
  | { readonly kind: 'end' }
  | { readonly kind: 'mark'; readonly layers: readonly LayerPath[] }
  /** At the slide that is shown; the same option once more: it is taken back. */
  | { readonly kind: 'vote'; readonly option: string }
  | { readonly kind: 'scroll'; readonly to: number }
  | { readonly kind: 'clock'; readonly to: 'run' | 'hold' | 'reset'; readonly nowMs: number };

/** A line is cut here: a message between windows stays small. */
export const MOST_POINTS = 400;
const MOST_STROKES = 24;
/** More than anybody points at; a message stays small. */
export const MOST_MARKED = 60;

const STILL: TalkClock = { heldMs: 0, sinceMs: null };

export const START: DeckState = {
  ...{ step: 0, beat: 0, skipped: [], blank: null, tool: null, spot: null },
  ...{ strokes: [], scene: null, marked: null, ended: false, votes: [], scroll: 0, clock: STILL },
};

/** @returns ms since the talk began, without what was held */
export function elapsedMs({ heldMs, sinceMs }: TalkClock, nowMs: number): number {
  return heldMs + (sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs));
}

/** @returns the same value where the action changes nothing */
export function deckAfter(state: DeckState, action: DeckAction, plan: DeckPlan): DeckState {
  switch (action.kind) {
    case 'next':
    case 'back':
      return stepped(state, action, plan);
    case 'first':
      return placed(state, shownFrom(state, plan, 0, 1) ?? 0, 0);
    case 'last':
      return placed(state, shownFrom(state, plan, plan.length - 1, -1) ?? plan.length - 1, 0);
    case 'go':
      return gone(state, action, plan);
    case 'skip':
      return skipping(state, action, plan);
    case 'clock':
      return { ...state, clock: clockAfter(state.clock, action) };
    case 'scene':
      return { ...state, scene: action.query, marked: action.query === null ? null : state.marked };
    case 'end':
      return state.ended ? state : { ...state, ended: true };
    case 'mark':
      return { ...state, marked: action.layers.slice(0, MOST_MARKED) };
    case 'vote':
      return { ...state, votes: votesAfter(state, action.option) };
    case 'scroll':
      return { ...state, scroll: fraction(action.to) };
    default:
      return laidOver(state, action);
  }
}

type Over = Extract<DeckAction, { kind: 'blank' | 'tool' | 'point' | 'draw' | 'fade' | 'wipe' }>;

/** What lies over the picture. */
function laidOver(state: DeckState, action: Over): DeckState {
  switch (action.kind) {
    case 'blank':
      return { ...state, blank: action.to };
    case 'tool':
      return { ...state, tool: action.to, spot: action.to === 'pen' ? null : state.spot };
    case 'point':
      return { ...state, spot: action.at && inside(action.at) };
    case 'draw':
      return { ...state, strokes: drawn(state.strokes, action.id, inside(action.at)) };
    case 'fade':
      return { ...state, strokes: state.strokes.filter(({ id }) => id !== action.id) };
    case 'wipe':
      return { ...state, strokes: [] };
  }
}

/** A press of the clicker. On a blank wall the first one brings the picture back. */
function stepped(
  state: DeckState,
  { kind, nowMs }: { readonly kind: 'next' | 'back'; readonly nowMs: number },
  plan: DeckPlan,
): DeckState {
  if (state.blank !== null) return { ...state, blank: null };
  const { clock, step, beat } = state;
  // Who sets out has begun to talk.
  const runs = clock.sinceMs === null && clock.heldMs === 0;
  const begun = runs ? { ...state, clock: clockAfter(clock, { to: 'run', nowMs }) } : state;
  if (kind === 'next') {
    if (beat + 1 < beatsIn(plan, step)) return placed(begun, step, beat + 1);
    const following = shownFrom(state, plan, step + 1, 1);
    return following === null ? state : placed(begun, following, 0);
  }
  if (beat > 0) return placed(state, step, beat - 1);
  const before = shownFrom(state, plan, step - 1, -1);
  return before === null ? state : placed(state, before, beatsIn(plan, before) - 1);
}

function gone(
  state: DeckState,
  { step, beat = 0 }: { readonly step: number; readonly beat?: number },
  plan: DeckPlan,
): DeckState {
  const at = clamp(step, plan.length - 1);
  return placed(state, at, clamp(beat, beatsIn(plan, at) - 1));
}

/** One step at least stays. */
function skipping(
  state: DeckState,
  { step, on }: { readonly step: number; readonly on: boolean },
  plan: DeckPlan,
): DeckState {
  if (plan[step] === undefined) return state;
  const rest = state.skipped.filter((one) => one !== step);
  if (!on) return { ...state, skipped: rest };
  const skipped = [...rest, step].sort((a, b) => a - b);
  return skipped.length < plan.length ? { ...state, skipped } : state;
}

/** Another place: nothing of what was done to the one before stays. */
function placed(state: DeckState, step: number, beat: number): DeckState {
  const isOwn = state.scene === null && state.marked === null && state.scroll === 0;
  if (step === state.step && beat === state.beat && isOwn) {
    return state.blank === null ? state : { ...state, blank: null };
  }
  const moved = { step, beat, blank: null, strokes: [], scene: null, marked: null, ended: false };
  return { ...state, ...moved, scroll: 0 };
}

function votesAfter({ votes, step }: DeckState, option: string): readonly Vote[] {
  const others = votes.filter((vote) => vote.step !== step);
  const isSame = votes.some((vote) => vote.step === step && vote.option === option);
  return isSame ? others : [...others, { step, option }];
}

/** @returns the first step from here on that is not left out; null: there is none */
function shownFrom(
  { skipped }: DeckState,
  plan: DeckPlan,
  from: number,
  by: 1 | -1,
): number | null {
  for (let step = from; plan[step] !== undefined; step += by) {
    if (!skipped.includes(step)) return step;
  }
  return null;
}

function drawn(strokes: readonly Stroke[], id: string, at: Spot): readonly Stroke[] {
  const line = strokes.find((one) => one.id === id);
  if (!line) return [...strokes.slice(1 - MOST_STROKES), { id, points: [at] }];
  if (line.points.length >= MOST_POINTS) return strokes;
  return strokes.map((one) => (one === line ? { id, points: [...line.points, at] } : one));
}

function clockAfter(
  clock: TalkClock,
  { to, nowMs }: { readonly to: 'run' | 'hold' | 'reset'; readonly nowMs: number },
): TalkClock {
  if (to === 'reset') return STILL;
  const isRunning = clock.sinceMs !== null;
  if (to === 'run') return isRunning ? clock : { ...clock, sinceMs: nowMs };
  return isRunning ? { heldMs: elapsedMs(clock, nowMs), sinceMs: null } : clock;
}

function beatsIn(plan: DeckPlan, step: number): number {
  return Math.max(1, plan[step] ?? 1);
}

function inside({ x, y }: Spot): Spot {
  return { x: fraction(x), y: fraction(y) };
}

/** To a ten-thousandth: a tenth of a pixel on a wall of 1080 lines. */
function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000 || 0;
}

function clamp(value: number, most: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.min(most, Math.trunc(value))) : 0;
}
