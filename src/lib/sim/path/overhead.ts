/**
 * What studies measured of a stack against native, sorted for drawing: by stack, by resource and scale,
 * by study and machine. Nothing is pooled: each mark is one figure, and what has no figure stays empty.
 */
import { measureOf } from '../../model/figure-measures.ts';
import { studyOf, yearOf } from '../../model/figure-study.ts';
import type { Baseline, Figure, FigureCategory, Source } from '../../model/figures.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { marksOf, type RatioEnds } from './overhead-ratio.ts';

/** In the order in which they are drawn; `program` is a whole application, which uses all of the others. */
export const RESOURCES = ['cpu', 'memory', 'disk', 'network', 'program'] as const;
export type Resource = (typeof RESOURCES)[number];

/**
 * What an axis is of: a change of speed in %, or how many times as long something takes. A system call
 * is neither a program's speed nor its run time: it has an axis of its own.
 */
export const SCALES = ['speed', 'time', 'call'] as const;
export type Scale = (typeof SCALES)[number];

/** One figure on an axis. */
export interface OverheadMark {
  readonly figure: Figure;
  readonly ends: RatioEnds;
  /** What the ratio was computed from, where the source gives both values. */
  readonly reference?: Figure;
  /** Compared with something else than native, not like for like, or run by a set-up that is not drawn. */
  readonly isOpen: boolean;
}

/** The figures of one study on one machine. */
export interface OverheadStudy {
  /** `<source> <machine>`: the same in every cell. */
  readonly key: string;
  readonly source: Source | undefined;
  readonly year: number | null;
  readonly machine: string | undefined;
  readonly marks: readonly OverheadMark[];
}

export interface OverheadCell {
  readonly column: OverheadColumn;
  readonly studies: readonly OverheadStudy[];
  /** Figures of this stack and resource that say nothing against native. */
  readonly others: readonly Figure[];
}

export interface OverheadColumn {
  readonly resource: Resource;
  readonly scale: Scale;
}

export interface OverheadRow {
  readonly stack: ResolvedStack;
  /** It is what the others are measured against. */
  readonly isNative: boolean;
  /** One per column, in their order. */
  readonly cells: readonly OverheadCell[];
}

export interface Overhead {
  readonly columns: readonly OverheadColumn[];
  readonly rows: readonly OverheadRow[];
  /** Every study that has a mark, most marks first. */
  readonly studies: readonly OverheadStudy[];
}

export interface OverheadFacts {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The stack that is native itself. */
const NATIVE_STACK = 'process';

const RESOURCE_OF: Partial<Readonly<Record<FigureCategory, Resource>>> = {
  cpu: 'cpu',
  'system-call': 'cpu',
  'memory-speed': 'memory',
  disk: 'disk',
  network: 'network',
  application: 'program',
};

/** What a reader may take for native: the machine without the layers that are asked about. */
const DRAWN: readonly Baseline[] = ['native', 'runc', 'loopback', 'rootful'];

/** @returns true when the figure speaks of this very stack: its variant too, where the figure names one */
function isAbout(figure: Figure, stack: ResolvedStack): boolean {
  return figure.subject.some((ref) => ref === stack.id || ref === `${stack.id}:${stack.variant}`);
}

function scaleOf(figure: Figure): Scale {
  if (figure.category === 'system-call') return 'call';
  const measure = measureOf(figure);
  return measure === 'times-as-long' || measure === 'time' ? 'time' : 'speed';
}

function markOf(figure: Figure, { figures }: OverheadFacts): OverheadMark | null {
  if (figure.against === undefined || !DRAWN.includes(figure.against)) return null;
  const reference = figure.reference === undefined ? undefined : figures.get(figure.reference);
  const ends = marksOf(figure, reference);
  if (ends === null) return null;
  const isOpen =
    figure.against !== 'native' || figure.setUp !== undefined || figure.unlike !== undefined;
  return { figure, ends, isOpen, ...(reference === undefined ? {} : { reference }) };
}

/** One entry per figure, grouped by study and machine; studies of many figures first. */
function studiesOf(marks: readonly OverheadMark[], facts: OverheadFacts): readonly OverheadStudy[] {
  const groups = new Map<string, OverheadMark[]>();
  for (const mark of marks) {
    const key = `${studyOf(mark.figure)} ${mark.figure.machine ?? ''}`.trim();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mark]);
    else group.push(mark);
  }
  return [...groups]
    .map(([key, members]): OverheadStudy => {
      const { figure } = members[0]!;
      const source = facts.sources.get(studyOf(figure));
      const { machine } = figure;
      return { key, source, machine, year: yearOf(figure, facts.sources), marks: members };
    })
    .sort((a, b) => b.marks.length - a.marks.length || (a.key < b.key ? -1 : 1));
}

function cellOf(
  stack: ResolvedStack,
  column: OverheadColumn,
  facts: OverheadFacts,
  referenced: ReadonlySet<string>,
): OverheadCell {
  const own = [...facts.figures.values()].filter(
    (figure) =>
      RESOURCE_OF[figure.category] === column.resource &&
      scaleOf(figure) === column.scale &&
      isAbout(figure, stack),
  );
  const marks = own.flatMap((figure) => markOf(figure, facts) ?? []);
  const drawn = new Set(marks.map(({ figure }) => figure.id));
  return {
    column,
    studies: studiesOf(marks, facts),
    others: own.filter(({ id }) => !drawn.has(id) && !referenced.has(id)),
  };
}

const ALL_COLUMNS: readonly OverheadColumn[] = RESOURCES.flatMap((resource) =>
  SCALES.map((scale) => ({ resource, scale })),
);

/** A resource without any mark keeps one column: its emptiness is a finding. */
function columnsShown(rows: readonly OverheadRow[], chosen: string): readonly number[] {
  const wanted = ALL_COLUMNS.flatMap(({ resource }, at) =>
    chosen === 'all' || chosen === resource ? [at] : [],
  );
  const hasMarks = (at: number): boolean =>
    rows.some(({ cells }) => (cells[at]?.studies.length ?? 0) > 0);
  return wanted.filter((at) => {
    const column = ALL_COLUMNS[at];
    if (column === undefined || hasMarks(at)) return column !== undefined;
    const siblings = wanted.filter((other) => ALL_COLUMNS[other]?.resource === column.resource);
    return column.scale === 'speed' && !siblings.some(hasMarks);
  });
}

/** Figures that speak of what is drawn in another column stay with their stack. */
function merged(row: OverheadRow, shown: readonly number[]): OverheadRow {
  const cells = shown.flatMap((at, place) => {
    const cell = row.cells[at];
    if (cell === undefined) return [];
    const isFirst = !shown
      .slice(0, place)
      .some((other) => row.cells[other]?.column.resource === cell.column.resource);
    const hidden = row.cells.filter(
      ({ column }, other) => column.resource === cell.column.resource && !shown.includes(other),
    );
    const others = isFirst ? [...cell.others, ...hidden.flatMap((one) => one.others)] : cell.others;
    return [{ ...cell, others }];
  });
  return { ...row, cells };
}

/**
 * @param chosen one of RESOURCES, or `all`
 * @returns columns in the order of RESOURCES and SCALES, and a cell per stack and column
 */
export function overheadOf(
  stacks: readonly ResolvedStack[],
  chosen: string,
  facts: OverheadFacts,
): Overhead {
  const referenced = new Set(
    [...facts.figures.values()].flatMap(({ reference }) => reference ?? []),
  );
  const full = stacks.map((stack): OverheadRow => {
    const cells = ALL_COLUMNS.map((column) => cellOf(stack, column, facts, referenced));
    return { stack, isNative: stack.id === NATIVE_STACK, cells };
  });
  const shown = columnsShown(full, chosen);
  const rows = full.map((row) => merged(row, shown));
  const marks = rows.flatMap(({ cells }) =>
    cells.flatMap(({ studies }) => studies.flatMap((study) => study.marks)),
  );
  return {
    columns: shown.flatMap((at) => ALL_COLUMNS[at] ?? []),
    rows,
    studies: studiesOf([...new Map(marks.map((mark) => [mark.figure.id, mark])).values()], facts),
  };
}

/** Every mark of a cell, study by study. */
export function marksIn(cell: OverheadCell): readonly OverheadMark[] {
  return cell.studies.flatMap(({ marks }) => marks);
}
