import { csvParse } from 'd3';
import { describe, expect, test } from 'vitest';
import { toBase } from '../model/figure-measures.ts';
import { CSV_COLUMNS, figuresCsv, figuresDocument } from './figures-export.ts';
import { loadFigures } from './figures.ts';

const shelf = await loadFigures();
const document = figuresDocument(shelf);
const rows = csvParse(figuresCsv(shelf));

describe('the JSON document', () => {
  test('holds every figure with what the contract names', () => {
    expect(document.figures.length).toBe(shelf.figures.size);
    for (const figure of document.figures) {
      for (const key of ['id', 'subject', 'quantity', 'unit', 'conditions', 'sources'] as const)
        expect(figure[key], figure.id).toBeDefined();
      expect(figure.measure, figure.id).toBeDefined();
      expect(shelf.sources.has(figure.study ?? ''), figure.id).toBe(true);
    }
  });

  test('leaves out what is not known, and never says null', () => {
    expect(JSON.stringify(document)).not.toContain('null');
    const bound = document.figures.find(({ id }) => id === 'start.fc.spec');
    expect(bound).toMatchObject({ high: 125, unit: 'ms' });
    expect(bound).not.toHaveProperty('typical');
  });

  test('a source has an address or says what it is instead', () => {
    for (const { id, url, note } of document.sources) expect(url ?? note, id).toBeDefined();
  });
});

describe('the CSV table', () => {
  test('says the same as the JSON document', () => {
    expect(rows.columns).toEqual([...CSV_COLUMNS]);
    expect(rows.length).toBe(document.figures.length);
    for (const [index, figure] of document.figures.entries()) {
      const row = rows[index];
      for (const end of ['low', 'typical', 'high'] as const)
        expect(row?.[end], figure.id).toBe(figure[end] === undefined ? '' : String(figure[end]));
      for (const key of ['id', 'quantity', 'unit', 'conditions', 'category'] as const)
        expect(row?.[key], figure.id).toBe(figure[key]);
    }
  });

  test('keeps commas, quotes and several values in their cells', () => {
    const quoted = rows.find(({ id }) => id === 'att.docker.doc');
    expect(quoted?.conditions).toBe('"around 44" of over 300; older than the profile now shipped');
    const shared = rows.find(({ id }) => id === 'mem.chv.nsdi');
    expect(shared?.subject).toBe('microvm; kata');
  });
});

test('what the figures of one measure say can be put on one axis', () => {
  for (const { id, unit, low, typical, high } of document.figures) {
    const values = [low, typical, high].flatMap((value) =>
      value === undefined ? [] : [toBase(value, unit)],
    );
    expect(values.length, id).toBeGreaterThan(0);
    expect(
      [...values].sort((a, b) => a - b),
      id,
    ).toEqual(values);
    expect(values.every(Number.isFinite), id).toBe(true);
  }
});
