import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StartStudy, StartTiming } from '../model/figures.ts';
import { STACKS } from './boot-stacks.fixture.ts';
import { LIGHTVM } from './boot-studies.fixture.ts';
import { findingOf } from './boot-finding.ts';
import { runRace } from './boot-race.ts';

/** A study with random times, some bounds and some gaps. */
const study = fc
  .array(
    fc.record({
      ms: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined, freq: 4 }),
      highMs: fc.option(fc.integer({ min: 100_000, max: 200_000 }), { nil: undefined, freq: 1 }),
      lowPart: fc.option(fc.double({ min: 0.1, max: 1, noNaN: true }), { nil: undefined }),
      kind: fc.constantFrom('cold', 'cold', 'warm', 'snapshot'),
      there: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: STACKS.length, maxLength: STACKS.length },
  )
  .map((rows): StartStudy => {
    const timings = rows.flatMap(({ ms, highMs, lowPart, kind, there }, index): StartTiming[] => {
      const [template] = LIGHTVM.timings;
      const stack = STACKS[index];
      if (there === 0 || stack === undefined || template === undefined) return [];
      const { lowMs: _low, typicalMs: _typical, highMs: _high, ...rest } = template;
      return [
        {
          ...rest,
          id: `t${index}`,
          stack: `${stack.id}:${stack.variant}`,
          kind,
          ...(ms === undefined ? {} : { typicalMs: ms }),
          ...(ms === undefined || lowPart === undefined ? {} : { lowMs: ms * lowPart }),
          ...(highMs === undefined ? {} : { highMs }),
        },
      ];
    });
    return { ...LIGHTVM, timings };
  });

describe('findingOf', () => {
  it('says only what holds for the rows shown, for any subset', () => {
    fc.assert(
      fc.property(study, fc.shuffledSubarray([...STACKS]), (one, stacks) => {
        const { rows } = runRace(stacks, [one], { kind: 'one', study: one });
        const finding = findingOf(rows);
        const timed = rows.flatMap((row) => row.timing?.typicalMs ?? []);
        if ('fast' in finding) {
          expect(finding.fast.ms).toBe(Math.min(...timed));
          expect(finding.slow.ms).toBe(Math.max(...timed));
          expect(timed.length).toBeGreaterThan(1);
        }
        if ('firsts' in finding) {
          const ranges = rows.flatMap(({ stack, timing }) => {
            const ms = timing?.typicalMs;
            if (ms === undefined) return [];
            return [{ stack, low: timing?.lowMs ?? ms, high: timing?.highMs ?? ms }];
          });
          const alone = (named: readonly { row: { stack: unknown } }[]) =>
            named.length === 1 ? ranges.find(({ stack }) => stack === named[0]?.row.stack) : null;
          const [first, last] = [alone(finding.firsts), alone(finding.lasts)];
          for (const { stack, low, high } of ranges) {
            if (first && stack !== first.stack) expect(low).toBeGreaterThan(first.high);
            if (last && stack !== last.stack) expect(high).toBeLessThan(last.low);
          }
        }
        if (finding.kind === 'none')
          expect(rows.every((row) => row.known === 'nothing')).toBe(true);
        if (finding.kind === 'only') expect(timed).toEqual([finding.row.ms]);
        if (finding.kind === 'bounds') expect(timed).toEqual([]);
        if (finding.kind === 'nothing-boots') {
          expect(finding.row.row.anatomy.nothingBoots).toBe(true);
          for (const { anatomy, timing } of rows) {
            const ms = timing?.typicalMs;
            if (ms === undefined || anatomy.kernel === 'running-guest') continue;
            if (!anatomy.nothingBoots) expect(ms).toBeGreaterThan(finding.row.ms);
          }
        }
        if (finding.kind === 'wall-faster') {
          expect(finding.walled.ms).toBeLessThan(finding.fenced.ms);
          expect(finding.fenced.row.anatomy).toMatchObject({ nothingBoots: true, fenced: true });
          expect(finding.walled.row.anatomy.nothingBoots).toBe(false);
        }
      }),
    );
  });
  it('names no first where the range of the last reaches down to it', () => {
    const timings = LIGHTVM.timings.map((timing) =>
      timing.id === 'process' ? { ...timing, highMs: 2000 } : timing,
    );
    const wide = { ...LIGHTVM, timings };
    const { rows } = runRace([...STACKS], [wide], { kind: 'one', study: wide });
    expect(findingOf(rows)).toMatchObject({
      kind: 'overlap',
      fast: { ms: 3.5 },
      slow: { ms: 2000 },
    });
  });
  it('draws no comparison between snapshots and starts', () => {
    const timings = LIGHTVM.timings.map((timing, index) =>
      index === 0 ? { ...timing, kind: 'snapshot' as const } : timing,
    );
    const mixed = { ...LIGHTVM, timings };
    const { rows } = runRace([...STACKS], [mixed], { kind: 'one', study: mixed });
    expect(findingOf(rows)).toEqual({ kind: 'mixed' });
  });
});
