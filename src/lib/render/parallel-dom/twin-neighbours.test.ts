import { describe, expect, it } from 'vitest';
import { neighbour, type Placed } from './twin-neighbours.ts';

/** Two containers on one kernel on hardware, an engine beside them. */
const LAYERS = new Map<string, Placed>([
  ['hw', placed(0, 300, 400, 60, null, ['kernel'])],
  ['kernel', placed(0, 200, 400, 100, 'hw', ['c1', 'c2', 'engine'])],
  ['c1', placed(0, 80, 100, 120, 'kernel', ['c1/libs'])],
  ['c1/libs', placed(5, 150, 90, 50, 'c1', ['c1/app'])],
  ['c1/app', placed(5, 100, 90, 50, 'c1/libs', [])],
  ['c2', placed(110, 80, 100, 120, 'kernel', ['c2/libs'])],
  ['c2/libs', placed(115, 150, 90, 50, 'c2', ['c2/app'])],
  ['c2/app', placed(115, 100, 90, 50, 'c2/libs', [])],
  ['engine', placed(230, 120, 100, 80, 'kernel', [])],
  ['gone', { box: null, parent: 'kernel', children: [] }],
]);

function placed(
  ...[x, y, w, h, parent, children]: [number, number, number, number, string | null, string[]]
): Placed {
  return { box: { x, y, w, h }, parent, children };
}

describe('neighbour', () => {
  it.each([
    ['hw', 'up', 'kernel'],
    ['kernel', 'up', 'c1'],
    ['c1', 'up', 'c1/libs'],
    ['c1/app', 'down', 'c1/libs'],
    ['c1/libs', 'down', 'c1'],
    ['c1', 'down', 'kernel'],
    ['hw', 'down', null],
    ['c1/libs', 'right', 'c2/libs'],
    ['c2/app', 'left', 'c1/app'],
    ['c2', 'right', 'engine'],
    ['engine', 'right', null],
    ['engine', 'first', 'hw'],
    ['hw', 'last', 'engine'],
  ] as const)('from %s %s to %s', (from, direction, expected) => {
    expect(neighbour(LAYERS, from, direction)).toBe(expected);
  });

  it('goes by place where the tree does not say', () => {
    const flat = new Map(
      [...LAYERS].map(([path, l]) => [path, { ...l, parent: null, children: [] }]),
    );
    expect(neighbour(flat, 'hw', 'up')).toBe('kernel');
    expect(neighbour(flat, 'engine', 'down')).toBe('kernel');
  });
});
