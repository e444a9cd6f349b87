/** Windows of one talk, as they open one after the other: which of them says where the talk is. */
import { describe, expect, it } from 'vitest';
import { Deck, type DeckRole } from './deck.svelte.ts';
import type { DeckMessage } from './deck-parse.ts';
import { createSafeStorage } from './safe-storage.ts';

const PLAN = [2, 1, 2, 2];
const storage = createSafeStorage(() => undefined);

/** A room where every window hears every other one at once. */
function room() {
  const decks: Deck[] = [];
  let nowMs = 1000;
  return {
    wait: (ms: number) => {
      nowMs += ms;
      for (const deck of decks) deck.beat(nowMs, null);
    },
    open: (role: DeckRole, id: string, step: number | null, isReload = false): Deck => {
      const send = (message: DeckMessage): void => {
        for (const other of decks) if (other !== deck) other.receive(message, nowMs);
      };
      const deck = new Deck({ role, id, plan: PLAN, key: 'talk', storage, send });
      deck.open(step === null ? null : { step, beat: 0 }, isReload);
      decks.push(deck);
      deck.beat(nowMs, null, true);
      return deck;
    },
  };
}

describe.each([
  ['a', 'z'],
  ['z', 'a'],
] as const)('windows %s and %s', (first, second) => {
  it('go to the place that a later address names; the clock goes on', () => {
    const { open } = room();
    const speaker = open('speaker', first, 2);
    speaker.do({ kind: 'clock', to: 'run', nowMs: 1000 });
    speaker.do({ kind: 'skip', step: 1, on: true });
    const wall = open('wall', second, 3);
    for (const { state } of [wall, speaker]) {
      expect(state).toMatchObject({ step: 3, beat: 0, skipped: [1], clock: { sinceMs: 1000 } });
    }
  });

  it('go on where the talk is if the address names no place', () => {
    const { open } = room();
    const speaker = open('speaker', first, 2);
    const wall = open('wall', second, null);
    expect([wall.state.step, speaker.state.step]).toEqual([2, 2]);
  });

  it('come back from a reload to where the talk is, whatever the address still says', () => {
    const { open } = room();
    const speaker = open('speaker', first, 2);
    const wall = open('wall', second, 1, true);
    expect([wall.state.step, speaker.state.step]).toEqual([2, 2]);
  });

  it('do not go back to an address after the talk has moved on', () => {
    const { open, wait } = room();
    const speaker = open('speaker', first, 0);
    wait(10_000);
    const wall = open('wall', second, 3);
    speaker.do({ kind: 'go', step: 1 });
    wait(1000);
    expect([wall.state.step, speaker.state.step]).toEqual([1, 1]);
  });
});
