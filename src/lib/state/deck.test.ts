/** Laws of a talk: whatever is pressed, it stands at a place that there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckAfter, elapsedMs, START } from './deck.ts';
import type { DeckAction, DeckPlan, DeckState } from './deck.ts';
import { compareStamps, readDeck, readMessage } from './deck-parse.ts';

const plan: fc.Arbitrary<DeckPlan> = fc.array(fc.integer({ min: 1, max: 4 }), {
  minLength: 1,
  maxLength: 8,
});
const spot = fc.record({ x: fc.double({ noNaN: true }), y: fc.double({ noNaN: true }) });
const nowMs = fc.integer({ min: 0, max: 1e12 });
const action: fc.Arbitrary<DeckAction> = fc.oneof(
  fc.record({ kind: fc.constantFrom<'next' | 'back'>('next', 'back'), nowMs }),
  fc.record({ kind: fc.constantFrom<'first' | 'last'>('first', 'last') }),
  fc.record({
    kind: fc.constant<'go'>('go'),
    step: fc.integer({ min: -3, max: 12 }),
    beat: fc.integer({ min: -2, max: 6 }),
  }),
  fc.record({
    kind: fc.constant<'skip'>('skip'),
    step: fc.integer({ min: -1, max: 9 }),
    on: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant<'blank'>('blank'),
    to: fc.constantFrom<DeckState['blank']>('black', 'white', null),
  }),
  fc.record({
    kind: fc.constant<'tool'>('tool'),
    to: fc.constantFrom<DeckState['tool']>('pointer', 'spotlight', 'pen', null),
  }),
  fc.record({ kind: fc.constant<'point'>('point'), at: fc.option(spot) }),
  fc.record({ kind: fc.constant<'draw'>('draw'), id: fc.constantFrom('a', 'b', 'c'), at: spot }),
  fc.record({ kind: fc.constant<'fade'>('fade'), id: fc.constantFrom('a', 'b', 'c') }),
  fc.constant<DeckAction>({ kind: 'wipe' }),
  fc.record({ kind: fc.constant<'scene'>('scene'), query: fc.option(fc.string()) }),
  fc.record({ kind: fc.constant<'mark'>('mark'), layers: fc.array(fc.string({ maxLength: 100 })) }),
  fc.record({ kind: fc.constant<'vote'>('vote'), option: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant<'scroll'>('scroll'), to: fc.double() }),
  fc.record({
    kind: fc.constant<'clock'>('clock'),
    to: fc.constantFrom<'run' | 'hold' | 'reset'>('run', 'hold', 'reset'),
    nowMs,
  }),
);
const talk = fc.tuple(plan, fc.array(action, { maxLength: 60 }));

function after(steps: DeckPlan, actions: readonly DeckAction[]): DeckState {
  return actions.reduce((state, one) => deckAfter(state, one, steps), START);
}

function next(state: DeckState, steps: DeckPlan): DeckState {
  return deckAfter(state, { kind: 'next', nowMs: 0 }, steps);
}
function back(state: DeckState, steps: DeckPlan): DeckState {
  return deckAfter(state, { kind: 'back', nowMs: 0 }, steps);
}

describe('whatever is pressed', () => {
  it('the talk stands at a place there is, and can be sent and read again', () => {
    fc.assert(
      fc.property(talk, ([steps, actions]) => {
        const state = after(steps, actions);
        expect(state.beat).toBeLessThan(steps[state.step] ?? 0);
        expect(state.skipped.length).toBeLessThan(steps.length);
        const deck = { stamp: { rev: 1, by: 'w' }, state };
        expect(readDeck(JSON.stringify(deck), steps)).toEqual(deck);
        expect(readMessage({ kind: 'deck', deck }, steps)).toEqual({ kind: 'deck', deck });
      }),
    );
  });

  it('enough presses of “next” reach the last step that is shown, by way of every beat', () => {
    fc.assert(
      fc.property(talk, ([steps, actions]) => {
        let state = deckAfter(after(steps, actions), { kind: 'first' }, steps);
        const seen = new Set<string>();
        for (let press = 0; press < 40; press += 1) {
          seen.add(`${state.step}.${state.beat}`);
          state = next(state, steps);
        }
        const wanted = steps.flatMap((beats, step) =>
          state.skipped.includes(step)
            ? []
            : Array.from({ length: beats }, (_, beat) => `${step}.${beat}`),
        );
        expect([...seen]).toEqual(wanted);
      }),
    );
  });

  it('“back” undoes “next” where something came', () => {
    fc.assert(
      fc.property(talk, ([steps, actions]) => {
        const start = { ...after(steps, actions), blank: null };
        const forward = next(start, steps);
        fc.pre(forward.step !== start.step || forward.beat !== start.beat);
        fc.pre(!start.skipped.includes(start.step));
        const { step, beat } = back(forward, steps);
        expect({ step, beat }).toEqual({ step: start.step, beat: start.beat });
      }),
    );
  });

  it('time that is held does not run, and no talk is shorter than none', () => {
    fc.assert(
      fc.property(talk, nowMs, ([steps, actions], now) => {
        const held = deckAfter(
          after(steps, actions),
          { kind: 'clock', to: 'hold', nowMs: now },
          steps,
        );
        expect(elapsedMs(held.clock, now + 60_000)).toBe(elapsedMs(held.clock, now));
        expect(elapsedMs(held.clock, now)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a press', () => {
  const steps = [2, 1, 3];
  it('on a blank wall brings the picture back and goes nowhere', () => {
    const blank = deckAfter(START, { kind: 'blank', to: 'black' }, steps);
    expect(next(blank, steps)).toMatchObject({ blank: null, step: 0, beat: 0 });
  });
  it('takes away what was drawn on the place before, and the picture that was changed', () => {
    const drawn = deckAfter(
      deckAfter(START, { kind: 'draw', id: 'a', at: { x: 0.2, y: 0.3 } }, steps),
      { kind: 'scene', query: 'stacks=process' },
      steps,
    );
    expect(next(drawn, steps)).toMatchObject({ strokes: [], scene: null, step: 0, beat: 1 });
  });
  it('starts the clock once', () => {
    const begun = deckAfter(START, { kind: 'next', nowMs: 5000 }, steps);
    const later = deckAfter(begun, { kind: 'next', nowMs: 9000 }, steps);
    expect(elapsedMs(later.clock, 10_000)).toBe(5000);
  });
  it('keeps what the class chose until it is taken back, and scrolls nothing on', () => {
    const asked = deckAfter(START, { kind: 'vote', option: 'b' }, steps);
    const changed = deckAfter(asked, { kind: 'vote', option: 'c' }, steps);
    const scrolled = deckAfter(changed, { kind: 'scroll', to: 0.5 }, steps);
    const later = next(next(scrolled, steps), steps);
    expect(later).toMatchObject({ step: 1, votes: [{ step: 0, option: 'c' }], scroll: 0 });
    const again = deckAfter(back(later, steps), { kind: 'vote', option: 'c' }, steps);
    expect(again).toMatchObject({ step: 0, votes: [] });
  });
  it('goes to the answer of the step before, not to its question', () => {
    expect(back({ ...START, step: 1 }, steps)).toMatchObject({ step: 0, beat: 1 });
  });
});

describe('what comes from elsewhere', () => {
  const steps = [2, 1];
  it('is refused where it is no deck of this talk', () => {
    for (const text of [
      null,
      '',
      '{',
      '{"state":1}',
      JSON.stringify({ stamp: { rev: 1, by: 'w' }, state: { ...START, step: 7 } }),
    ]) {
      expect(readDeck(text, steps)).toBeNull();
    }
    expect(readMessage({ kind: 'deck', deck: 3 }, steps)).toBeNull();
    expect(readMessage('hello', steps)).toBeNull();
  });
  it('is ordered the same way in both windows', () => {
    const stamp = fc.record({ rev: fc.nat(5), by: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(stamp, stamp, (one, other) => {
        expect(Math.sign(compareStamps(one, other))).toBe(
          -Math.sign(compareStamps(other, one)) || 0,
        );
        if (compareStamps(one, other) === 0) expect(one).toEqual(other);
      }),
    );
  });
});
