import { expect, it } from 'vitest';
import type { DisplayList } from '../scene/display-list.ts';
import { placedAnew } from './placed-anew.ts';

const list: DisplayList = {
  width: 400,
  height: 300,
  items: [
    { t: 'ground', key: 'g', z: 0, x1: 10, x2: 90, y: 100 },
    { t: 'path', key: 'p', z: 0, points: [[10, 20]], ink: 'line', width: 1 },
    { t: 'icon', key: 'i', z: 0, icon: 'chip', x: 10, y: 20, size: 16, ink: 'ink' },
    {
      ...{ t: 'box', key: 'b', z: 0, box: { x: 10, y: 20, w: 30, h: 40 }, look: 'kernel' },
      ...{ radius: 0, teeth: [{ family: 'linux', from: 2, to: 20 }] },
    },
  ],
};

it('keeps what is seen where it is, when the stage moves down by 40 px', () => {
  const { items } = placedAnew(list, { x: 0, y: 180, scale: 1 }, { x: 0, y: 220, scale: 1 });
  expect(items).toMatchObject([
    { x1: 10, x2: 90, y: 60 },
    { points: [[10, -20]] },
    { x: 10, y: -20, size: 16 },
    { box: { x: 10, y: -20, w: 30, h: 40 }, teeth: [{ from: 2, to: 20 }] },
  ]);
});

it('keeps what is seen as large as it is, when the stage shows more of the world', () => {
  const { items } = placedAnew(list, { x: 0, y: 0, scale: 1 }, { x: 0, y: 0, scale: 0.5 });
  expect(items).toMatchObject([
    { x1: 20, x2: 180, y: 200 },
    { points: [[20, 40]] },
    { x: 20, y: 40, size: 32 },
    { box: { x: 20, y: 40, w: 60, h: 80 }, teeth: [{ from: 4, to: 40 }] },
  ]);
});

it('is the list itself where the stage stands still', () => {
  expect(placedAnew(list, { x: 3, y: 4, scale: 1 }, { x: 3.2, y: 4, scale: 1 })).toBe(list);
});
