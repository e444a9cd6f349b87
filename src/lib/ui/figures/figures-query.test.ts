import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeFigures,
  EMPTY_QUERY,
  encodeFigures,
  isFiltered,
  withoutFilters,
  type FigureNames,
} from './figures-query.ts';

const names: FigureNames = {
  stacks: new Set(['docker-linux', 'microvm']),
  sources: new Set(['lightvm']),
  figures: new Set(['start.docker.lightvm']),
  charts: new Map([
    ['start.time', true],
    ['cpu.change', false],
  ]),
};
const decode = (search: string) => decodeFigures(search, names);

test('an address without a query shows everything', () => {
  expect(decode('')).toEqual({ query: EMPTY_QUERY, notices: [] });
});

test('every parameter is read and written as it was', () => {
  const search =
    'q=cold+boot&stack=microvm&category=start&source=lightvm&confidence=second-hand&sort=value&order=desc&view=table&axis=start.time:linear&id=start.docker.lightvm&theme=dark';
  const { query, notices } = decode(search);
  expect(notices).toEqual([]);
  expect(encodeFigures(query)).toBe(search);
  expect(isFiltered(query)).toBe(true);
  expect(isFiltered(withoutFilters(query))).toBe(false);
  expect(withoutFilters(query).sort).toBe('value');
});

test('what belongs to a scene is kept; own numbers are put there by those who keep them', () => {
  const { query, notices } = decode('?own=abc&lang=en');
  expect(encodeFigures(query)).toBe('lang=en');
  expect(notices).toEqual([]);
});

describe('a value that cannot be used is named, and the rest stands', () => {
  test.each([
    ['category=weight', 'unknown-value', 'category', 'weight'],
    ['source=nobody', 'unknown-value', 'source', 'nobody'],
    ['confidence=sure', 'unknown-value', 'confidence', 'sure'],
    ['sort=colour', 'unknown-value', 'sort', 'colour'],
    ['order=up', 'unknown-value', 'order', 'up'],
    ['view=sideways', 'unknown-value', 'view', 'sideways'],
    ['id=no.such', 'unknown-value', 'id', 'no.such'],
    ['theme=pink', 'unknown-value', 'theme', 'pink'],
    ['axis=start.time:cubic', 'unknown-value', 'axis', 'start.time:cubic'],
    ['axis=no.such:log', 'unknown-value', 'axis', 'no.such:log'],
    ['axis=cpu.change:log', 'conflict', 'axis', 'cpu.change'],
    ['source=', 'empty', 'source', ''],
    ['colour=red', 'unknown-parameter', 'colour', 'red'],
    ['constructor=1', 'unknown-parameter', 'constructor', '1'],
    ['stack=docker-linux', 'repeated', 'stack', 'docker-linux'],
  ])('%s', (bad, code, param, value) => {
    const { query, notices } = decode(`?stack=microvm&${bad}`);
    expect(notices).toEqual([expect.objectContaining({ code, param, value })]);
    expect(query.stack).toBe('microvm');
  });
});

test('a stack that there is not is left out', () => {
  const { query, notices } = decode('?stack=__proto__');
  expect(query.stack).toBeNull();
  expect(notices).toEqual([expect.objectContaining({ code: 'unknown-value', value: '__proto__' })]);
});

test('any text can be read, and what was read can be written and read again', () => {
  fc.assert(
    fc.property(fc.string(), fc.webQueryParameters(), (raw, query) => {
      for (const search of [raw, query]) {
        const once = encodeFigures(decode(search).query);
        expect(encodeFigures(decode(once).query)).toBe(once);
      }
    }),
  );
});

test('a long search is cut', () => {
  const { query, notices } = decode(`q=${'a'.repeat(500)}`);
  expect(query.q).toHaveLength(100);
  expect(notices).toHaveLength(1);
});
