/**
 * Kernel and distribution taken apart: above the gap what is carried along, below it what the machine
 * brings. Pure: the playhead says how far the pieces have come apart.
 */
import { PIECES } from '../../model/kernel/words-apart.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { Piece } from '../../sim/kernel/apart.ts';
import type { DisplayList, Item } from '../display-list.ts';
import type { LensClock, Picture, SummaryTable, TwinStack } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { Z } from '../structure/depth.ts';
import { headerItems } from '../structure/texts.ts';
import { columnItems, type Spread } from './apart-items.ts';
import { stageOf, type Column, type Stage } from './apart-layout.ts';
import type { KernelInput } from './input.ts';

const CHAPTER_MS = 1800;
const CHAPTERS = 4;
const MOVE_MS = 900;

/** @returns the view; never throws */
export function* apartPicture(input: KernelInput): Steps<Picture> {
  const words = input.words.kernel.apart;
  const stage = stageOf(input);
  yield;
  const at = (tMs: number | null): DisplayList => ({
    ...{ width: input.widthPx, height: input.heightPx },
    items:
      stage.columns.length === 0
        ? []
        : [
            groundItem(stage),
            ...stage.columns.flatMap((one) => columnItems(one, stage, spreadAt(tMs))),
          ],
  });
  const rest = at(null);
  yield;
  const painted = new Set(
    rest.items.flatMap((item) => ('layer' in item && item.layer && item.owner ? [item.owner] : [])),
  );
  return {
    ...{ lens: 'kernel', rest, buildList: rest, build: [], buildChapters: [], buildSays: [] },
    headline: words.headline(
      stage.columns.map(({ stack, apart }) => ({ stack, form: apart.form })),
    ),
    sentence: words.sentence(stage.columns.map(({ apart }) => apart.form)),
    stacks: stage.columns.map((column) => twinOf(column, stage, painted)),
    table: tableOf(stage),
    clock: stage.columns.length === 0 ? null : clockOf(at, input),
  };
}

function groundItem({ input, groundY }: Stage): Item {
  return { t: 'ground', key: 'ground', z: Z.ground, x1: 10, x2: input.widthPx - 10, y: groundY };
}

function spreadAt(tMs: number | null): Spread {
  if (tMs === null) return { lift: 1, carried: 1, left: 1 };
  const share = (chapter: number): number => {
    const raw = Math.min(1, Math.max(0, (tMs - chapter * CHAPTER_MS) / MOVE_MS));
    return raw * raw * (3 - 2 * raw);
  };
  return { lift: share(1), carried: share(2), left: share(3) };
}

function clockOf(at: (tMs: number) => DisplayList, input: KernelInput): LensClock {
  const { chapters } = input.words.kernel.apart;
  const says = (tMs: number): string =>
    chapters[Math.min(CHAPTERS - 1, Math.max(0, Math.ceil(tMs / CHAPTER_MS) - 1))]?.says ?? '';
  return {
    ...{ durationMs: CHAPTERS * CHAPTER_MS, at, says },
    chapters: chapters.map(({ label, says: said }, index) => ({
      ...{ id: `apart-${index}`, label, says: said },
      ...{ startMs: index * CHAPTER_MS, endMs: (index + 1) * CHAPTER_MS },
    })),
  };
}

function twinOf(column: Column, stage: Stage, painted: ReadonlySet<string>): TwinStack {
  const { apart, stack, x, w, letter } = column;
  const words = stage.input.words.kernel.apart;
  const node = ({ layer, id }: Piece, what: string) =>
    layer === null || !painted.has(layer.path)
      ? []
      : [
          {
            path: layer.path,
            kind: layer.kind satisfies LayerKind,
            name: `${words.piece(id, layer)[0] ?? layer.name}; ${what}`,
            children: [],
          },
        ];
  const { titleBox } = headerItems(stack, letter, x, w, stage.sizes, 'title');
  return {
    ...{ key: stack.key, title: stack.title },
    readout: `${words.carries[apart.form]}: ${apart.carried.map(({ id }) => words.table.name(id)).join(', ')}`,
    layers: [
      ...[...apart.left].reverse().flatMap((piece) => node(piece, words.twin.left)),
      ...[...apart.carried].reverse().flatMap((piece) => node(piece, words.twin.carried)),
    ],
    ...(titleBox.w === 0 ? {} : { titleBox }),
  };
}

function tableOf({ columns, input }: Stage): SummaryTable {
  const { table } = input.words.kernel.apart;
  const isIn = (pieces: readonly Piece[], id: Piece['id']) => pieces.some((one) => one.id === id);
  const used = PIECES.filter((id) =>
    columns.some(({ apart }) => isIn(apart.carried, id) || isIn(apart.left, id)),
  );
  return {
    caption: table.caption,
    columns: [table.piece, ...columns.map(({ stack }) => stack.title)],
    rows: used.map((id) => [
      table.name(id),
      ...columns.map(({ apart }) =>
        isIn(apart.carried, id) ? table.carried : isIn(apart.left, id) ? table.left : table.none,
      ),
    ]),
  };
}
