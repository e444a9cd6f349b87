import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoxItem, DisplayList, Item, Look, TextItem } from '../scene/display-list.ts';
import { createMorph } from './morph.ts';
import { MOTION } from './motion.ts';

const slab = (owner: string, y: number, h: number, look: Look = 'userland'): BoxItem => ({
  t: 'box',
  key: owner,
  owner,
  layer: true,
  z: 10,
  box: { x: 0, y, w: 100, h },
  look,
  radius: 0,
});
const text = (key: string, x: number, words = key): TextItem => ({
  t: 'text',
  key,
  z: 30,
  x,
  y: 10,
  text: words,
  size: 13,
  weight: 650,
  anchor: 'start',
  ink: 'ink',
});
const listOf = (...items: Item[]): DisplayList => ({ width: 800, height: 600, items });
const keysOf = (list: DisplayList) => list.items.map((item) => item.key);
const find = (list: DisplayList, key: string) => list.items.find((item) => item.key === key);
const boxOf = (list: DisplayList, key: string) => {
  const item = find(list, key);
  return item?.t === 'box' ? item.box : undefined;
};

const long = { durationMs: MOTION.lensMorphMs, reduced: false };

const size = fc.integer({ min: 0, max: 1000 });
const arbitraryBox = fc.record({ x: size, y: size, w: size, h: size });
const alpha = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
const arbitraryItem: fc.Arbitrary<Item> = fc
  .record({
    key: fc.constantFrom('k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k7~was'),
    owner: fc.option(fc.constantFrom('a/kernel', 'a/c1', 'b/app'), { nil: undefined }),
    z: fc.nat(5),
    alpha,
    t: fc.constantFrom<Item['t']>(
      'box',
      'fence',
      'wall',
      'gauge',
      'text',
      'path',
      'icon',
      'ground',
    ),
    box: arbitraryBox,
    layer: fc.boolean(),
    look: fc.constantFrom<Look>('kernel', 'app', 'ghost', 'badge'),
    words: fc.constantFrom('one', 'two'),
    points: fc.array(fc.tuple(size, size), { minLength: 2, maxLength: 4 }),
    teeth: fc.boolean(),
  })
  .map(({ key, owner, z, alpha: ownAlpha, t, box, layer, look, words, points, teeth }): Item => {
    const base = {
      key,
      z,
      ...(owner === undefined ? {} : { owner }),
      ...(ownAlpha === undefined ? {} : { alpha: ownAlpha }),
    };
    const { x, y, w } = box;
    switch (t) {
      case 'box':
        return {
          ...base,
          t,
          box,
          look,
          radius: 4,
          layer,
          ...(teeth ? { teeth: [{ family: 'linux', from: 0, to: w } as const] } : {}),
        };
      case 'fence':
        return { ...base, t, box, foot: 11, layer };
      case 'wall':
        return { ...base, t, box, thickness: 8, leg: 12, layer };
      case 'gauge':
        return { ...base, t, box, fill: 0.5, limit: 1 };
      case 'text':
        return { ...text(key, x, words), ...base };
      case 'path':
        return { ...base, t, points, ink: 'line', width: 1 };
      case 'icon':
        return { ...base, t, icon: 'chip', x, y, size: 16, ink: 'ink' };
      case 'ground':
        return { ...base, t, x1: x, x2: x + w, y };
    }
  });
const arbitraryList: fc.Arbitrary<DisplayList> = fc.record({
  width: size,
  height: size,
  items: fc.uniqueArray(arbitraryItem, { selector: (item) => item.key, maxLength: 9 }),
});

function expectValid(list: DisplayList): void {
  const keys = keysOf(list);
  expect(new Set(keys).size).toBe(keys.length);
  JSON.stringify(list, (_name, value: unknown) => {
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    return value;
  });
  for (const item of list.items) {
    expect(item.alpha ?? 1).toBeGreaterThanOrEqual(0);
    expect(item.alpha ?? 1).toBeLessThanOrEqual(1);
    if ('box' in item) expect(Math.min(item.box.w, item.box.h)).toBeGreaterThanOrEqual(0);
  }
}

describe('createMorph', () => {
  it('begins with the one list and ends with the other', () => {
    fc.assert(
      fc.property(arbitraryList, arbitraryList, fc.boolean(), (from, to, reduced) => {
        const morph = createMorph(from, to, { durationMs: 450, reduced });
        expect(morph.at(0)).toBe(from);
        expect(morph.at(-5)).toBe(from);
        expect(morph.at(morph.durationMs)).toBe(to);
        expect(morph.at(1e9)).toBe(to);
        morph.destroy();
      }),
    );
  });

  it('is valid at any moment, and when interrupted at any moment', () => {
    fc.assert(
      fc.property(
        arbitraryList,
        fc.array(
          fc.record({
            to: arbitraryList,
            durationMs: fc.constantFrom(0, 160, 450, 600),
            reduced: fc.boolean(),
            stacks: fc.option(
              fc.record({
                before: fc.shuffledSubarray(['a', 'b', 'k0']),
                after: fc.shuffledSubarray(['a', 'b', 'k0']),
              }),
              { nil: undefined },
            ),
            atMs: fc.double({ min: 0, max: 600, noNaN: true }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        (first, legs) => {
          let shown = first;
          for (const { to, atMs, ...options } of legs) {
            const morph = createMorph(shown, to, options);
            shown = morph.at(atMs);
            expectValid(shown);
            morph.destroy();
          }
        },
      ),
    );
  });

  it('moves what persists, kernels first, and keeps the identity of what does not move', () => {
    const still = slab('a/hw', 500, 60, 'hardware');
    const from = listOf(
      still,
      slab('a/kernel', 400, 100, 'kernel'),
      slab('a/app', 300, 100, 'app'),
    );
    const to = listOf(still, slab('a/kernel', 200, 100, 'kernel'), slab('a/app', 100, 100, 'app'));
    const morph = createMorph(from, to, long);
    const early = morph.at(250);
    expect(find(early, 'a/hw')).toBe(still);
    const kernelWay = 400 - (boxOf(early, 'a/kernel')?.y ?? 0);
    const appWay = 300 - (boxOf(early, 'a/app')?.y ?? 0);
    expect(kernelWay).toBeGreaterThan(appWay);
    expect(appWay).toBeGreaterThan(0);
    expect(boxOf(morph.at(590), 'a/kernel')).toEqual({ x: 0, y: 200, w: 100, h: 100 });
  });

  it('lets what is gone sink from the top, and raises what is new from the ground', () => {
    const tower = [0, 1, 2].map((floor) => slab(`a/${floor}`, 300 - floor * 100, 100));
    const leaving = createMorph(listOf(...tower), listOf(), long).at(150);
    const heights = tower.map((item) => boxOf(leaving, item.key)?.h ?? 0);
    expect(heights[0]).toBe(100);
    expect(heights[2]).toBeLessThan(heights[1] ?? 0);
    expect(find(leaving, 'a/2')).not.toHaveProperty('layer');
    const sunk = boxOf(leaving, 'a/2');
    expect((sunk?.y ?? 0) + (sunk?.h ?? 0)).toBeCloseTo(200);

    const entering = createMorph(listOf(), listOf(...tower), long).at(390);
    const grown = tower.map((item) => boxOf(entering, item.key)?.h ?? 0);
    expect(grown[0]).toBeGreaterThan(grown[1] ?? 0);
    expect(grown[1]).toBeGreaterThan(grown[2] ?? 0);
  });

  it('takes annotations out first and brings them in last', () => {
    const morph = createMorph(listOf(text('old', 0)), listOf(text('new', 50)), long);
    expect(keysOf(morph.at(50))).toEqual(['old']);
    expect(keysOf(morph.at(200))).toEqual([]);
    expect(keysOf(morph.at(500))).toEqual(['new']);
  });

  it('changes a look in place, with one layer in charge throughout', () => {
    const from = listOf(slab('a/k', 0, 100, 'ghost'));
    const to = listOf(slab('a/k', 0, 100, 'kernel'));
    const morph = createMorph(from, to, { durationMs: 160, reduced: false });
    for (let ms = 0; ms <= 160; ms += 10) {
      const layers = morph.at(ms).items.filter((item) => 'layer' in item && item.layer);
      expect(layers.map((item) => item.key)).toEqual(['a/k']);
    }
    expect(morph.at(80).items).toHaveLength(2);
  });

  it('never shows two texts over each other', () => {
    const morph = createMorph(
      listOf(text('n', 0, '3 kernels')),
      listOf(text('n', 0, '2 kernels')),
      {
        durationMs: 160,
        reduced: false,
      },
    );
    for (let ms = 1; ms < 160; ms += 1) expect(morph.at(ms).items).toHaveLength(1);
  });

  it('has a stack fade out, and in elsewhere, to pass another, and keeps its twin', () => {
    const at = (item: BoxItem, x: number): BoxItem => ({ ...item, box: { ...item.box, x } });
    const [a, b] = [slab('a/hw', 500, 60), slab('b/hw', 500, 60)];
    const stacks = { before: ['a', 'b'], after: ['b', 'a'] };
    const options = { durationMs: MOTION.stackSwapMs, reduced: false, stacks };
    const morph = createMorph(listOf(at(a, 0), at(b, 200)), listOf(at(a, 200), at(b, 0)), options);
    for (let ms = 10; ms < 450; ms += 10) {
      const list = morph.at(ms);
      expect(find(list, 'b/hw')?.alpha).toBeUndefined();
      const alpha = find(list, 'a/hw')?.alpha ?? 1;
      expect(alpha).toBeGreaterThan(0);
      const [passing, staying] = [boxOf(list, 'a/hw')?.x ?? 0, boxOf(list, 'b/hw')?.x ?? 0];
      expect([0, 200]).toContain(passing);
      if (alpha > 0.01) expect(Math.abs(passing - staying)).toBeGreaterThan(195);
    }
  });

  it('lets a stack that goes be gone before the others travel, and a new one rise after', () => {
    const stacks = { before: ['a', 'b'], after: ['c', 'b'] };
    const options = { durationMs: MOTION.stackSwapMs, reduced: false, stacks };
    const wide: BoxItem = { ...slab('b/hw', 500, 60), box: { x: 200, y: 500, w: 150, h: 60 } };
    const from = listOf(slab('a/hw', 500, 60), slab('b/hw', 500, 60, 'kernel'));
    const to = listOf(slab('c/hw', 500, 60), { ...wide, look: 'kernel' });
    const morph = createMorph(from, to, options);
    for (let ms = 10; ms < 450; ms += 10) {
      const list = morph.at(ms);
      const way = (boxOf(list, 'b/hw')?.x ?? 0) / 200;
      if (find(list, 'a/hw')) expect(way).toBe(0);
      if (find(list, 'c/hw')) expect(way).toBeGreaterThan(0.99);
    }
  });

  it('does not travel when motion is reduced', () => {
    const from = listOf(slab('a/hw', 500, 60), slab('a/app', 300, 100));
    const to = listOf(slab('a/hw', 500, 60), slab('a/app', 100, 100));
    const morph = createMorph(from, to, { durationMs: 600, reduced: true });
    expect(morph.durationMs).toBe(MOTION.reducedFadeMs);
    expect(boxOf(morph.at(59), 'a/app')?.y).toBe(300);
    expect(boxOf(morph.at(61), 'a/app')?.y).toBe(100);
    expect(find(morph.at(30), 'a/app')?.alpha).toBeCloseTo(0.5);
    expect(find(morph.at(30), 'a/hw')?.alpha).toBeUndefined();
  });
});
