import { describe, expect, test } from 'vitest';
import { parseSizes } from '../model/parse-sizes.ts';
import type { SizePart, StackSizes } from '../model/size-data.ts';
import { loadFigures } from './figures.ts';
import { stackIds, stackNames } from './registry.ts';
import { sizeShelf } from './sizes.ts';

const { figures } = await loadFigures();
const stacks = [...sizeShelf.stacks.values()];

const images = (one: StackSizes) =>
  [one.disk.unpacked, one.disk.compressed].flatMap((disk) => disk?.images ?? []);
const parts = stacks.flatMap((one): [string, SizePart][] =>
  [
    ...images(one).flatMap((image) => image.parts),
    ...one.memory.flatMap(({ host, each }) => [...host, ...each]),
  ].map((part) => [`${one.id}/${part.id}`, part]),
);

test('every stack and variant with sizes is there', () => {
  for (const { id, memory } of stacks) {
    expect(stackIds).toContain(id);
    for (const variant of memory.flatMap(({ variants }) => variants ?? []))
      expect(stackNames[id]?.variants).toContain(variant);
  }
});

test('a figure of one hypervisor stays with it: a unikernel’s memory was measured on Xen', () => {
  const of = (variant: string) =>
    sizeShelf.stacks
      .get('unikernel')
      ?.memory.find(({ variants }) => variants?.includes(variant) ?? true);
  expect(of('xen')?.each.map(({ figure }) => figure)).toContain('mem.uk');
  expect(of('firecracker')).toBeUndefined();
});

test.each(parts)('%s is a figure, an assumption, the program, or open', (_name, part) => {
  if (part.figure !== undefined) expect(figures.has(part.figure)).toBe(true);
  for (const id of [...(part.minus ?? []), ...(part.assumption ? [part.assumption] : [])])
    expect(sizeShelf.assumptions.has(id)).toBe(true);
});

test('a part of a figure is named by it, or is what is left of it', () => {
  for (const one of stacks) {
    for (const part of [
      ...images(one).flatMap((i) => i.parts),
      ...one.memory.flatMap((m) => m.each),
    ]) {
      const figure = figures.get(part.figure ?? '');
      if (part.mb === undefined || figure === undefined) continue;
      const words = `${figure.quantity} ${figure.conditions}`.replaceAll(',', '');
      const isNamed = words.includes(String(part.mb));
      const named = [...words.matchAll(/\d+\.\d+/g)].map(([text]) => Number(text));
      const rest = (figure.typical ?? 0) - named.reduce((sum, mb) => sum + mb, 0);
      expect(isNamed || Math.abs(rest - part.mb) < 0.05, `${one.id} ${part.id}`).toBe(true);
    }
  }
});

test('equal digests are equal parts, at the same height', () => {
  for (const one of stacks)
    for (const disk of [one.disk.unpacked, one.disk.compressed]) {
      const seen = new Map<string, string>();
      disk?.images.forEach(({ parts: own }) => {
        own.forEach((part, level) => {
          if (part.digest === undefined) return;
          const { figure, mb, assumption } = part;
          const said = JSON.stringify([level, figure, mb, assumption]);
          expect(seen.get(part.digest) ?? said).toBe(said);
          seen.set(part.digest, said);
        });
      });
    }
});

describe('a bad file names the path of its mistake', () => {
  const good = { id: 'x', disk: {}, memory: [] };
  const memory = (part: object) => ({
    ...good,
    memory: [
      { what: 'w', isVm: false, host: [], each: [{ id: 'a', role: 'app', name: 'n', ...part }] },
    ],
  });
  test.each([
    ['an unknown key', { ...good, sise: 1 }, 'sise'],
    ['an unknown role', memory({ role: 'magic' }), 'memory[0].each[0].role'],
    ['two origins', memory({ figure: 'a', program: true }), 'memory[0].each[0]'],
    ['a size without its figure', memory({ mb: 3 }), 'memory[0].each[0]'],
    ['a size below zero', memory({ figure: 'a', mb: -3 }), 'memory[0].each[0].mb'],
  ])('%s', (_name, input, path) => {
    const result = parseSizes(input);
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toContain(path);
  });
});
