import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureOf } from '../model/figure-measures.ts';
import { FIGURE_CATEGORIES } from '../model/figures.ts';
import { parseFigures, parseSources } from '../model/parse-figures.ts';
import { figuresCsv, figuresDocument } from './figures-export.ts';
import { loadFigures } from './figures.ts';
import { allStudies } from './studies.ts';
import { stackIds } from './registry.ts';
import { loadStack } from './stacks.ts';

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
  expect(figures.size).toBeGreaterThanOrEqual(140);
});

test('every figure names its sources, and every source is used', () => {
  const used = new Set([...figures.values()].flatMap((figure) => figure.sources));
  expect([...used].filter((id) => !sources.has(id))).toEqual([]);
  expect([...sources.keys()].filter((id) => !used.has(id))).toEqual([]);
});

test('every figure belongs to a study that is one of the sources', () => {
  for (const { id, study, sources: own } of figures.values()) {
    expect(sources.has(study ?? own[0] ?? ''), id).toBe(true);
    // Said only where it says more than the first source does.
    expect(study, id).not.toBe(own[0]);
  }
});

test('every category has figures, and each measures something that has an axis', () => {
  const used = new Set([...figures.values()].map(({ category }) => category));
  expect([...used].sort()).toEqual([...FIGURE_CATEGORIES].sort());
  for (const figure of figures.values()) expect(measureOf(figure), figure.id).not.toBeNull();
});

test('sources go by different names', () => {
  const names = [...sources.values()].map(({ short }) => short);
  expect(new Set(names).size).toBe(names.length);
});

test('what is not known is absent: a zero says that nothing was found', () => {
  const zeros = [...figures.values()].filter(({ low, typical, high }) =>
    [low, typical, high].includes(0),
  );
  // No measurable loss, no call refused, no difference: each is what its source reports.
  expect(zeros.map(({ id }) => id).sort()).toEqual([
    'att.k8s.seccomp',
    'perf.cpu.docker',
    'perf.gvisor.fio.read',
  ]);
});

describe('adding a figure', () => {
  const file = JSON.parse(readFileSync(new URL('lifetime.json', FOLDER), 'utf8')) as object[];
  const entry = {
    id: 'lifetime.sample',
    category: 'lifetime',
    subject: ['process'],
    quantity: 'lifetime of a sample',
    high: 12.5,
    unit: 'ms',
    conditions: 'a made-up one',
    sources: ['here'],
    confidence: 'measured-by-us',
  };

  test('is one entry: the list, both downloads and a source for it follow', () => {
    const read = parseFigures([...file, entry]);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const shelf = { figures: new Map(read.value.map((one) => [one.id, one])), sources };
    const exported = figuresDocument(shelf).figures.at(-1);
    expect(exported).toMatchObject({ ...entry, measure: 'time', study: 'here', year: 2026 });
    expect(figuresCsv(shelf).trimEnd().split('\n').at(-1)).toContain('lifetime.sample');
  });
});

test('nothing rests on memory', () => {
  expect(sources.has('memory')).toBe(false);
});

test('what measures a lifetime is not among the starts', () => {
  const starts = [...figures.values()].filter(({ category }) => category === 'start');
  expect(starts.length).toBeGreaterThan(20);
  expect(starts.every(({ id }) => id.startsWith('start.'))).toBe(true);
  expect(starts.some(({ quantity }) => /lifetime/.test(quantity))).toBe(false);
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
    category: 'size',
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
    ['[0].category', [{ ...good, category: 'weight' }]],
    ['[0]', [{ ...good, unit: '%' }]],
    ['[0]', [{ ...good, measure: 'time' }]],
    ['[0].colour', [{ ...good, colour: 'red' }]],
    ['', 'no list'],
  ])('%s', (path, input) => {
    const read = parseFigures(input);
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('a source without an address says what it is', () => {
    const source = {
      id: 'sample',
      short: 'Sample',
      title: 'Sample',
      authors: 'nobody',
      year: null,
    };
    expect(parseSources([source]).ok).toBe(false);
    expect(parseSources([{ ...source, note: 'a made-up one' }]).ok).toBe(true);
    expect(parseSources([{ ...source, url: 'javascript:alert(1)' }]).ok).toBe(false);
  });
});
