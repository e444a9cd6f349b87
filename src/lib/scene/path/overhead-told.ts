/** What the headline of the Overhead view is about: one load of one study, or lowest and highest of a stack. */
import { measuredEnds } from '../../sim/path/overhead-ratio.ts';
import {
  SCALES,
  type Overhead,
  type OverheadCell,
  type OverheadMark,
  type OverheadRow,
  type OverheadStudy,
  type Scale,
} from '../../sim/path/overhead.ts';

/** A mark with all that it belongs to. */
export interface Told {
  readonly row: OverheadRow;
  readonly cell: OverheadCell;
  readonly study: OverheadStudy;
  readonly mark: OverheadMark;
}

/** @returns what tells one drawn mark from another: the same figure may be of two stacks */
export function toldKey(stackKey: string, { figure }: OverheadMark): string {
  return `${stackKey} ${figure.id}`;
}

/** @returns what is drawn when the first `count` studies have appeared */
export function untilStudy(overhead: Overhead, count: number): Overhead {
  const studies = overhead.studies.slice(0, count);
  const keys = new Set(studies.map(({ key }) => key));
  const rows = overhead.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      studies: cell.studies.filter(({ key }) => keys.has(key)),
    })),
  }));
  return { ...overhead, rows, studies };
}

function allTold({ rows }: Pick<Overhead, 'rows'>): readonly Told[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.studies.flatMap((study) => study.marks.map((mark) => ({ row, cell, study, mark }))),
    ),
  );
}

/** @returns one load of one study on as many of the stacks as it ran on, at least two; what tells most first */
export function sameLoads(overhead: Overhead): readonly (readonly Told[])[] {
  const groups = new Map<string, Told[]>();
  for (const told of allTold(overhead)) {
    const { row, cell, study, mark } = told;
    const { load, against } = mark.figure;
    if (load === undefined || against !== 'native' || mark.ends.typical === undefined) continue;
    const key = [study.key, cell.column.resource, cell.column.scale, load].join(' ');
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    if (group.every((other) => other.row !== row)) group.push(told);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .toSorted((a, b) => rankOf(b) - rankOf(a));
}

/** More stacks tell more; of as many, a whole program does, and of those what is younger. */
function rankOf(told: readonly Told[]): number {
  const [first] = told;
  if (first === undefined) return 0;
  const isProgram = first.cell.column.resource === 'program';
  return told.length * 1e5 + (isProgram ? 1e4 : 0) + (first.study.year ?? 0);
}

/** What was measured of one stack in one scale. */
export interface Reach {
  readonly scale: Scale;
  readonly low: number;
  readonly high: number;
  /** Where nothing was measured against native: against something else. */
  readonly told: readonly Told[];
  readonly isAgainstNative: boolean;
}

/** @returns lowest and highest of what compares like with like, for each scale that has something measured */
export function reachesOf(row: OverheadRow): readonly Reach[] {
  const all = allTold({ rows: [row] });
  return SCALES.flatMap((scale): readonly Reach[] => {
    const here = all.filter(
      ({ cell, mark }) => cell.column.scale === scale && mark.figure.unlike === undefined,
    );
    const native = here.filter(({ mark }) => mark.figure.against === 'native');
    const told = native.length > 0 ? native : here;
    const ends = told.flatMap(({ mark }) => measuredEnds(mark.ends) ?? []);
    if (ends.length === 0) return [];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    return [{ scale, low, high, told, isAgainstNative: native.length > 0 }];
  });
}

/** The marks at both ends of each reach. */
function endMarks(row: OverheadRow): readonly Told[] {
  return reachesOf(row).flatMap(({ low, high, told }) =>
    [low, high].flatMap(
      (end) => told.find(({ mark }) => measuredEnds(mark.ends)?.includes(end) === true) ?? [],
    ),
  );
}

/** @returns the marks that a headline may be about at some step, what matters most first, each once */
export function tellingMarks(overhead: Overhead): readonly Told[] {
  const steps = overhead.studies.map((_, at) => untilStudy(overhead, overhead.studies.length - at));
  const told = steps.flatMap((seen) => {
    const [best] = sameLoads(seen);
    return best ?? seen.rows.flatMap(endMarks);
  });
  return [...new Map(told.map((one) => [toldKey(one.row.stack.key, one.mark), one])).values()];
}
