/** Drawing of the pieces of one stack, and of what is written over both halves. */
import { wrapText } from '../../layout/text-metrics.ts';
import type { Layer } from '../../model/stack.ts';
import { formatMb } from '../../sim/format-bytes.ts';
import type { Apart, Piece } from '../../sim/kernel/apart.ts';
import type { Box, Item, Look } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { lookOf, radiusOf } from '../structure/looks.ts';
import { headerItems } from '../structure/texts.ts';
import { fitLine } from './apart-label.ts';
import { halvesOf, namedRowPx, rowsOf, type Column, type Row, type Stage } from './apart-layout.ts';
import type { KernelInput } from './input.ts';

/** How far it has come apart, each 0 to 1. */
export interface Spread {
  readonly lift: number;
  readonly carried: number;
  readonly left: number;
}

/** Room that teeth need above a kernel. */
const TEETH_PX = 7;

/** @returns the items of one stack, as far as it has come apart */
export function columnItems(column: Column, stage: Stage, spread: Spread): readonly Item[] {
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

function isTop(row: Row, rows: readonly Row[]): boolean {
  return rows[0] === row;
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
  if (name === null || box.h < namedRowPx(stage)) return [body];
  // In a row as low as its capitals it stands on the lower edge with nothing but its tails.
  const lift = box.h < stage.textPx ? 0.31 : 0.35;
  return [
    body,
    {
      ...{ t: 'text', key: `${key}#apart-name`, ...owned, z: Z.label, text: name },
      ...{ x: box.x + box.w / 2, y: box.y + box.h / 2 + stage.textPx * lift, anchor: 'middle' },
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
