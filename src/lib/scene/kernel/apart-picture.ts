/**
 * Kernel and distribution taken apart: above the gap what is carried along, below it what the machine
 * brings. Pure: the playhead says how far the pieces have come apart.
 */
import { formatMb } from '../../sim/format-bytes.ts';
import { takenApart, type Apart, type Piece } from '../../sim/kernel/apart.ts';
import { fitLine } from './apart-label.ts';
import { wrapText } from '../../layout/text-metrics.ts';
import { PIECES } from '../../model/kernel/words-apart.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { Layer, ResolvedStack } from '../../model/stack.ts';
import type { Box, DisplayList, Item, Look } from '../display-list.ts';
import type { LensClock, Picture, SummaryTable, TwinStack } from '../picture.ts';
import { Z } from '../structure/depth.ts';
import { sizesFor, type Sizes } from '../structure/sizes.ts';
import { lookOf, radiusOf } from '../structure/stack-items.ts';
import { headerItems } from '../structure/texts.ts';
import type { KernelInput } from './input.ts';

const CHAPTER_MS = 1800;
const CHAPTERS = 4;
const MOVE_MS = 900;
const MARGIN_PX = 42;
const WIDEST_PX = 560;
const GROUND_ROOM_PX = 26;
const LARGEST_ROW_PX = 38;
/** Rows lower than this have no room for a name: the halves then stand side by side. */
const LEAST_ROW_PX = 17;
const ROW_GAP_PX = 5;
const MIDDLE_GAP_PX = 26;
const SIDE_GAP_PX = 18;
/** Room that teeth need above a kernel. */
const TEETH_PX = 7;
/** A part of the kernel is narrower than it: it is no kernel to be counted. */
const PART_INSET_PX = 16;

interface Column {
  readonly stack: ResolvedStack;
  readonly apart: Apart;
  readonly x: number;
  readonly w: number;
  readonly letter: string;
}

interface Stage {
  readonly columns: readonly Column[];
  readonly sizes: Sizes;
  readonly textPx: number;
  readonly groundY: number;
  readonly input: KernelInput;
}

/** How far it has come apart, each 0 to 1. */
interface Spread {
  readonly lift: number;
  readonly carried: number;
  readonly left: number;
}

export function apartPicture(input: KernelInput): Picture {
  const words = input.words.kernel.apart;
  const stage = stageOf(input);
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

function stageOf(input: KernelInput): Stage {
  const { stacks, widthPx, heightPx, shell } = input;
  const sizes = sizesFor(shell, widthPx, heightPx, widthPx);
  const margin = Math.min(MARGIN_PX, widthPx * 0.05);
  const gap = Math.min(sizes.gapPx * 1.4, 48);
  const count = Math.max(1, stacks.length);
  const w = Math.min(
    WIDEST_PX * (sizes.minPx / 12),
    (widthPx - 2 * margin - gap * (count - 1)) / count,
  );
  const all = w * count + gap * (count - 1);
  const columns = stacks.flatMap((stack, index): readonly Column[] => {
    const apart = takenApart(stack, input.answers);
    if (apart === null) return [];
    const x = (widthPx - all) / 2 + index * (w + gap);
    return [{ stack, apart, x, w, letter: String.fromCharCode(65 + input.firstIndex + index) }];
  });
  const textPx = Math.max(12, sizes.minPx, Math.min(sizes.namePx, 15));
  return {
    columns,
    sizes,
    textPx,
    input,
    groundY: heightPx - Math.min(GROUND_ROOM_PX, heightPx * 0.06),
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

/** Where the rows of both halves lie. */
interface Halves {
  readonly rowPx: number;
  readonly carried: Box;
  readonly left: Box;
  readonly headPx: number;
}

function halvesOf({ apart, x, w, stack, letter }: Column, stage: Stage): Halves {
  const { sizes, groundY, textPx } = stage;
  const top = headerItems(stack, letter, x, w, sizes, 'title').bottomY + 4;
  const headPx = textPx * 1.9;
  const rows = apart.carried.length + apart.left.length;
  const room = groundY - top - 2 * headPx - MIDDLE_GAP_PX;
  const rowPx = Math.min(LARGEST_ROW_PX * (textPx / 13), room / rows - ROW_GAP_PX);
  if (rowPx >= Math.max(LEAST_ROW_PX, textPx * 1.3)) {
    const leftH = apart.left.length * (rowPx + ROW_GAP_PX) - ROW_GAP_PX;
    const carriedH = apart.carried.length * (rowPx + ROW_GAP_PX) - ROW_GAP_PX;
    const left = { x, y: groundY - leftH, w, h: leftH };
    return {
      rowPx,
      headPx,
      left,
      carried: { x, y: left.y - headPx - MIDDLE_GAP_PX - carriedH, w, h: carriedH },
    };
  }
  const half = (w - SIDE_GAP_PX) / 2;
  const most = Math.max(apart.carried.length, apart.left.length);
  const sidePx = Math.min(LARGEST_ROW_PX, (groundY - top - headPx) / most - 3);
  const heightOf = (count: number) => count * (sidePx + 3) - 3;
  const carriedH = heightOf(apart.carried.length);
  const leftH = heightOf(apart.left.length);
  return {
    ...{ rowPx: sidePx, headPx },
    carried: { x, y: groundY - carriedH, w: half, h: carriedH },
    left: { x: x + half + SIDE_GAP_PX, y: groundY - leftH, w: half, h: leftH },
  };
}

function columnItems(column: Column, stage: Stage, spread: Spread): readonly Item[] {
  const { apart, stack, x, w, letter } = column;
  const { sizes, input } = stage;
  const halves = halvesOf(column, stage);
  const words = input.words.kernel.apart;
  const header = headerItems(stack, letter, x, w, sizes, 'title').items;
  const teethPx = apart.left[0]?.layer === apart.kernel ? TEETH_PX : 0;
  const isSide = halves.left.x !== halves.carried.x;
  const left = rowsOf(apart.left, halves.left, halves.rowPx, spread.left, 0);
  const leftTop = Math.min(...left.map(({ box }) => box.y));
  // Together, it stands on the machine's pieces; side by side it has its own floor.
  const home = isSide ? 0 : leftTop - (halves.carried.y + halves.carried.h);
  const carried = rowsOf(
    apart.carried,
    halves.carried,
    halves.rowPx,
    spread.carried,
    home * (1 - spread.lift),
  );
  const head = (half: 'carried' | 'left', text: string, box: Box, layer: Layer | null) =>
    headText(`${stack.key}#apart-${half}`, text, sizeText(layer, input), box, stage);
  return [
    ...header,
    ...left.flatMap((row) => rowItems(row, column, stage, isTop(row, left))),
    ...carried.flatMap((row) => rowItems(row, column, stage, false)),
    ...(spread.lift === 1
      ? [
          ...head(
            'carried',
            words.carries[apart.form],
            { ...halves.carried, y: Math.min(...carried.map(({ box }) => box.y)) },
            apart.files,
          ),
          ...head(
            'left',
            words.leaves[apart.form],
            { ...halves.left, y: leftTop - teethPx },
            leftKernel(apart),
          ),
        ]
      : []),
  ];
}

function leftKernel({ left, kernel }: Apart): Layer | null {
  return left.some(({ layer }) => layer !== null && layer === kernel) ? kernel : null;
}

interface Row {
  readonly piece: Piece;
  readonly box: Box;
}

function isTop(row: Row, rows: readonly Row[]): boolean {
  return rows[0] === row;
}

/** Rows bottom-aligned: closed up at 0, at their places at 1. */
function rowsOf(
  pieces: readonly Piece[],
  box: Box,
  rowPx: number,
  share: number,
  dy: number,
): readonly Row[] {
  const step = pieces.length < 2 ? 0 : (box.h - rowPx) / (pieces.length - 1);
  const pitch = rowPx + (step - rowPx) * share;
  return pieces.map((piece, index) => ({
    piece,
    box: {
      ...insetOf(piece, box),
      h: rowPx,
      y: box.y + box.h - rowPx - (pieces.length - 1 - index) * pitch + dy,
    },
  }));
}

/** Modules and drivers are parts of the kernel above them. */
function insetOf({ id }: Piece, { x, w }: Box): { readonly x: number; readonly w: number } {
  const inset = id === 'modules' || id === 'drivers' ? Math.min(PART_INSET_PX, w / 8) : 0;
  return { x: x + inset, w: w - 2 * inset };
}

const LOOKS: Readonly<Partial<Record<Piece['id'], Look>>> = {
  manifest: 'panel',
  config: 'panel',
  app: 'app',
  services: 'userland',
  'host-init': 'userland',
  modules: 'kernel',
  drivers: 'kernel',
  kernel: 'kernel',
  initrd: 'userland',
  loader: 'userland',
  firmware: 'hardware',
  devices: 'vmm',
  below: 'hypervisor',
};

function lookOfPiece({ id, layer }: Piece): Look {
  return layer === null ? (LOOKS[id] ?? 'libs') : lookOf(layer);
}

function rowItems(
  { piece, box }: Row,
  column: Column,
  stage: Stage,
  hasTeeth: boolean,
): readonly Item[] {
  const { layer, id } = piece;
  const look = lookOfPiece(piece);
  const key = layer === null ? `${column.stack.key}#apart/${id}` : layer.path;
  const { family } = layer ?? {};
  const isKernel = layer?.kind === 'kernel' || layer?.kind === 'sentry';
  const owned = layer === null ? {} : { owner: layer.path };
  const radius = layer === null ? (look === 'panel' ? 4 : 0) : Math.min(radiusOf(layer), box.h / 3);
  const names = stage.input.words.kernel.apart.piece(id, layer);
  const name = fitLine(names, stage.textPx, isKernel ? 700 : 600, box.w - 16);
  const body: Item = {
    ...{ t: 'box', key, ...owned, z: Z.slab, box, look, radius },
    ...(layer === null ? {} : { layer: true }),
    ...(isKernel && hasTeeth && family !== undefined
      ? { teeth: [{ family, from: 0, to: box.w }] }
      : {}),
  };
  if (name === null || box.h < stage.textPx * 1.15) return [body];
  return [
    body,
    {
      ...{ t: 'text', key: `${key}#apart-name`, ...owned, z: Z.label, text: name },
      ...{ x: box.x + box.w / 2, y: box.y + box.h / 2 + stage.textPx * 0.35, anchor: 'middle' },
      ...{ size: stage.textPx, weight: isKernel ? 700 : 600, ink: 'on-look', on: look },
    },
  ];
}

/** A size that a source gives for the layer; none is made up. */
function sizeText(layer: Layer | null, { figures, words }: KernelInput): string | null {
  for (const id of layer?.figures ?? []) {
    const figure = id.startsWith('size.') ? figures.get(id) : undefined;
    if (figure?.typical !== undefined && figure.unit === 'MB')
      return words.kernel.apart.size(figure.quantity, formatMb(figure.typical));
  }
  return null;
}

function headText(
  key: string,
  text: string,
  size: string | null,
  box: Box,
  { textPx }: Stage,
): readonly Item[] {
  const y = box.y - textPx * 0.6;
  const base = { t: 'text', z: Z.note, y, anchor: 'start' } as const;
  const title: Item = { ...base, key, x: box.x, text, size: textPx + 1, weight: 720, ink: 'ink' };
  if (size === null) return [title];
  const left = text.length * textPx * 0.62 + 16;
  const lines = wrapText(size, textPx, 450, box.w - left, 1);
  if (lines === null) return [title];
  return [
    title,
    {
      ...base,
      key: `${key}-size`,
      x: box.x + box.w,
      anchor: 'end',
      text: size,
      size: textPx,
      weight: 450,
      ink: 'secondary',
    },
  ];
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
