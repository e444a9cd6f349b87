/** Plain tables: a header that names its columns, then a row per number; comma, semicolon or tab. */
import { dsvFormat } from 'd3';
import { OWN_KINDS, OWN_STARTS } from '../own-numbers.ts';
import type { OwnNumber } from '../own-numbers.ts';
import { makeNumber } from './make-number.ts';
import { findUnit, parseOwnNumber, tidy, UNITS_TO_NAME } from './own-quantity.ts';
import {
  OwnFindings,
  shorten,
  type IssueData,
  type OwnContext,
  type OwnReading,
} from './own-issue.ts';

/** Columns that a table may have; `value` is `typical` by another name. */
const COLUMNS = [
  'what',
  'stack',
  'kind',
  'value',
  'low',
  'typical',
  'high',
  'unit',
  'runs',
  'machine',
  'start',
] as const;
type Column = (typeof COLUMNS)[number];
const VALUES = ['value', 'low', 'typical', 'high', 'runs'] as const;

type Cells = ReadonlyMap<Column, string>;

/** @returns the mark between the cells of a header */
function delimiterOf(header: string): string {
  return ['\t', ';'].find((mark) => header.includes(mark)) ?? ',';
}

function columnOf(cell: string): Column | undefined {
  const name = cell.trim().toLowerCase();
  return COLUMNS.find((column) => column === name);
}

/** @returns whether a line names at least two columns of such a table */
export function isCsvHeader(line: string): boolean {
  const cells = dsvFormat(delimiterOf(line)).parseRows(line)[0] ?? [];
  return cells.filter((cell) => columnOf(cell) !== undefined).length >= 2;
}

/** The columns in order; null where a cell names none. */
function readHeader(
  cells: readonly string[],
  line: number,
  findings: OwnFindings,
): (Column | null)[] {
  const columns: (Column | null)[] = [];
  for (const cell of cells) {
    const column = columnOf(cell) ?? null;
    const found = shorten(cell);
    if (column === null) {
      findings.warn(line, { code: 'unknown-column', found, expected: COLUMNS.join(', ') });
    } else if (columns.includes(column)) findings.issue(line, { code: 'duplicate-column', found });
    columns.push(column);
  }
  for (const field of ['what', 'unit'] as const) {
    if (!columns.includes(field)) findings.issue(line, { code: 'missing-column', field });
  }
  if (!['value', 'low', 'typical', 'high'].some((name) => columns.some((one) => one === name))) {
    findings.issue(line, { code: 'missing-column', field: 'value' });
  }
  return columns;
}

function numbersIn(cells: Cells): Partial<Record<(typeof VALUES)[number], number>> | IssueData {
  const values: Partial<Record<(typeof VALUES)[number], number>> = {};
  for (const column of VALUES) {
    const cell = cells.get(column)?.trim() ?? '';
    if (cell === '') continue;
    const value = parseOwnNumber(cell, column);
    if (typeof value !== 'number') return value;
    values[column] = value;
  }
  return values;
}

/** One of a closed list of words, by its name in a cell; an empty cell gives undefined. */
function wordIn<Word extends string>(
  words: readonly Word[],
  cell: string,
): Word | undefined | IssueData {
  if (cell === '') return undefined;
  const word = words.find((one) => one === cell.toLowerCase());
  return word ?? { code: 'unknown-kind', found: shorten(cell), expected: words.join(', ') };
}

function readRow(
  cells: Cells,
  context: OwnContext,
  warn: (data: IssueData) => void,
): OwnNumber | IssueData {
  const cell = (column: Column): string => cells.get(column)?.trim() ?? '';
  const values = numbersIn(cells);
  if ('code' in values) return values;
  const unit = findUnit(cell('unit'));
  if (unit === undefined) {
    return { code: 'unknown-unit', found: shorten(cell('unit')), expected: UNITS_TO_NAME };
  }
  const kind = wordIn(OWN_KINDS, cell('kind')) ?? 'other';
  if (typeof kind === 'object') return kind;
  const start = wordIn(OWN_STARTS, cell('start'));
  if (typeof start === 'object') return start;
  const ref = cell('stack');
  const isStack = ref !== '' && context.isStack(ref);
  if (ref !== '' && !isStack) warn({ code: 'unknown-stack', found: shorten(ref) });
  const times = (value: number | undefined) =>
    value === undefined ? undefined : tidy(value * unit.factor);
  return makeNumber({
    kind,
    stack: isStack ? ref : null,
    what: cell('what'),
    low: times(values.low),
    typical: times(values.typical ?? values.value),
    high: times(values.high),
    unit: unit.unit,
    runs: values.runs,
    machine: cell('machine'),
    start,
    tool: 'csv',
  });
}

/** Lines that a row takes up: a cell in quotation marks may hold several. */
function height(row: readonly string[]): number {
  return row.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 1);
}

/** Reads a table. Never throws. */
export function parseOwnCsv(text: string, context: OwnContext): OwnReading {
  const findings = new OwnFindings();
  // Tabs at an end are cells.
  const plain = text.replace(/^\ufeff/, '').replace(/[\r\n ]+$/, '');
  const body = plain.replace(/^(?:[^\S\r\n]*(?:\r\n|\n|\r))+/, '');
  const lead = plain.slice(0, plain.length - body.length).match(/\r\n|\n|\r/g)?.length ?? 0;
  const delimiter = delimiterOf(body.split(/[\r\n]/, 1)[0] ?? '');
  const [header = [], ...rows] = dsvFormat(delimiter).parseRows(body);
  const columns = readHeader(header, lead + 1, findings);
  if (findings.issues.length > 0) return findings.reading();
  let line = lead + height(header);
  for (const row of rows) {
    line += 1;
    if (row.some((cell) => cell.trim() !== '')) {
      if (row.length === columns.length) {
        const cells = new Map(
          columns.flatMap((column, at) => (column === null ? [] : [[column, row[at] ?? '']])),
        );
        const at = line;
        findings.take(
          readRow(cells, context, (data) => findings.warn(at, data)),
          at,
        );
      } else {
        const expected = String(columns.length);
        findings.issue(line, { code: 'cells', count: row.length, expected });
      }
    }
    line += height(row) - 1;
  }
  return findings.reading();
}
