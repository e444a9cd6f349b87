/** Own numbers that come from storage or from a link: each is checked again, as if it were pasted. */
import { FIGURE_UNITS } from '../format-quantity.ts';
import {
  MAX_OWN_NUMBERS,
  OWN_KINDS,
  OWN_PHASES,
  OWN_STARTS,
  OWN_TOOLS,
  type OwnNumber,
  type OwnPhase,
} from '../own-numbers.ts';
import { makeNumber } from './make-number.ts';
import type { OwnContext } from './own-issue.ts';
import { checkNumber } from './own-quantity.ts';

/** The fields of an own number in the order in which a link holds them; only ever added to at the end. */
const FIELDS = [
  'kind',
  'stack',
  'what',
  'low',
  'typical',
  'high',
  'unit',
  'runs',
  'machine',
  'tool',
  'start',
  'phases',
] as const;
type Field = (typeof FIELDS)[number];
type Fields = ReadonlyMap<Field, unknown>;

function wordOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Phases as name and length, in order; undefined when one of them is wrong. */
function phasesOf(value: unknown): readonly OwnPhase[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const phases: OwnPhase[] = [];
  let before = -1;
  for (const item of value as readonly unknown[]) {
    const pair: readonly unknown[] = Array.isArray(item)
      ? item
      : typeof item === 'object' && item !== null
        ? [Reflect.get(item, 'name'), Reflect.get(item, 'ms')]
        : [];
    const name = wordOf(OWN_PHASES, pair[0]);
    const ms = typeof pair[1] === 'number' ? checkNumber(pair[1]) : null;
    if (name === undefined || typeof ms !== 'number' || ms === 0) return undefined;
    const at = OWN_PHASES.indexOf(name);
    if (at <= before) return undefined;
    before = at;
    phases.push({ name, ms });
  }
  return phases;
}

function check(fields: Fields, context: OwnContext): OwnNumber | null {
  const kind = wordOf(OWN_KINDS, fields.get('kind'));
  const unit = wordOf(FIGURE_UNITS, fields.get('unit'));
  const tool = wordOf(OWN_TOOLS, fields.get('tool'));
  const stack = textOf(fields.get('stack'));
  if (kind === undefined || unit === undefined || tool === undefined) return null;
  const made = makeNumber({
    kind,
    unit,
    tool,
    stack: stack !== undefined && context.isStack(stack) ? stack : null,
    what: textOf(fields.get('what')) ?? '',
    low: numberOf(fields.get('low')),
    typical: numberOf(fields.get('typical')),
    high: numberOf(fields.get('high')),
    runs: numberOf(fields.get('runs')),
    machine: textOf(fields.get('machine')),
    start: wordOf(OWN_STARTS, fields.get('start')),
    phases: phasesOf(fields.get('phases')),
  });
  return 'code' in made ? null : made;
}

/** What of a list could be used, and how many of its entries could not. */
export interface CheckedOwn {
  readonly numbers: readonly OwnNumber[];
  readonly dropped: number;
}

function checkAll(list: unknown, fieldsOf: (item: unknown) => Fields, context: OwnContext) {
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const numbers = items
    .slice(0, MAX_OWN_NUMBERS)
    .flatMap((item) => check(fieldsOf(item), context) ?? []);
  return { numbers, dropped: items.length - numbers.length };
}

/** @param list own numbers as they are kept, from JSON. Never throws. */
export function checkOwn(list: unknown, context: OwnContext): CheckedOwn {
  const fieldsOf = (item: unknown): Fields =>
    new Map(
      typeof item === 'object' && item !== null
        ? FIELDS.map((field) => [
            field,
            Object.hasOwn(item, field) ? Reflect.get(item, field) : null,
          ])
        : [],
    );
  return checkAll(list, fieldsOf, context);
}

/** @param rows own numbers as a link holds them, from JSON. Never throws. */
export function fromRows(rows: unknown, context: OwnContext): CheckedOwn {
  const fieldsOf = (row: unknown): Fields => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [];
    return new Map(FIELDS.map((field, at) => [field, cells[at]]));
  };
  return checkAll(rows, fieldsOf, context);
}

/** @returns the numbers as rows of cells, for a link; what is not there is null, or missing at the end. */
export function toRows(numbers: readonly OwnNumber[]): readonly (readonly unknown[])[] {
  return numbers.map((number) => {
    const cells: unknown[] = FIELDS.map((field) =>
      field === 'phases'
        ? (number.phases?.map(({ name, ms }) => [name, ms]) ?? null)
        : (number[field] ?? null),
    );
    while (cells.at(-1) === null) cells.pop();
    return cells;
  });
}
