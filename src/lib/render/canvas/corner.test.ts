import { expect, test } from 'vitest';
import { cornerPx } from './corner.ts';

test.each([
  ['a roomy box', { w: 80, h: 40 }, 4],
  ['a flat one', { w: 80, h: 6 }, 3],
  ['one of no width', { w: 0, h: 40 }, 0],
  ['one that a stage without room turned inside out', { w: -6.3, h: 40 }, 0],
])('%s has a corner that a canvas can draw', (_name, box, radius) => {
  expect(cornerPx(4, box)).toBe(radius);
});
