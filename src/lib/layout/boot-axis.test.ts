import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundUp, timeAxis } from './boot-axis.ts';

const times = fc.array(fc.double({ min: 0.001, max: 600_000, noNaN: true }), {
  minLength: 1,
  maxLength: 16,
});
const kind = fc.constantFrom('log' as const, 'linear' as const);

describe('timeAxis', () => {
  it('never falls with time, stays on the axis and covers what it has to', () => {
    fc.assert(
      fc.property(
        kind,
        times,
        times,
        fc.integer({ min: 40, max: 3000 }),
        (k, finishes, reach, w) => {
          const axis = timeAxis(k, finishes, reach, 100, 100 + w);
          expect(axis.toMs).toBeGreaterThanOrEqual(Math.max(...reach, ...finishes) * 0.999999);
          const sorted = [0, ...finishes, ...reach, axis.toMs, axis.toMs * 2].sort((a, b) => a - b);
          let last = 100;
          for (const ms of sorted) {
            const x = axis.x(ms);
            expect(x).toBeGreaterThanOrEqual(last - 1e-9);
            expect(x).toBeLessThanOrEqual(100 + w + 1e-9);
            last = x;
          }
          for (const tick of axis.ticks) expect(Number.isFinite(tick.x)).toBe(true);
        },
      ),
    );
  });
  it('shows the earliest finish apart from the start line', () => {
    fc.assert(
      fc.property(times, (finishes) => {
        const axis = timeAxis('log', finishes, [], 0, 1000);
        for (const ms of finishes) expect(axis.x(ms)).toBeGreaterThan(0);
      }),
    );
  });
  it('labels decades, then minutes, and its end', () => {
    const axis = timeAxis('log', [3.5, 2000], [9, 90_000], 0, 1000);
    const labels = axis.ticks.filter((tick) => tick.labelled).map((tick) => tick.ms);
    expect(labels).toEqual([1, 10, 100, 1000, 10_000, 60_000, 120_000]);
    expect(axis.isOff(0.6)).toBe(true);
  });
  it('stands without any time', () => {
    expect(timeAxis('log', [], [], 0, 100).toMs).toBe(10_000);
    expect(timeAxis('linear', [], [], 0, 100).toMs).toBe(1000);
  });
});

describe('roundUp', () => {
  it.each([
    [0.3, 0.5],
    [1, 1],
    [9, 10],
    [1001, 2000],
    [45_000, 50_000],
    [61_000, 120_000],
    [228_000, 300_000],
  ])('%d to %d', (ms, round) => expect(roundUp(ms)).toBe(round));
});
