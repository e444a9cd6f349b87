/**
 * The Overhead view: what studies measured of each stack against native. A row per stack, an axis per
 * resource, native in its middle; each mark is one figure. Time shows the studies one after the other.
 */
import { createRoom } from '../../layout/boot-room.ts';
import { overheadOf, marksIn, type Overhead } from '../../sim/path/overhead.ts';
import { boxItem, Z } from '../boot-ink.ts';
import type { DisplayList, Item } from '../display-list.ts';
import type { LensClock, Picture, TwinStack } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { describeStack } from '../structure/describe.ts';
import { overheadAxis } from './overhead-axis.ts';
import { gridItems, headItems, titleItems, type OverheadTitle } from './overhead-frame.ts';
import { overheadGrid } from './overhead-grid.ts';
import { miniItems, standMinis, type OverheadMini } from './overhead-minis.ts';
import { legendItems } from './overhead-legend.ts';
import { baseItems, markItems, tellingValues, type StudyItems } from './overhead-marks.ts';
import { chaptersOf, overheadSays, overheadTable, readoutOf } from './overhead-said.ts';
import { placedCells, type OverheadStage, type PlacedCell } from './overhead-stage.ts';
import type { OverheadInput } from './path-input.ts';

/** Time that a study has for itself, and in which it appears. */
export const STUDY_MS = 1200;
const APPEAR_MS = 400;

/** Below this width a row has no room for several axes beside each other. */
const NARROW_BELOW_PX = 900;
/** Air above a miniature's floor, px. */
const FLOOR = 6;

function stageOf(input: OverheadInput, overhead: Overhead): OverheadStage {
  const { widthPx, heightPx, shell } = input;
  const { rows, columns } = overhead;
  const isNarrow = shell === 'mobile' || widthPx < NARROW_BELOW_PX;
  const size = { widthPx, heightPx, stacks: rows.length, axes: columns.length };
  const grid = overheadGrid({ ...size, isNarrow, isProjector: shell === 'projector' });
  const axes = columns.map(({ scale }) => {
    // One length of axis for all columns of a scale, so that a place means the same in each.
    const cells = rows.flatMap((row) => row.cells.filter(({ column }) => column.scale === scale));
    const ratios = cells.flatMap(marksIn).flatMap(({ ends }) => Object.values<number>({ ...ends }));
    return overheadAxis(scale, ratios);
  });
  const room = createRoom({ x: 0, y: 0, w: widthPx, h: heightPx });
  return { overhead, grid, axes, words: input.words.overhead, room };
}

function minisOf({ overhead, grid }: OverheadStage): readonly OverheadMini[] {
  const { mini, isNarrow } = grid;
  if (mini.h < 8 || mini.w < 8) return [];
  const stands = overhead.rows.flatMap(({ stack }, at) => {
    const box = grid.stands[at]?.mini;
    if (box === undefined) return [];
    const floorY = (h: number): number =>
      isNarrow ? box.y + box.h : Math.min(box.y + box.h - FLOOR, box.y + box.h / 2 + h / 2);
    return [{ stack, key: `overhead/${stack.key}`, x: box.x, floorY }];
  });
  return standMinis(stands, mini, 4);
}

/** The room of a cell: what a reader points at to be told of its figures. */
function roomItem({ key, box }: PlacedCell): Item {
  return { ...boxItem(`${key}/room`, box, 'paper', Z.grid), alpha: 0 };
}

/** @throws never */
export function* overheadPicture(input: OverheadInput): Steps<Picture> {
  const chosen = input.scene.path.resource;
  const overhead = overheadOf(input.stacks, chosen, input);
  const stage = stageOf(input, overhead);
  yield;
  const minis = minisOf(stage);
  yield;
  const cells = placedCells(stage);
  const titles = overhead.rows.map(({ stack }, at): OverheadTitle => {
    const box = stage.grid.stands[at]?.title;
    return box === undefined ? { items: [] } : titleItems(stage, stack, box);
  });
  yield;
  const fixed = [
    ...cells.map(roomItem),
    ...titles.flatMap(({ items }) => items),
    ...headItems(stage),
    ...gridItems(stage),
    ...legendItems(stage, cells),
    ...minis.flatMap(miniItems),
    ...cells.flatMap((placed) => baseItems(stage, placed)),
  ];
  yield;
  const values = tellingValues(stage, cells);
  const valued = new Set([...values].flatMap(([key, items]) => (items.length > 0 ? [key] : [])));
  const says = (count: number) => overheadSays(overhead, chosen, stage.words, valued, count);
  const marks = cells.flatMap((placed) => markItems(stage, placed, values));
  yield;
  const frame = (shareOf: (study: string | null) => number): DisplayList => ({
    ...{ width: input.widthPx, height: input.heightPx },
    items: [...fixed, ...marks.flatMap((one) => shown(one, shareOf(one.study)))],
  });
  const rest = frame(() => 1);
  return {
    lens: 'path',
    rest,
    buildList: rest,
    ...says(overhead.studies.length),
    stacks: overhead.rows.map((_, at) => twinOf(at, stage, minis[at], titles[at], input)),
    table: overheadTable(overhead, { words: stage.words, sources: input.sources }),
    build: [],
    buildChapters: [],
    buildSays: overhead.studies.map((_, at) => ({ ...says(at + 1), readouts: [] })),
    clock: clockOf(stage, frame),
  };
}

function shown({ items }: StudyItems, share: number): readonly Item[] {
  if (share <= 0) return [];
  return share >= 1 ? items : items.map((item) => ({ ...item, alpha: share }));
}

function clockOf(
  { overhead, words }: OverheadStage,
  frame: (shareOf: (study: string | null) => number) => DisplayList,
): LensClock | null {
  const chapters = chaptersOf(overhead, words, STUDY_MS);
  if (chapters.length === 0) return null;
  const startOf = new Map(chapters.map(({ id, startMs }) => [id, startMs]));
  const durationMs = chapters.length * STUDY_MS;
  return {
    durationMs,
    chapters,
    at: (tMs) =>
      frame((study) => {
        const since = tMs - (startOf.get(study ?? '') ?? 0);
        return Math.max(0, Math.min(1, since / APPEAR_MS));
      }),
    says: (tMs) => chapters.findLast(({ startMs }) => startMs < tMs)?.says ?? words.step.start,
  };
}

function twinOf(
  at: number,
  { overhead, words }: OverheadStage,
  mini: OverheadMini | undefined,
  title: OverheadTitle | undefined,
  input: OverheadInput,
): TwinStack {
  const row = overhead.rows[at]!;
  const { stack } = row;
  const placed = mini?.placed ?? [];
  const paths = new Set(placed.map(({ layer }) => layer.path));
  return {
    key: stack.key,
    title: stack.title,
    readout: readoutOf(row, words),
    layers: describeStack(stack, placed, paths, input.words.structure),
    ...(title?.box === undefined ? {} : { titleBox: title.box }),
  };
}
