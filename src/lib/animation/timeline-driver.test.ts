import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue, PoseProp } from './cue.ts';
import { cubicBezier, EASES } from './ease.ts';
import { createTimeline } from './timeline-driver.ts';

const cue = (over: Partial<Cue> = {}): Cue => ({
  id: 'one',
  target: 'a',
  prop: 'rise',
  atMs: 100,
  durationMs: 200,
  from: 0,
  to: 1,
  ease: 'linear',
  ...over,
});

/** Cues that follow one another per property, with gaps, and with jumps between them. */
const arbitraryCues: fc.Arbitrary<Cue[]> = fc
  .array(
    fc.record({
      target: fc.constantFrom('a', 'b', 'c'),
      prop: fc.constantFrom<PoseProp>('rise', 'draw', 'alpha'),
      gap: fc.nat(300),
      durationMs: fc.integer({ min: 1, max: 400 }),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
      ease: fc.constantFrom<Cue['ease']>('enter', 'exit', 'morph', 'linear'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) => {
    const free = new Map<string, number>();
    return drafts.map(({ gap, ...draft }, index) => {
      const key = `${draft.target} ${draft.prop}`;
      const atMs = (free.get(key) ?? 0) + gap;
      free.set(key, atMs + draft.durationMs);
      return { ...draft, id: String(index), atMs };
    });
  });

describe('eases', () => {
  it('begin at 0, end at 1 and agree with the known curve', () => {
    for (const ease of Object.values(EASES)) {
      expect(ease(0)).toBe(0);
      expect(ease(1)).toBe(1);
      expect(ease(-1)).toBe(0);
      expect(ease(2)).toBe(1);
    }
    expect(cubicBezier(0.25, 0.1, 0.25, 1)(0.5)).toBeCloseTo(0.8024, 3);
    expect(cubicBezier(0, 0, 1, 1)(0.3)).toBeCloseTo(0.3, 6);
  });

  it('never go back', () => {
    for (const ease of Object.values(EASES)) {
      for (let step = 1; step <= 200; step += 1) {
        expect(ease(step / 200)).toBeGreaterThanOrEqual(ease((step - 1) / 200));
      }
    }
  });
});

describe('createTimeline', () => {
  it('holds the start before a cue and names nothing that is at rest', () => {
    const timeline = createTimeline([cue()]);
    expect(timeline.durationMs).toBe(300);
    expect(timeline.poseAt(0)).toEqual(new Map([['a', { rise: 0 }]]));
    expect(timeline.poseAt(200)).toEqual(new Map([['a', { rise: 0.5 }]]));
    expect(timeline.poseAt(300)).toEqual(new Map());
    expect(timeline.poseAt(Number.NaN)).toEqual(new Map([['a', { rise: 0 }]]));
    expect(timeline.poseAt(1e9)).toEqual(new Map());
    timeline.destroy();
  });

  it('gives every moment the same pose, whatever was asked before', () => {
    fc.assert(
      fc.property(
        arbitraryCues,
        fc.array(fc.oneof(fc.double({ min: -100, max: 4000, noNaN: true }), fc.nat(4000)), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.nat(20),
        (cues, seeks, pick) => {
          const edge = cues[pick % cues.length];
          const asked = edge ? [...seeks, edge.atMs, 0, edge.atMs + edge.durationMs, 0] : seeks;
          const used = createTimeline(cues);
          for (const tMs of asked) {
            const fresh = createTimeline(cues);
            expect(used.poseAt(tMs)).toEqual(fresh.poseAt(tMs));
            fresh.destroy();
          }
          used.destroy();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is exact at both ends', () => {
    fc.assert(
      fc.property(arbitraryCues, (cues) => {
        const timeline = createTimeline(cues);
        const firsts = new Map<string, number>();
        const lasts = new Map<string, number>();
        for (const { target, prop, from, to } of cues) {
          const key = `${target} ${prop}`;
          if (!firsts.has(key)) firsts.set(key, from);
          lasts.set(key, to);
        }
        for (const [tMs, wanted] of [
          [timeline.durationMs, lasts],
          [0, firsts],
        ] as const) {
          const poses = timeline.poseAt(tMs);
          for (const [key, value] of wanted) {
            const [target = '', prop] = key.split(' ') as [string, PoseProp];
            expect(poses.get(target)?.[prop] ?? 1).toBeCloseTo(value, 6);
          }
        }
      }),
    );
  });

  it('refuses cues that overlap or make no sense', () => {
    expect(() => createTimeline([cue(), cue({ id: 'two', atMs: 250 })])).toThrow(RangeError);
    expect(() => createTimeline([cue({ durationMs: 0 })])).toThrow(RangeError);
    expect(() => createTimeline([cue({ from: Number.NaN })])).toThrow(RangeError);
    expect(() => createTimeline([cue(), cue({ id: 'two', prop: 'alpha' })])).not.toThrow();
  });

  it('hands out poses of its own, which nobody else sees change', () => {
    const timeline = createTimeline([cue()]);
    const early = timeline.poseAt(150);
    timeline.poseAt(250);
    expect(early).toEqual(new Map([['a', { rise: 0.25 }]]));
    expect(Object.keys(early.get('a') ?? {})).toEqual(['rise']);
  });
});
