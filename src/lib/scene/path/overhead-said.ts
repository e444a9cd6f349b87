/** What the Overhead view says in words: headline, sentence, readouts, table, steps. */
import { formatQuantity, formatRange } from '../../model/format-quantity.ts';
import { studyOf, yearOf } from '../../model/figure-study.ts';
import type { Figure, Source } from '../../model/figures.ts';
import type { OverheadWords } from '../../model/path/overhead-words.ts';
import { measuredEnds } from '../../sim/path/overhead-ratio.ts';
import {
  marksIn,
  SCALES,
  type Overhead,
  type OverheadCell,
  type OverheadMark,
  type OverheadRow,
  type OverheadStudy,
} from '../../sim/path/overhead.ts';
import type { Chapter, SummaryTable } from '../picture.ts';
import { endsText, spanText } from './overhead-axis.ts';
import { columnName, studyName } from './overhead-stage.ts';

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
    ...(reference === undefined
      ? []
      : [words.computed(figureText(figure, words), figureText(reference, words))]),
  ];
}

interface Facts {
  readonly words: OverheadWords;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A mark with all that it belongs to. */
interface Told {
  readonly row: OverheadRow;
  readonly cell: OverheadCell;
  readonly study: OverheadStudy;
  readonly mark: OverheadMark;
}

/** Lowest and highest of what was measured of one stack, in the first scale that has something. */
function partOf(row: OverheadRow, words: OverheadWords): string | null {
  for (const scale of SCALES) {
    const all = row.cells.filter(({ column }) => column.scale === scale).flatMap(marksIn);
    const native = all.filter(({ figure }) => figure.against === 'native');
    const told = native.length > 0 ? native : all;
    const ends = told.flatMap((mark) => measuredEnds(mark.ends) ?? []);
    if (ends.length === 0) continue;
    const value = spanText(Math.min(...ends), Math.max(...ends), scale, words);
    const against = [...new Set(told.flatMap(({ figure }) => figure.against ?? []))];
    const versus = native.length > 0 ? [] : against.map((one) => words.versus[one]);
    const text = scale === 'speed' ? value : words.longer(value);
    return words.headline.part(row.stack.shortTitle, versus, text);
  }
  return null;
}

/** One load of one study on as many of the stacks as it ran on: at least two. */
function sameLoad({ rows }: Overhead): readonly Told[] {
  const groups = new Map<string, Told[]>();
  for (const row of rows)
    for (const cell of row.cells)
      for (const study of cell.studies)
        for (const mark of study.marks) {
          const { load, against } = mark.figure;
          if (load === undefined || against !== 'native' || mark.ends.typical === undefined)
            continue;
          const key = [study.key, cell.column.resource, cell.column.scale, load].join(' ');
          const group = groups.get(key) ?? [];
          groups.set(key, group);
          if (group.every((told) => told.row !== row)) group.push({ row, cell, study, mark });
        }
  const told = [...groups.values()].filter((group) => group.length > 1);
  return told.reduce<readonly Told[]>((a, b) => (rankOf(b) > rankOf(a) ? b : a), []);
}

/** More stacks tell more; of as many, a whole program does, and of those what is younger. */
function rankOf(told: readonly Told[]): number {
  const [first] = told;
  if (first === undefined) return 0;
  const isProgram = first.cell.column.resource === 'program';
  return told.length * 1e5 + (isProgram ? 1e4 : 0) + (first.study.year ?? 0);
}

function sameText(told: readonly Told[], words: OverheadWords): string | null {
  const [first] = told;
  if (first?.mark.figure.load === undefined) return null;
  const { scale } = first.cell.column;
  const parts = told.map(({ row, mark }) => {
    const value = endsText(mark.ends, scale, words);
    const text = scale === 'speed' ? value : words.longer(value);
    return words.headline.part(row.stack.shortTitle, [], text);
  });
  return words.headline.same(first.mark.figure.load, parts, studyName(first.study, words));
}

function isSilent({ isNative, cells }: OverheadRow): boolean {
  return !isNative && cells.every((cell) => cell.studies.length === 0);
}

/** @param chosen the resource that is shown, or `all` */
export function overheadSays(overhead: Overhead, chosen: string, words: OverheadWords) {
  const { rows, columns } = overhead;
  const say = words.headline;
  if (rows.length === 0) return { headline: say.empty, sentence: '' };
  if (rows.every(({ isNative }) => isNative)) {
    return { headline: say.onlyNative, sentence: words.sentence };
  }
  const parts = rows.flatMap((row) => partOf(row, words) ?? []);
  const missing = rows.filter(isSilent).map(({ stack }) => stack.shortTitle);
  const resource = chosen === 'all' ? undefined : columns[0]?.resource;
  if (parts.length === 0) return { headline: say.none, sentence: words.sentence };
  const same = sameText(sameLoad(overhead), words);
  const range = resource === undefined ? say.all(parts) : say.one(words.resources[resource], parts);
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
