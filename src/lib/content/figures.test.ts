import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFigures, parseSources } from '../model/parse-figures.ts';
import { loadFigures, loadStartFigures } from './figures.ts';
import { allStudies } from './studies.ts';
import { loadStack, stackIds } from './registry.ts';

const { figures, sources } = await loadFigures();
const FOLDER = new URL('./figures/', import.meta.url);

/** Every figure of every file, doubles included. */
const written = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && name !== 'sources.json')
  .flatMap((name) => {
    const read = parseFigures(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
    return read.ok ? read.value : [];
  });

test('figure ids are unique', () => {
  expect(written.length).toBe(figures.size);
  expect(figures.size).toBeGreaterThan(150);
});

test('every figure names its sources, and every source is used', () => {
  const used = new Set([...figures.values()].flatMap((figure) => figure.sources));
  expect([...used].filter((id) => !sources.has(id))).toEqual([]);
  expect([...sources.keys()].filter((id) => !used.has(id))).toEqual([]);
});

test('nothing rests on memory', () => {
  expect(sources.has('memory')).toBe(false);
});

test('what measures a lifetime is not among the starts', async () => {
  const starts = [...(await loadStartFigures()).figures.values()];
  expect(starts.every(({ id }) => id.startsWith('start.'))).toBe(true);
  expect(starts.some(({ quantity }) => /lifetime/.test(quantity))).toBe(false);
});

test('the start figures are a part of all', async () => {
  const { figures: starts } = await loadStartFigures();
  for (const [id, figure] of starts) expect(figures.get(id)).toEqual(figure);
  expect(starts.size).toBeLessThan(figures.size);
});

test('every figure that a stack, a variant of it or a study shows is there', async () => {
  const named = new Set<string>();
  for (const id of stackIds) {
    const text = JSON.stringify(await loadStack(id));
    for (const [, list = ''] of text.matchAll(/"figures":\[([^\]]*)\]/g))
      for (const [, figure = ''] of list.matchAll(/"([^"]+)"/g)) named.add(figure);
  }
  for (const { timings } of allStudies()) for (const { figure } of timings) named.add(figure);
  expect([...named].filter((id) => !figures.has(id))).toEqual([]);
});

describe('a mistake is reported by its path', () => {
  const good = {
    id: 'size.sample',
    subject: ['process'],
    quantity: 'a sample',
    typical: 3,
    unit: 'MB',
    conditions: 'none',
    sources: ['sample'],
    confidence: 'read-in-source',
  };
  test.each([
    ['[0].unit', [{ ...good, unit: 'furlong' }]],
    ['[1].sources', [good, { ...good, sources: [] }]],
    ['[0].typical', [{ ...good, typical: '3' }]],
    ['[0]', [{ ...good, low: 4 }]],
    ['[0].colour', [{ ...good, colour: 'red' }]],
    ['', 'no list'],
  ])('%s', (path, input) => {
    const read = parseFigures(input);
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('a source without an address says what it is', () => {
    const source = { id: 'sample', title: 'Sample', authors: 'nobody', year: null };
    expect(parseSources([source]).ok).toBe(false);
    expect(parseSources([{ ...source, note: 'a made-up one' }]).ok).toBe(true);
    expect(parseSources([{ ...source, url: 'javascript:alert(1)' }]).ok).toBe(false);
  });
});
