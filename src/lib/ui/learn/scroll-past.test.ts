import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameToEnd, FORGET_MS, NO_PULL, pulled, type Pull } from './scroll-past.ts';

/** Notches of a wheel, 16 ms apart. */
function gesture(pull: Pull, fromMs: number, notches: number, deltaPx = 100): Pull {
  return Array.from({ length: notches }).reduce<Pull>(
    (now, _, index) => pulled(now, deltaPx, fromMs + index * 16),
    pull,
  );
}

describe('scrolling past the end', () => {
  it('never turns the page in one gesture, however long', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 80 }), (deltas) => {
        const end = deltas.reduce<Pull>(
          (pull, delta, index) => pulled(pull, delta, index * 16),
          NO_PULL,
        );
        expect(end.share).toBeLessThan(1);
      }),
    );
  });

  it('turns it with a second one', () => {
    const first = gesture(NO_PULL, 0, 8);
    expect(first.share).toBeGreaterThan(0.5);
    expect(gesture(first, 1000, 8).share).toBe(1);
  });

  it('does not count the gesture that came to the end', () => {
    expect(gesture(cameToEnd(0), 16, 30).share).toBe(0);
    expect(gesture(cameToEnd(0), 1000, 8).share).toBeGreaterThan(0.5);
  });

  it('begins anew after a while, and with any way up', () => {
    const first = gesture(NO_PULL, 0, 8);
    expect(gesture(first, FORGET_MS + 1000, 8).share).toBeLessThan(1);
    expect(pulled(first, -1, 500).share).toBe(0);
  });
});
