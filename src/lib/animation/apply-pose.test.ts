import { describe, expect, it } from 'vitest';
import type { BoxItem, DisplayList, FenceItem, Item, TextItem } from '../scene/display-list.ts';
import { applyPose } from './apply-pose.ts';
import type { Pose } from './cue.ts';

const kernel: BoxItem = {
  t: 'box',
  key: 'a/kernel',
  owner: 'a/kernel',
  layer: true,
  z: 10,
  box: { x: 10, y: 100, w: 200, h: 80 },
  look: 'kernel',
  radius: 0,
  teeth: [{ family: 'linux', from: 0, to: 200 }],
};
const label: TextItem = {
  t: 'text',
  key: 'a/kernel#name',
  owner: 'a/kernel',
  z: 20,
  x: 20,
  y: 140,
  text: 'Linux kernel',
  size: 13,
  weight: 650,
  anchor: 'start',
  ink: 'on-kernel',
};
const fence: FenceItem = {
  t: 'fence',
  key: 'a/c1',
  owner: 'a/c1',
  layer: true,
  z: 15,
  box: { x: 20, y: 20, w: 60, h: 80 },
  foot: 11,
};
const app: BoxItem = { ...kernel, key: 'a/c1/app', owner: 'a/c1/app', look: 'app', radius: 6 };
const list: DisplayList = { width: 400, height: 300, items: [kernel, fence, app, label] };
const posed = (poses: Record<string, Pose>) => applyPose(list, new Map(Object.entries(poses)));
const find = (result: DisplayList, key: string): Item | undefined =>
  result.items.find((item) => item.key === key);

describe('applyPose', () => {
  it('returns the list itself when nothing is posed', () => {
    expect(applyPose(list, new Map())).toBe(list);
    expect(posed({ elsewhere: { rise: 0 } })).toBe(list);
    expect(posed({ 'a/kernel': {} })).toBe(list);
  });

  it('grows a box from its foot and leaves the rest as it is', () => {
    const result = posed({ 'a/kernel': { rise: 0.25 } });
    expect(find(result, 'a/kernel')).toEqual({
      ...kernel,
      box: { x: 10, y: 160, w: 200, h: 20 },
    });
    expect(find(result, 'a/c1')).toBe(fence);
    expect(find(result, 'a/c1/app')).toBe(app);
  });

  it('shows no teeth on a slab that is hardly higher than they are', () => {
    expect(find(posed({ 'a/kernel': { rise: 0.1 } }), 'a/kernel')).not.toHaveProperty('teeth');
  });

  it('brings labels in the last third', () => {
    expect(find(posed({ 'a/kernel': { rise: 0.6 } }), label.key)).toBeUndefined();
    const late = find(posed({ 'a/kernel': { rise: 5 / 6 } }), label.key);
    expect(late?.alpha).toBeCloseTo(0.5);
    expect(find(posed({ 'a/kernel': { alpha: 0.5 } }), label.key)?.alpha).toBe(0.5);
  });

  it('draws fences, and takes away what is absent', () => {
    expect(find(posed({ 'a/c1': { draw: 0.4 } }), 'a/c1')).toEqual({ ...fence, draw: 0.4 });
    expect(find(posed({ 'a/c1': { draw: 0 } }), 'a/c1')).toBeUndefined();
    expect(posed({ 'a/kernel': { rise: 0 } }).items).toEqual([fence, app]);
    expect(find(posed({ 'a/c1/app': { alpha: 0 } }), 'a/c1/app')).toBeUndefined();
  });

  it('lets a pose speak of a single item by its key', () => {
    expect(find(posed({ [label.key]: { alpha: 0.25 } }), label.key)?.alpha).toBe(0.25);
    expect(find(posed({ [label.key]: { alpha: 0.25 } }), 'a/kernel')).toBe(kernel);
  });

  it('is cheap for many items', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({ ...kernel, key: `k${index}` }));
    const many = { ...list, items: [...items, app] };
    const result = applyPose(many, new Map([['a/c1/app', { rise: 0.5 }]]));
    expect(result.items.slice(0, -1).every((item, index) => item === items[index])).toBe(true);
  });
});
