/** `docs/coverage.md` leads to steps that exist, and says of each claim where it is taught. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lessons } from '../../src/lib/content/lessons.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const text = await readFile(path.join(ROOT, 'docs/coverage.md'), 'utf8');

const VERDICTS: readonly string[] = ['kept', 'sharpened', 'corrected', 'added'];

/** Rows of the tables, cell by cell, without headings and rules. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return cells.filter(([first = '']) => first !== 'section' && !/^-+$/.test(first));
}

/** Steps that a text names, as `lesson#step`. */
function stepsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`([a-z0-9-]+#[a-z0-9-]+)`/g)].map(([, step = '']) => step);
}

const known = new Set(lessons.flatMap(({ id, steps }) => steps.map((step) => `${id}#${step.id}`)));
const rows = rowsOf(text);

describe('docs/coverage.md', () => {
  test('names steps that exist', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(stepsIn(text).filter((step) => !known.has(step))).toEqual([]);
  });

  test('says of each claim what became of it, and where', () => {
    const incomplete = rows.filter(
      ([, claim = '', verdict = '', where = '']) =>
        claim === '' || !VERDICTS.includes(verdict) || stepsIn(where).length === 0,
    );
    expect(incomplete).toEqual([]);
  });
});
