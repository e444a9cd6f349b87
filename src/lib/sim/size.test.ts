import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFigures } from '../content/figures.ts';
import { sizeShelf } from '../content/sizes.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import type { SizeSettings } from '../model/settings.ts';
import { sizeSettings } from '../model/size-settings.ts';
import type { StackSizes } from '../model/size-data.ts';
import { diskState } from './size-disk.ts';
import { fillOf, memoryState } from './size-memory.ts';
import { assumedMb, changeAssumed, sizePart } from './size-values.ts';

const { figures } = await loadFigures();
const known = (settings: Partial<SizeSettings> = {}) => ({
  figures,
  assumptions: sizeShelf.assumptions,
  settings: { ...EMPTY_SCENE.size, ...settings },
});

const stacks = [...sizeShelf.stacks.values()];
const settings = fc.record({
  host: fc.integer({ min: 8, max: 1024 }),
  program: fc.integer({ min: 1, max: 20_000 }),
  ksm: fc.integer({ min: 0, max: 90 }),
  balloon: fc.integer({ min: 0, max: 90 }),
  clone: fc.integer({ min: 0, max: 90 }),
  linked: fc.boolean(),
  share: fc.boolean(),
  pull: fc.constantFrom(...sizeSettings.pull.words),
});
const measured = stacks.filter(({ memory }) => memory.length > 0);
const withMemory = fc
  .constantFrom(...measured)
  .chain((sizes) =>
    fc.constantFrom(...sizes.memory).map((one) => ({ sizes, variant: one.variants?.[0] ?? 'any' })),
  );
const fitFor = (sizes: StackSizes, variant: string, set: Partial<SizeSettings>): number =>
  memoryState(sizes, variant, known(set))?.fit ?? -1;

describe('memory', () => {
  test('what fits grows with the host and falls with the program', () => {
    fc.assert(
      fc.property(withMemory, settings, fc.nat(500), ({ sizes, variant }, set, more) => {
        const fit = fitFor(sizes, variant, set);
        const larger = { ...set, host: set.host + more };
        expect(fitFor(sizes, variant, larger)).toBeGreaterThanOrEqual(fit);
        const heavier = { ...set, program: set.program + more };
        expect(fitFor(sizes, variant, heavier)).toBeLessThanOrEqual(fit);
      }),
    );
  });

  test('a saving that is switched on never lets fewer fit', () => {
    const saving = fc.constantFrom('ksm', 'balloon', 'clone');
    fc.assert(
      fc.property(withMemory, settings, saving, ({ sizes, variant }, set, name) => {
        const off = fitFor(sizes, variant, { ...set, [name]: 0 });
        expect(fitFor(sizes, variant, set)).toBeGreaterThanOrEqual(off);
      }),
    );
  });

  test('what is there fits, one more would not', () => {
    fc.assert(
      fc.property(withMemory, settings, fc.integer({ min: 1, max: 100_000 }), (of, set, n) => {
        const state = memoryState(of.sizes, of.variant, known(set));
        if (state === null) throw new Error('measured');
        const fill = fillOf(state, n);
        expect(fill.there + fill.left).toBe(n);
        expect(fill.usedMb).toBeLessThanOrEqual(state.hostMb + 1e-3);
        const next = state.fixedMb + (state.fit + 1) * state.eachMb;
        expect(next).toBeGreaterThan(state.hostMb - 1e-3);
      }),
    );
  });

  test("Kata's figure holds its guest: nothing is added for it", () => {
    const kata = sizeShelf.stacks.get('kata');
    const state = memoryState(kata, 'any', known({ program: 10 }));
    expect(state?.each.map(({ part }) => part.role)).toEqual(['whole', 'app']);
    expect(state?.eachMb).toBeCloseTo(120 * 1.048_576 + 10, 6);
  });

  test('a stack that no figure tells of has no memory state', () => {
    expect(memoryState(sizeShelf.stacks.get('docker-rootless'), 'any', known())).toBeNull();
    expect(memoryState(undefined, 'any', known())).toBeNull();
  });
});

describe('disk', () => {
  test('stored together is never more than the sum, and equals it with nothing shared', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stacks), settings, (sizes, set) => {
        const state = diskState(sizes, known(set));
        if (state === null) return;
        expect(state.totalMb).toBeLessThanOrEqual(state.sumMb + 1e-9);
        const apart = diskState(sizes, known({ ...set, share: false, linked: false }));
        expect(apart?.totalMb).toBeCloseTo(apart?.sumMb ?? Number.NaN, 6);
        expect(state.sumMb).toBeCloseTo(apart?.sumMb ?? Number.NaN, 6);
      }),
    );
  });

  test('an image adds its new bytes alone', () => {
    const docker = sizeShelf.stacks.get('docker-linux');
    const whole = docker?.disk.compressed;
    if (docker === undefined || whole === undefined) throw new Error('no images');
    const set = known({ pull: 'compressed' });
    const seen = new Set<string>();
    let expected = 0;
    whole.images.forEach((image, at) => {
      for (const part of image.parts) {
        if (!seen.has(part.digest ?? '')) expected += sizePart(part, set).mb ?? 0;
        seen.add(part.digest ?? '');
      }
      const some = { ...whole, images: whole.images.slice(0, at + 1) };
      const state = diskState({ ...docker, disk: { compressed: some } }, set);
      expect(state?.totalMb).toBeCloseTo(expected, 6);
    });
    // The sum of the three images as the registry gives them, the base counted once.
    expect(expected).toBeCloseTo(63.1 + 161.3 + 43 - 2 * 29.8, 6);
  });
});

test('an assumption keeps within its bounds, and leaves the address when it is as it was', () => {
  for (const one of sizeShelf.assumptions.values()) {
    expect(assumedMb(one, `${one.id}:999999`)).toBe(one.maxMb);
    const changed = changeAssumed('', one, one.minMb);
    expect(assumedMb(one, changed)).toBe(one.minMb);
    expect(changeAssumed(changed, one, one.mb)).toBe('');
  }
});
