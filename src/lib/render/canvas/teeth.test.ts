import { describe, expect, it } from 'vitest';
import { ABI_FAMILIES } from '../../model/kinds.ts';
import type { BoxItem } from '../../scene/display-list.ts';
import { teethCells, traceTeeth, type PathSink } from './teeth.ts';

function record(item: BoxItem, factor = 1): { commands: string[]; points: [number, number][] } {
  const commands: string[] = [];
  const points: [number, number][] = [];
  const note = (name: string, ...numbers: number[]): void => {
    commands.push(`${name} ${numbers.map((n) => Math.round(n * 100) / 100).join(' ')}`);
    points.push([numbers[0] ?? NaN, numbers[1] ?? NaN]);
  };
  const sink: PathSink = {
    moveTo: (x, y) => note('M', x, y),
    lineTo: (x, y) => note('L', x, y),
    ellipse: (x, y, rx, ry) => note('E', x, y, rx, ry),
  };
  traceTeeth(sink, item, factor);
  return { commands, points };
}

function kernel(width: number, family: string): BoxItem {
  return {
    ...{ t: 'box', key: 'k', z: 0, look: 'kernel', radius: 0 },
    box: { x: 100, y: 50, w: width, h: 80 },
    teeth: [{ family: family as 'linux', from: 0, to: width }],
  };
}

describe('teethCells', () => {
  it.each([
    [332, 27, 4],
    [83, 6, 5.5],
    [264, 21, 6],
    [17, 1, 2.5],
    [11, 0, 5.5],
  ])('on %i px: %i teeth, the first cell at %f', (width, count, start) => {
    const cells = teethCells({ family: 'linux', from: 0, to: width }, 1);
    expect(cells).toHaveLength(count);
    if (count > 0) expect(cells[0]).toBeCloseTo(start);
  });
});

describe('traceTeeth', () => {
  it.each([
    ['linux', ['L 105.5 50', 'L 105.5 45', 'L 111.5 45', 'L 111.5 50']],
    ['nt', ['L 103.5 50', 'L 108.5 43.5', 'L 113.5 50']],
    ['xnu', ['L 104 50', 'E 108.5 50 4.5 5']],
    ['bsd', ['L 106.5 50', 'L 104.5 45', 'L 112.5 45', 'L 110.5 50']],
  ])('draws a %s tooth', (family, expected) => {
    expect(record(kernel(17, family)).commands).toEqual(expected);
  });

  it.each(ABI_FAMILIES)('keeps %s teeth inside their range and above the edge', (family) => {
    for (const factor of [1, 2.2]) {
      for (const [x, y] of record(kernel(200, family), factor).points) {
        expect(x).toBeGreaterThanOrEqual(100);
        expect(x).toBeLessThanOrEqual(300);
        expect(y).toBeLessThanOrEqual(50);
        expect(y).toBeGreaterThanOrEqual(50 - 6.5 * factor);
      }
    }
  });
});
