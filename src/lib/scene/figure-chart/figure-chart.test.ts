import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresWords } from '../../content/locales/en/figures.ts';
import { loadFigures } from '../../content/figures.ts';
import { boxesMeet } from '../../layout/boot-room.ts';
import { toBase } from '../../model/figure-measures.ts';
import type { OwnNumber } from '../../model/own-numbers.ts';
import type { Item, TextItem } from '../display-list.ts';
import { textBox } from '../text-box.ts';
import { chartsOf, ownChartId, type ChartData } from './chart-data.ts';
import { figureChart, valuesOf } from './figure-chart.ts';
import { ownNumbersFixture } from './own-numbers.fixture.ts';
import { bestAxis, canBeLog, valueAxis } from './value-axis.ts';

const shelf = await loadFigures();
const figures = [...shelf.figures.values()];
const words = figuresWords.chart;
const charts = chartsOf(figures, shelf.sources, [], words);
const WIDTHS = [358, 700, 1360];

function draw(data: ChartData, widthPx: number, axis: 'log' | 'linear', scale = 1) {
  return figureChart(data, { axis, widthPx, scale, selected: null, words });
}

function texts(items: readonly Item[]): readonly TextItem[] {
  return items.filter((item) => item.t === 'text');
}

/** Left and right end of what is painted of an item. */
function reach(item: Item): readonly [number, number] {
  if (item.t === 'box') return [item.box.x, item.box.x + item.box.w];
  if (item.t !== 'path') return [0, 0];
  const xs = item.points.map(([x]) => x);
  return [Math.min(...xs), Math.max(...xs)];
}

describe('charts', () => {
  test('hold each figure once', () => {
    const drawn = charts.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
    expect(drawn.map(({ id }) => id).sort()).toEqual(figures.map(({ id }) => id).sort());
  });

  test('have one measure each, so that no axis mixes units', () => {
    for (const { id, category, measure } of charts) expect(id).toBe(`${category}.${measure}`);
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
  });

  test('a group is one study on one machine', () => {
    for (const { id, groups } of charts) {
      for (const group of groups) {
        const members = group.rows.map((row) => shelf.figures.get(row.id ?? ''));
        const studies = new Set(members.map((figure) => figure?.study ?? figure?.sources[0]));
        expect(studies.size, `${id} ${group.key}`).toBe(1);
        if (group.machine === '') continue;
        expect(new Set(members.map((figure) => figure?.machine)).size, group.key).toBe(1);
      }
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    }
  });

  test('a group says its machine, or that none is recorded', () => {
    for (const { groups, category } of charts)
      for (const { machine } of groups)
        expect(machine === '').toBe(category === 'size' || category === 'attack-surface');
  });

  test('values are in one unit', () => {
    for (const { groups } of charts)
      for (const { rows } of groups)
        for (const row of rows) {
          const figure = shelf.figures.get(row.id ?? '');
          if (figure?.typical !== undefined)
            expect(row.typical).toBeCloseTo(toBase(figure.typical, figure.unit), 9);
        }
  });
});

describe.each(charts.map((data) => [data.id, data] as const))('%s', (_id, data) => {
  const cases = WIDTHS.flatMap((width) =>
    (['log', 'linear'] as const).map((axis) => [width, axis] as const),
  );

  test.each(cases)('%d px, %s: marks lie on the axis, in order', (width, kind) => {
    const { list, axis } = draw(data, width, kind);
    const isOff = (x: number): boolean => x < axis.x0 - 0.01 || x > axis.x1 + 0.01;
    const marks = list.items.filter(
      ({ t, key }) => (t === 'path' || t === 'box') && !/^(grid|group|legend)\//.test(key),
    );
    for (const { key, low, typical, high } of data.groups.flatMap(({ rows }) => rows)) {
      const places = [low, typical, high].flatMap((value) =>
        value === undefined ? [] : [axis.x(value)],
      );
      expect(
        [...places].sort((a, b) => a - b),
        key,
      ).toEqual(places);
      expect(places.filter(isOff), key).toEqual([]);
      const own = marks.filter((item) => item.key.startsWith(`${key}/`));
      expect(own.length, key).toBeGreaterThan(0);
      // A dot has its middle on the value and stands out by its half.
      const lines = own.filter((item) => !/(dot|halo)$/.test(item.key));
      expect(lines.filter((item) => reach(item).some(isOff)).map((item) => item.key)).toEqual([]);
    }
  });

  test.each(cases)('%d px, %s: no label overlaps another or leaves the chart', (width, kind) => {
    for (const scale of width > 1000 ? [1, 1.25] : [1]) {
      const { list } = draw(data, width, kind, scale);
      const boxes = texts(list.items).map((item) => ({ key: item.key, box: textBox(item) }));
      const outside = boxes.filter(
        ({ box }) =>
          box.x < -0.5 || box.x + box.w > width + 0.5 || box.y + box.h > list.height + 0.5,
      );
      expect(outside.map(({ key }) => key)).toEqual([]);
      const clashes = boxes.flatMap(({ key, box }, index) =>
        boxes
          .slice(index + 1)
          .filter((other) => boxesMeet(box, other.box))
          .map((other) => `${key} over ${other.key}`),
      );
      expect(clashes).toEqual([]);
    }
  });

  test('values stand right of the axis, or in a narrow chart above it', () => {
    for (const width of WIDTHS) {
      const { list, axis } = draw(data, width, 'linear');
      const isWide = axis.x0 > 50;
      for (const item of texts(list.items).filter(({ key }) => /\/(value|range)$/.test(key)))
        expect(textBox(item).x, item.key).toBeGreaterThan(isWide ? axis.x1 : width * 0.3);
    }
  });

  test('no name is cut, and rows do not overlap', () => {
    for (const width of WIDTHS) {
      const { list, rows } = draw(data, width, 'linear');
      for (const { key, label } of data.groups.flatMap((group) => group.rows)) {
        const lines = texts(list.items).filter((item) => item.key.startsWith(`${key}/name/`));
        expect(lines.map(({ text }) => text).join(' ')).toBe(label);
      }
      for (const [index, { box }] of rows.entries()) {
        const next = rows[index + 1];
        if (next) expect(box.y + box.h).toBeLessThanOrEqual(next.box.y + 0.01);
      }
    }
  });

  test('keys are unique', () => {
    const keys = draw(data, 980, bestAxis(valuesOf(data))).list.items.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('a bound points the way where the value lies', () => {
  const start = charts.find(({ id }) => id === 'start.time');
  const memory = charts.find(({ id }) => id === 'memory.size');
  if (!start || !memory) throw new Error('no chart of start times or memory');
  const most = draw(start, 980, 'log').list.items.find(({ key }) => key === 'start.fc.spec/most');
  const least = draw(memory, 980, 'log').list.items.find(({ key }) => key === 'mem.ddvmm/least');
  if (most?.t !== 'path' || least?.t !== 'path') throw new Error('no arrow');
  expect(most.points[0]?.[0]).toBeGreaterThan(most.points[1]?.[0] ?? Infinity);
  expect(least.points[0]?.[0]).toBeLessThan(least.points[1]?.[0] ?? -Infinity);
});

describe('an axis', () => {
  const values = fc.array(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), { minLength: 1 });

  test('never falls with the value and holds all of them', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('log' as const, 'linear' as const), (some, kind) => {
        const axis = valueAxis(kind, some, 20, 520);
        const places = [...some].sort((a, b) => a - b).map((value) => axis.x(value));
        // Two values that differ in their last digit may swap by what a double rounds off.
        expect(places.every((x, at) => x >= (places[at - 1] ?? x) - 1e-9)).toBe(true);
        expect(places.every((x) => x >= 20 && x <= 520)).toBe(true);
        expect(axis.ticks.length).toBeGreaterThan(1);
        expect(axis.ticks.every(({ x }) => x >= 20 && x <= 520)).toBe(true);
      }),
    );
  });

  test('is never logarithmic where a value is zero or below', () => {
    expect(canBeLog([0, 3])).toBe(false);
    expect(canBeLog([-2, 3])).toBe(false);
    expect(valueAxis('log', [-2, 3], 0, 100).kind).toBe('linear');
    expect(bestAxis([1, 2])).toBe('linear');
    expect(bestAxis([1, 1000])).toBe('log');
  });
});

describe('own measurements', () => {
  const own: readonly OwnNumber[] = ownNumbersFixture;
  const withOwn = chartsOf(figures, shelf.sources, own, words);

  test('stand in groups of the reader’s, one per machine, and in no study’s', () => {
    for (const { groups } of withOwn)
      for (const { rows, isOwn, title } of groups) {
        expect(rows.every((row) => row.isOwn === isOwn)).toBe(true);
        expect(title === words.own).toBe(isOwn);
      }
    const start = withOwn.find(({ id }) => id === 'start.time');
    const mine = start?.groups.filter(({ isOwn }) => isOwn) ?? [];
    expect(mine.map(({ machine }) => machine)).toEqual(['my laptop', 'the office server']);
    expect(start?.groups.slice(0, mine.length)).toEqual(mine);
  });

  test('are told by a word and by a mark of their own', () => {
    const start = withOwn.find(({ id }) => id === 'start.time');
    if (!start) throw new Error('no chart of start times');
    const { list } = draw(start, 980, 'log');
    const label = list.items.find(({ key }) => key === 'own/0/name/0');
    expect(label?.t === 'text' && label.text).toMatch(/^Yours: /);
    expect(list.items.some(({ key }) => key === 'own/0/diamond')).toBe(true);
    expect(list.items.some(({ key }) => key === 'own/0/dot')).toBe(false);
    expect(list.items.some(({ key }) => key === 'start.docker.lightvm/diamond')).toBe(false);
  });

  test('without a chart are drawn on none', () => {
    const drawn = withOwn.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
    const charted = own.filter((one) => ownChartId(one) !== null);
    expect(drawn.filter(({ isOwn }) => isOwn).length).toBe(charted.length);
    expect(ownChartId({ kind: 'other', unit: 'ms' })).toBeNull();
    expect(ownChartId({ kind: 'start', unit: '%' })).toBeNull();
    expect(ownChartId({ kind: 'memory', unit: 'MiB' })).toBe('memory.size');
  });

  test('change nothing about the sourced figures', () => {
    const sourced = withOwn.flatMap(({ groups }) => groups.filter(({ isOwn }) => !isOwn));
    expect(sourced).toEqual(charts.flatMap(({ groups }) => groups));
  });
});
