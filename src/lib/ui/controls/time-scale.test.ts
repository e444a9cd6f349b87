import { describe, expect, it } from 'vitest';
import { chapterScale, linearScale, logScale, percentOf } from './time-scale.ts';

const chapters = [
  { startMs: 0, endMs: 300 },
  { startMs: 300, endMs: 1000 },
];

describe('time scales', () => {
  it.each([
    ['chapters', chapterScale(chapters)],
    ['linear', linearScale(1000)],
    ['log', logScale(1000)],
  ])('%s: goes from end to end and back again', (_, scale) => {
    expect(scale.toPlace(0)).toBe(0);
    expect(scale.toPlace(1000)).toBe(1);
    expect(scale.toTime(0)).toBe(0);
    expect(scale.toTime(1)).toBeCloseTo(1000, 6);
    for (const place of [0.1, 0.5, 0.9]) {
      expect(scale.toPlace(scale.toTime(place))).toBeCloseTo(place, 6);
    }
  });

  it('gives every chapter the same room and every decade too', () => {
    expect(chapterScale(chapters).toPlace(300)).toBe(0.5);
    expect(logScale(1000).toPlace(10)).toBeCloseTo(1 / 3, 6);
    expect(logScale(1000).toPlace(0.2)).toBe(0);
  });

  it('a step and how much of it is over name every fiftieth of a timeline apart', () => {
    for (const scale of [chapterScale(chapters), linearScale(1000)]) {
      const heard = Array.from({ length: 51 }, (_, key) => {
        const tMs = scale.toTime(key / 50);
        const at = chapters.findIndex(({ endMs }) => endMs >= tMs);
        return `${at} ${percentOf(chapters[at] ?? { startMs: 0, endMs: 0 }, tMs)}`;
      });
      expect(new Set(heard).size).toBe(51);
      expect(heard.at(-1)).toBe('1 100');
    }
  });

  it('takes nothing for an empty timeline', () => {
    expect(chapterScale([]).toPlace(5)).toBe(0);
    expect(chapterScale([]).toTime(1)).toBe(0);
    expect(linearScale(0).toPlace(0)).toBe(0);
  });
});
