/** Where the pieces lie: what is carried above what is left, or beside it where the stage is low. */
import { takenApart, type Apart, type Piece } from '../../sim/kernel/apart.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import type { Box } from '../display-list.ts';
import { sizesFor, type Sizes } from '../structure/sizes.ts';
import { headerItems } from '../structure/texts.ts';
import type { KernelInput } from './input.ts';

const MARGIN_PX = 42;
const WIDEST_PX = 560;
const GROUND_ROOM_PX = 26;
const LARGEST_ROW_PX = 38;

/** Rows lower than this have no room for a name: the halves then stand side by side. */
const LEAST_ROW_PX = 17;
const ROW_GAP_PX = 5;
/** On a stage lower than this type is as small as it gets, px. */
const LOW_PX = 180;
/** Side by side; in a low frame it gives way to the names. */
const SIDE_ROW_GAP_PX = 3;
/** Room that a name needs in its row, as a share of its size; in a low frame its capitals have room. */
const NAME_ROOM = 1.15;
const LOW_NAME_ROOM = 0.9;
const MIDDLE_GAP_PX = 26;
const SIDE_GAP_PX = 18;

/** A part of the kernel is narrower than it: it is no kernel to be counted. */
const PART_INSET_PX = 16;

/** One stack with its pieces, and its place on the stage, px. */
export interface Column {
  readonly stack: ResolvedStack;
  readonly apart: Apart;
  readonly x: number;
  readonly w: number;
  readonly letter: string;
}

/** All columns, with the sizes that hold for them. */
export interface Stage {
  readonly columns: readonly Column[];
  readonly sizes: Sizes;
  readonly textPx: number;
  readonly groundY: number;
  readonly input: KernelInput;
}

/** @returns a column per stack; a stack without instances has none */
export function stageOf(input: KernelInput): Stage {
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
  const usualPx = heightPx < LOW_PX ? 0 : Math.min(sizes.namePx, 15);
  const textPx = Math.max(12, sizes.minPx, usualPx);
  return {
    columns,
    sizes,
    textPx,
    input,
    groundY: heightPx - Math.min(GROUND_ROOM_PX, heightPx * 0.06),
  };
}

/** @returns least height of a row that has its name, px */
export function namedRowPx({ input, textPx }: Stage): number {
  return textPx * (input.heightPx < LOW_PX ? LOW_NAME_ROOM : NAME_ROOM);
}

/** Where the rows of both halves lie. */
interface Halves {
  readonly rowPx: number;
  readonly carried: Box;
  readonly left: Box;
  readonly headPx: number;
}

/** @returns the boxes of both halves and the height of their rows, px */
export function halvesOf({ apart, x, w, stack, letter }: Column, stage: Stage): Halves {
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
  const pitchPx = (groundY - top - headPx) / most;
  const gapPx = pitchPx - SIDE_ROW_GAP_PX < textPx * NAME_ROOM ? 1 : SIDE_ROW_GAP_PX;
  const sidePx = Math.min(LARGEST_ROW_PX * (textPx / 13), pitchPx - gapPx);
  const heightOf = (count: number) => count * (sidePx + gapPx) - gapPx;
  const carriedH = heightOf(apart.carried.length);
  const leftH = heightOf(apart.left.length);
  return {
    ...{ rowPx: sidePx, headPx },
    carried: { x, y: groundY - carriedH, w: half, h: carriedH },
    left: { x: x + half + SIDE_GAP_PX, y: groundY - leftH, w: half, h: leftH },
  };
}

/** A piece and its box. */
export interface Row {
  readonly piece: Piece;
  readonly box: Box;
}

/** Rows bottom-aligned: closed up at 0, at their places at 1. */
export function rowsOf(
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
