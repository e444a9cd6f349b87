import { describe, expect, test } from 'vitest';
import { loadFigures } from '#lib/content/figures.ts';
import { toBase } from '#lib/model/figure-measures.ts';
import { ownNumbersFixture } from '#lib/scene/figure-chart/own-numbers.fixture.ts';
import { filterFigures, filterOwn, sortFigures, type FigureContext } from './figures-filter.ts';
import { EMPTY_QUERY, type FiguresQuery } from './figures-query.ts';

const shelf = await loadFigures();
const figures = [...shelf.figures.values()];
const context: FigureContext = {
  sources: shelf.sources,
  stackTitle: (id) => (id === 'microvm' ? 'MicroVM' : id),
};
const idsOf = (query: Partial<FiguresQuery>) =>
  filterFigures(figures, { ...EMPTY_QUERY, ...query }, context).map(({ id }) => id);

describe('filters', () => {
  test('none leaves all', () => {
    expect(idsOf({})).toHaveLength(figures.length);
  });

  test('all words of a search must be there, in any case and any field', () => {
    const found = idsOf({ q: '  DOCKER lightvm ' });
    expect(found).toContain('start.docker.lightvm');
    expect(found).not.toContain('start.docker.khan');
    expect(idsOf({ q: 'no such words anywhere' })).toEqual([]);
  });

  test('a machine and the title of a stack can be searched for', () => {
    expect(idsOf({ q: 'm5d.metal' })).toContain('start.qemu.nsdi');
    expect(idsOf({ q: 'MicroVM' })).toContain('mem.fc.spec');
  });

  test('together they narrow', () => {
    const found = idsOf({ stack: 'unikernel', category: 'start', source: 'lightvm' });
    expect(found).toEqual(['start.uk.lightvm']);
  });

  test('a study is found by any of its sources', () => {
    const found = idsOf({ source: 'felter-data' });
    expect(found).toContain('perf.cpu.docker');
    expect(found).toContain('perf.cpu.kvm.pxz');
  });
});

describe('order', () => {
  const times = filterFigures(figures, { ...EMPTY_QUERY, category: 'start' }, context);
  const sorted = (order: 'asc' | 'desc') => sortFigures(times, { sort: 'value', order }, context);

  test('by value goes by the base unit, whatever a figure is written in', () => {
    const ms = sorted('asc')
      .filter(({ measure }) => measure === undefined)
      .map(({ low, typical, high, unit }) => toBase(typical ?? high ?? low ?? 0, unit));
    expect(ms).toEqual([...ms].sort((a, b) => a - b));
    expect(sorted('asc')[0]?.unit).toBe('µs');
  });

  test('can be turned round', () => {
    const [first] = sorted('desc');
    expect(first?.id).toBe('start.ddmac.khan');
    expect(sortFigures(times, { sort: 'none', order: 'asc' }, context)).toEqual(times);
  });
});

describe('own measurements', () => {
  const own = (query: Partial<FiguresQuery>) =>
    filterOwn(ownNumbersFixture, { ...EMPTY_QUERY, ...query }).map(({ what }) => what);

  test('fit by category, stack and words', () => {
    expect(own({})).toHaveLength(ownNumbersFixture.length);
    expect(own({ category: 'size' })).toEqual(['our web image']);
    expect(own({ stack: 'vm-bare-metal' })).toEqual(['Debian VM until ssh']);
    expect(own({ q: 'laptop' })).toEqual(['docker run alpine true']);
  });

  test('belong to no source and have no confidence of ours', () => {
    expect(own({ source: 'lightvm' })).toEqual([]);
    expect(own({ confidence: 'measured-by-us' })).toEqual([]);
  });
});
