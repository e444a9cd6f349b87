import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuildPart } from '../scene/picture.ts';
import { buildCues, CHAPTER_MAX_MS, CHAPTER_REST_MS } from './build-up.ts';
import { createTimeline } from './timeline-driver.ts';

const part = (owner: string, chapter: number, rest: Partial<BuildPart> = {}): BuildPart => ({
  owner,
  chapter,
  how: 'rise',
  ...rest,
});

const arbitraryBuild = fc.integer({ min: 1, max: 6 }).chain((chapterCount) =>
  fc.record({
    chapterCount: fc.constant(chapterCount),
    build: fc.array(
      fc
        .record({
          owner: fc
            .tuple(fc.constantFrom('process', 'docker-linux', 'unikernel'), fc.nat(400))
            .map(([stack, index]) => `${stack}/l${index}`),
          chapter: fc.nat(chapterCount - 1),
          how: fc.constantFrom<BuildPart['how']>('rise', 'draw', 'fade'),
          gone: fc.option(fc.nat(chapterCount), { nil: undefined }),
        })
        .map(({ gone, ...rest }): BuildPart =>
          gone === undefined ? rest : { ...rest, goneAfterChapter: gone },
        ),
      { maxLength: 300 },
    ),
  }),
);

describe('buildCues', () => {
  it('raises parts of one stack one after the other, and stacks side by side', () => {
    const { cues, chapters, durationMs } = buildCues(
      [part('a/hw', 0), part('a/kernel', 0), part('b/hw', 0), part('b/fence', 1, { how: 'draw' })],
      2,
    );
    expect(cues.map((cue) => [cue.target, cue.prop, cue.atMs, cue.durationMs])).toEqual([
      ['a/hw', 'rise', 0, 320],
      ['a/kernel', 'rise', 60, 320],
      ['b/hw', 'rise', 0, 320],
      ['b/fence', 'draw', 380 + CHAPTER_REST_MS, 240],
    ]);
    expect(chapters).toEqual([
      { startMs: 0, endMs: 380 },
      { startMs: 380, endMs: 820 },
    ]);
    expect(durationMs).toBe(820);
  });

  it('shows a transient part at the end of its chapter and takes it away after', () => {
    const build = [part('a/runc', 0, { goneAfterChapter: 0 }), part('a/app', 1)];
    const { cues, chapters } = buildCues(build, 2);
    const timeline = createTimeline(cues);
    expect(timeline.poseAt(chapters[0]?.endMs ?? 0).get('a/runc')).toBeUndefined();
    expect(timeline.poseAt(chapters[1]?.endMs ?? 0).get('a/runc')).toEqual({ rise: 0 });
  });

  it('lets a transient part of the last chapter leave before the end', () => {
    const { cues, durationMs } = buildCues([part('a/jailer', 0, { goneAfterChapter: 3 })], 1);
    const timeline = createTimeline(cues);
    expect(timeline.poseAt(400).size).toBe(0);
    expect(timeline.poseAt(durationMs).get('a/jailer')).toEqual({ rise: 0 });
  });

  it('gives a chapter without parts a still moment, and nothing for nothing', () => {
    expect(buildCues([], 1).chapters).toEqual([{ startMs: 0, endMs: CHAPTER_REST_MS }]);
    expect(buildCues([], 0)).toEqual({ cues: [], chapters: [], durationMs: 0 });
  });

  it('keeps chapters short, touching and complete at their ends', () => {
    fc.assert(
      fc.property(arbitraryBuild, ({ build, chapterCount }) => {
        const { cues, chapters, durationMs } = buildCues(build, chapterCount);
        expect(chapters).toHaveLength(chapterCount);
        let beforeMs = 0;
        for (const { startMs, endMs } of chapters) {
          expect(startMs).toBe(beforeMs);
          expect(endMs - startMs).toBeGreaterThan(0);
          expect(endMs - startMs).toBeLessThanOrEqual(CHAPTER_MAX_MS);
          expect(cues.every((cue) => cue.atMs >= endMs || cue.atMs + cue.durationMs <= endMs)).toBe(
            true,
          );
          beforeMs = endMs;
        }
        expect(durationMs).toBe(beforeMs);
        const timeline = createTimeline(cues);
        const last = new Map(build.toReversed().map((entry) => [entry.owner, entry]));
        for (const [owner, pose] of timeline.poseAt(durationMs)) {
          expect(last.get(owner)?.goneAfterChapter).toBeDefined();
          expect(Object.values(pose)).toEqual([0]);
        }
      }),
    );
  });
});
