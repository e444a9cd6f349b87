import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFigures } from '../../content/figures.ts';
import { overheads } from '../../content/overheads.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import { resolveStack } from '../../model/resolve.ts';
import type { Figure } from '../../model/figures.ts';
import { OVERHEAD_RESOURCES } from '../../model/path/overhead-data.ts';
import { NATIVE_PERCENT, overheadRows, speedPercent } from './overhead.ts';

const { figures } = await loadFigures();
const stacks = await Promise.all(
  stackIds.flatMap((id) =>
    (stackNames[id]?.variants ?? []).map(async (variant) => {
      const file = await loadStack(id);
      if (!file.ok) throw new Error(id);
      return resolveStack(file.value, { variant, n: null });
    }),
  ),
);
const rows = overheadRows(stacks, overheads, figures, 'all');

const figureOf = (measure: NonNullable<Figure['measure']>): Figure => ({
  ...{ id: 'x', category: 'cpu', measure, subject: [], quantity: '', unit: '%' },
  ...{ conditions: '', sources: [], confidence: 'read-in-source' },
});

describe('overheads', () => {
  test('every entry names a figure and a stack there are', () => {
    const refs = stacks.flatMap(({ id, variant }) => [id, `${id}:${variant}`]);
    for (const { figure, stack } of overheads) {
      expect(figures.has(figure), figure).toBe(true);
      expect(refs).toContain(stack);
      expect(figures.get(figure)?.subject).toContain(stack.split(':')[0]);
    }
  });

  test('each dot is one figure, and none is shown twice on a stack', () => {
    for (const { cells } of rows) {
      const ids = cells.flatMap(({ dots }) => dots.map(({ figure }) => figure.id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('what was measured on KVM or natively stays there', () => {
    const dotsOf = (key: string) =>
      rows.find(({ stack }) => stack.key === key)?.cells.flatMap(({ dots }) => dots) ?? [];
    expect(dotsOf('vm-bare-metal')).toEqual([]);
    expect(dotsOf('vm-bare-metal:kvm').length).toBeGreaterThan(5);
    for (const key of ['desktop-mac', 'desktop-linux', 'desktop-windows-wsl2', 'vm-hosted']) {
      expect(dotsOf(key)).toEqual([]);
    }
  });

  test('one resource is a part of all', () => {
    for (const resource of OVERHEAD_RESOURCES) {
      const some = overheadRows(stacks, overheads, figures, resource);
      expect(some.map(({ cells }) => cells)).toEqual(
        rows.map(({ cells }) => cells.filter((cell) => cell.resource === resource)),
      );
    }
  });

  test('a typical value lies between its ends', () => {
    for (const { cells } of rows) {
      for (const { lowPercent, atPercent, highPercent, figure } of cells.flatMap((c) => c.dots)) {
        const ends = [lowPercent, atPercent, highPercent].filter((end) => end !== undefined);
        expect(
          [...ends].sort((a, b) => a - b),
          figure.id,
        ).toEqual(ends);
      }
    }
  });
});

describe('speed against native', () => {
  test('no change, the whole share and once as long are native itself', () => {
    expect(speedPercent(0, figureOf('change'), undefined)).toBe(NATIVE_PERCENT);
    expect(speedPercent(100, figureOf('share'), undefined)).toBe(NATIVE_PERCENT);
    expect(speedPercent(1, figureOf('times-as-long'), undefined)).toBe(NATIVE_PERCENT);
    expect(speedPercent(0, figureOf('change'), 'time')).toBe(NATIVE_PERCENT);
  });

  test('twice as long is half as fast, however it is said', () => {
    expect(speedPercent(2, figureOf('times-as-long'), undefined)).toBe(50);
    expect(speedPercent(100, figureOf('change'), 'time')).toBe(50);
    expect(speedPercent(-50, figureOf('change'), undefined)).toBe(50);
  });

  test('longer is never faster', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        (a, b) => {
          const speed = (value: number) =>
            speedPercent(value, figureOf('times-as-long'), undefined);
          expect(speed(Math.max(a, b))).toBeLessThanOrEqual(speed(Math.min(a, b)));
        },
      ),
    );
  });
});
