/** The Overhead view: what studies measured against native, a dot per figure, never pooled. */
import type { OverheadWords } from '../../model/path/overhead-words.ts';
import { overheadRows, type OverheadRow } from '../../sim/path/overhead.ts';
import type { DisplayList, Item } from '../display-list.ts';
import type { LensClock, Picture, TwinStack } from '../picture.ts';
import { describeStack } from '../structure/describe.ts';
import { cellItems, frameItems, legendItems, type Axis } from './overhead-cells.ts';
import { headItems, type OverheadHead } from './overhead-head.ts';
import { overheadLayout } from './overhead-layout.ts';
import { findingOf, overheadTable, readoutOf, studiesOf } from './overhead-said.ts';
import type { PathInput } from './path-input.ts';

/** How long each study's figures take to come, ms. */
const STUDY_MS = 900;
/** An axis reaches beyond native, so that its line has air. */
const LEAST_AXIS = 108;

/** @throws never */
export function overheadPicture(input: PathInput): Picture {
  const { scene, overheads, figures } = input;
  const words = input.words.overhead;
  const rows = overheadRows(input.stacks, overheads, figures, scene.path.resource);
  const resources = overheadRows(
    input.stacks.slice(0, 1),
    [],
    figures,
    scene.path.resource,
  ).flatMap(({ cells }) => cells.map(({ resource }) => resource));
  const weights = resources.map((_, at) =>
    Math.max(0, ...rows.map(({ cells }) => cells[at]?.dots.length ?? 0)),
  );
  const layout = overheadLayout(input, rows.length, weights);
  const axes = resources.map((_, at) => axisOf(rows, at));
  const heads = rows.map(({ stack }, at) => headItems(stack, at, input, layout));
  const studies = studiesOf(rows);
  const fixed = [
    ...frameItems(resources, axes, layout, words),
    ...heads.flatMap(({ items }) => items),
    ...(rows.length === 0 ? [] : legendItems(rows, layout, words)),
  ];
  const list = (shown: ReadonlySet<string>): DisplayList => ({
    width: input.widthPx,
    height: input.heightPx,
    items: [
      ...fixed,
      ...rows.flatMap(({ stack, cells }, at) =>
        cells.flatMap((cell, index) => {
          const [box, axis] = [layout.cells[at]?.[index], axes[index]];
          if (box === undefined || axis === undefined) return [];
          return cellItems(stack.key, cell, { box, axis, layout, words, shown });
        }),
      ),
    ] satisfies readonly Item[],
  });
  const rest = list(new Set(studies));
  const { headline, study } = findingOf(rows, words);
  return {
    lens: 'path',
    rest,
    buildList: rest,
    headline,
    sentence: rows.length === 0 ? '' : words.sentence(study, studies.length),
    stacks: rows.map((row, at) => twinOf(row, heads[at], input)),
    table: overheadTable(rows, words),
    build: [],
    buildChapters: [],
    buildSays: [],
    clock: clockOf(rows, studies, list, words),
  };
}

function twinOf(row: OverheadRow, head: OverheadHead | undefined, input: PathInput): TwinStack {
  const placed = head?.placed ?? [];
  const paths = new Set(placed.map(({ layer }) => layer.path));
  return {
    key: row.stack.key,
    title: row.stack.title,
    readout: readoutOf(row, input.words.overhead),
    layers: describeStack(row.stack, placed, paths, input.words.structure),
    ...(head?.titleBox === undefined ? {} : { titleBox: head.titleBox }),
  };
}

/** Speed against native from 0 to beyond the fastest figure, %. */
function axisOf(rows: readonly OverheadRow[], at: number): Axis {
  const ends = rows.flatMap(({ cells }) =>
    (cells[at]?.dots ?? []).flatMap(({ lowPercent, atPercent, highPercent }) => [
      lowPercent ?? 0,
      atPercent ?? 0,
      highPercent ?? 0,
    ]),
  );
  return { most: Math.max(LEAST_AXIS, ...ends.map((end) => end * 1.04)) };
}

/** Study by study. */
function clockOf(
  rows: readonly OverheadRow[],
  studies: readonly string[],
  list: (shown: ReadonlySet<string>) => DisplayList,
  words: OverheadWords,
): LensClock {
  const counts = studies.map(
    (study) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap(({ dots }) => dots.filter(({ overhead }) => overhead.study === study)),
      ).length,
  );
  const says = (index: number): string => {
    const study = studies[index];
    return study === undefined ? '' : words.says(study, counts[index] ?? 0);
  };
  const indexAt = (tMs: number): number =>
    Math.min(studies.length, Math.floor(tMs / STUDY_MS + 1e-9));
  return {
    durationMs: studies.length * STUDY_MS,
    chapters: studies.map((label, index) => ({
      id: `study-${index}`,
      label,
      startMs: index * STUDY_MS,
      endMs: (index + 1) * STUDY_MS,
      says: says(index),
    })),
    at: (tMs) => list(new Set(studies.slice(0, indexAt(tMs)))),
    says: (tMs) => says(Math.max(0, indexAt(tMs) - 1)),
  };
}
