/** What the Overhead view says in words: headline, sentence, readouts, table, steps. */
import { formatQuantity, formatRange } from '../../model/format-quantity.ts';
import { studyOf, yearOf } from '../../model/figure-study.ts';
import type { Figure, Source } from '../../model/figures.ts';
import type { OverheadWords } from '../../model/path/overhead-words.ts';
import type {
  Overhead,
  OverheadCell,
  OverheadMark,
  OverheadRow,
  Scale,
} from '../../sim/path/overhead.ts';
import type { Chapter, Saying, SummaryTable } from '../picture.ts';
import { endsText, spanText } from './overhead-axis.ts';
import { columnName, studyName } from './overhead-stage.ts';
import {
  reachesOf,
  sameLoads,
  toldKey,
  untilStudy,
  type Reach,
  type Told,
} from './overhead-told.ts';

/** @returns the figure's own value in its own unit: "−17 %", "35 to 41 ms", "at least 95 %" */
export function figureText(figure: Figure, words: OverheadWords): string {
  const { typical, unit } = figure;
  const range = formatRange(figure, words);
  if (typical === undefined) return range;
  const value = formatQuantity(typical, unit);
  return range === '' ? value : `${value}; ${range}`;
}

/** What a mark was compared with, if not with native, and by what it was run. */
export function markNotes(mark: OverheadMark, words: OverheadWords): readonly string[] {
  const { against } = mark.figure;
  const isNative = against === undefined || against === 'native';
  return [...(isNative ? [] : [words.against[against]]), ...setUpNotes(mark, words)];
}

function setUpNotes({ figure, reference }: OverheadMark, words: OverheadWords): readonly string[] {
  return [
    ...(figure.setUp === undefined ? [] : [words.setUp(figure.setUp)]),
    ...(figure.unlike === undefined ? [] : [words.unlike(figure.unlike)]),
    ...(reference === undefined
      ? []
      : [words.computed(figureText(figure, words), figureText(reference, words))]),
  ];
}

interface Facts {
  readonly words: OverheadWords;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A value as the headline says it: a longer time is said to be one. */
function valueText(value: string, scale: Scale, words: OverheadWords): string {
  return scale === 'speed' ? value : words.longer(value);
}

function reachText({ low, high, scale }: Reach, words: OverheadWords): string {
  return valueText(spanText(low, high, scale, words), scale, words);
}

/**
 * Lowest and highest of what was measured of one stack, by what it was compared with. A change of speed says
 * nothing of a time, so a scale after the first is named, and that of single calls always.
 */
function partsOf(row: OverheadRow, words: OverheadWords): readonly (readonly [string, string])[] {
  const values = new Map<string, string[]>();
  for (const reach of reachesOf(row)) {
    const against = againstText(reach, words);
    const before = values.get(against) ?? [];
    const text = reachText(reach, words);
    const isNamed = before.length > 0 || reach.scale === 'call';
    const value = isNamed ? words.headline.inScale(words.scales[reach.scale], text) : text;
    values.set(against, [...before, value]);
  }
  return [...values].map(([against, of]) => [
    against,
    words.headline.part(row.stack.shortTitle, of),
  ]);
}

function againstText({ told, isAgainstNative }: Reach, words: OverheadWords): string {
  if (isAgainstNative) return words.versus.native;
  const baselines = new Set(told.flatMap(({ mark }) => mark.figure.against ?? []));
  return [...baselines].map((one) => words.versus[one]).join(words.separator);
}

/** The parts of all stacks by what they were compared with, native first. */
function partsAgainst(
  rows: readonly OverheadRow[],
  words: OverheadWords,
): readonly (readonly [string, readonly string[]])[] {
  const parts = new Map<string, string[]>([[words.versus.native, []]]);
  for (const [against, part] of rows.flatMap((row) => partsOf(row, words)))
    parts.set(against, [...(parts.get(against) ?? []), part]);
  return [...parts].filter(([, of]) => of.length > 0);
}

/** A stack alone has room to name every scale. */
function aloneText(rows: readonly OverheadRow[], words: OverheadWords): string | null {
  const [row, other] = rows.filter(({ isNative }) => !isNative);
  if (row === undefined || other !== undefined) return null;
  const reaches = reachesOf(row);
  if (reaches.length < 2 || reaches.some(({ isAgainstNative }) => !isAgainstNative)) return null;
  const parts = reaches.map((reach) =>
    words.headline.inScale(words.scales[reach.scale], reachText(reach, words)),
  );
  return words.headline.alone(row.stack.shortTitle, parts);
}

function sameText(told: readonly Told[], words: OverheadWords): string | null {
  const [first] = told;
  if (first?.mark.figure.load === undefined) return null;
  const { scale } = first.cell.column;
  const parts = told.map(({ row, mark }) => {
    const text = valueText(endsText(mark.ends, scale, words), scale, words);
    return words.headline.part(row.stack.shortTitle, [text]);
  });
  return words.headline.same(first.mark.figure.load, parts, studyName(first.study, words));
}

function isSilent({ isNative, cells }: OverheadRow): boolean {
  return !isNative && cells.every((cell) => cell.studies.length === 0);
}

/**
 * What is said when the first studies have appeared.
 * @param chosen the resource that is shown, or `all`
 * @param valued keys of the marks whose values stand beside them: of others nothing is singled out
 * @param count how many studies have appeared
 */
export function overheadSays(
  overhead: Overhead,
  chosen: string,
  words: OverheadWords,
  valued: ReadonlySet<string>,
  count: number,
): Pick<Saying, 'headline' | 'sentence'> {
  const { rows, columns } = overhead;
  const say = words.headline;
  if (rows.length === 0) return { headline: say.empty, sentence: '' };
  if (rows.every(({ isNative }) => isNative)) {
    return { headline: say.onlyNative, sentence: words.sentence };
  }
  const seen = untilStudy(overhead, count);
  const parts = partsAgainst(seen.rows, words);
  const missing = rows.filter(isSilent).map(({ stack }) => stack.shortTitle);
  const resource = chosen === 'all' ? undefined : columns[0]?.resource;
  if (parts.length === 0) return { headline: say.none, sentence: words.sentence };
  const loads = sameLoads(seen).filter((told) =>
    told.every(({ row, mark }) => valued.has(toldKey(row.stack.key, mark))),
  );
  const same = sameText(loads[0] ?? [], words);
  const range =
    resource === undefined
      ? (aloneText(seen.rows, words) ?? say.all(null, parts))
      : say.all(words.resources[resource], parts);
  const sentence = [words.sentence, words.sentenceMissing(missing)].filter((one) => one !== '');
  return { headline: same ?? range, sentence: sentence.join(' ') };
}

/** One cell in a few words: each mark with its study, or why there is none. */
export function cellText(cell: OverheadCell, isNative: boolean, words: OverheadWords): string {
  if (isNative) return words.isNative;
  const marks = cell.studies.flatMap((study) =>
    study.marks.map(
      ({ ends }) => `${endsText(ends, cell.column.scale, words)} (${studyName(study, words)})`,
    ),
  );
  if (marks.length > 0) return marks.join(', ');
  return cell.others.length > 0 ? words.notAgainst : words.notMeasured;
}

/** @returns what a stack's row says: every cell */
export function readoutOf({ cells, isNative }: OverheadRow, words: OverheadWords): string {
  return cells
    .map((cell) => `${columnName(cell.column, words)}: ${cellText(cell, isNative, words)}`)
    .join('; ');
}

function tableRows(row: OverheadRow, cell: OverheadCell, facts: Facts) {
  const { words, sources } = facts;
  const column = columnName(cell.column, words);
  const start = [row.stack.title, column];
  const marks = cell.studies.flatMap((study) =>
    study.marks.map((mark) => [
      ...start,
      mark.figure.quantity,
      figureText(mark.figure, words),
      endsText(mark.ends, cell.column.scale, words),
      [words.against[mark.figure.against ?? 'native'], ...setUpNotes(mark, words)].join(
        words.separator,
      ),
      mark.figure.conditions,
      studyName(study, words),
      study.machine ?? '',
    ]),
  );
  const others = cell.others.map((figure) => [
    ...start,
    figure.quantity,
    figureText(figure, words),
    '',
    figure.against === undefined ? words.notAgainst : words.against[figure.against],
    figure.conditions,
    words.study(sources.get(studyOf(figure))?.short ?? studyOf(figure), yearOf(figure, sources)),
    figure.machine ?? '',
  ]);
  const all = [...marks, ...others];
  if (all.length > 0) return all;
  const says = row.isNative ? words.isNative : words.notMeasured;
  return [[...start, says, '', '', '', '', '', '']];
}

/** A row per stack, axis and figure. */
export function overheadTable({ rows }: Overhead, facts: Facts): SummaryTable {
  const { words } = facts;
  return {
    ...words.table,
    rows: rows.flatMap((row) => row.cells.flatMap((cell) => tableRows(row, cell, facts))),
  };
}

/** A chapter per study. */
export function chaptersOf(
  { studies }: Overhead,
  words: OverheadWords,
  stepMs: number,
): readonly Chapter[] {
  return studies.map((study, at) => {
    const name = studyName(study, words);
    return {
      id: study.key,
      label: words.step.label(name),
      startMs: at * stepMs,
      endMs: (at + 1) * stepMs,
      says: words.step.says(name, study.machine ?? words.machineUnknown, study.marks.length),
    };
  });
}
