/** Disk areas: columns side by side whose areas are to one scale, equal areas are equal bytes. */
import type { Box } from './box.ts';

/** A part as wide as the columns it spans; MB null: not measured. */
export interface AreaPart {
  readonly key: string;
  readonly mb: number | null;
  readonly from: number;
  readonly to: number;
}

export interface AreaStack {
  /** Number of columns. */
  readonly columns: number;
  /** Bottom up: what a part lies on stands before it. */
  readonly parts: readonly AreaPart[];
}

export interface PlacedArea {
  readonly key: string;
  readonly box: Box;
  readonly isKnown: boolean;
}

export interface PlacedAreas {
  /** Left and right of the stack. */
  readonly x: number;
  readonly w: number;
  readonly columnW: number;
  readonly areas: readonly PlacedArea[];
  /** Top of each column. */
  readonly tops: readonly number[];
}

export interface AreaLayout {
  /** px² per MB; one for all. */
  readonly pxPerMb: number;
  readonly stacks: readonly PlacedAreas[];
}

export interface AreaRoom {
  readonly x: number;
  readonly w: number;
  readonly groundY: number;
  /** Highest a column may be, px. */
  readonly h: number;
  /** Between stacks, and between columns that share nothing. */
  readonly gap: number;
  readonly minColumn: number;
  readonly maxColumn: number;
}

/** Height of an outline that has no size, px. */
const UNKNOWN_PX = 30;

/** @returns MB of each column, shared parts once in each, as if each column were as wide as the others */
function columnMb(stack: AreaStack, column: number): number {
  return stack.parts.reduce(
    (sum, { from, to, mb }) =>
      from <= column && column <= to ? sum + (mb ?? 0) / (to - from + 1) : sum,
    0,
  );
}

function tallestMb(stack: AreaStack): number {
  return Math.max(0, ...Array.from({ length: stack.columns }, (_, at) => columnMb(stack, at)));
}

/** Columns that share a part stand wall to wall; others a little apart. */
function gapsOf(stack: AreaStack): number {
  return stack.parts.some(({ from, to }) => to > from) ? 0 : 8;
}

function unknownPx(stack: AreaStack): number {
  return stack.parts.some(({ mb }) => mb === null) ? UNKNOWN_PX : 0;
}

/** @returns widths of the columns of each stack, px, for one scale */
function widthsFor(stacks: readonly AreaStack[], pxPerMb: number, room: AreaRoom, ratio: number) {
  return stacks.map((stack) => {
    const wide = Math.sqrt(tallestMb(stack) * pxPerMb) * ratio;
    const needed = (tallestMb(stack) * pxPerMb) / Math.max(1, room.h - unknownPx(stack));
    return Math.max(Math.min(Math.max(wide, room.minColumn), room.maxColumn), needed);
  });
}

function totalWidth(stacks: readonly AreaStack[], widths: readonly number[], gap: number): number {
  return stacks.reduce((sum, stack, at) => {
    const inner = gapsOf(stack) * Math.max(0, stack.columns - 1);
    return sum + (widths[at] ?? 0) * Math.max(1, stack.columns) + inner + (at > 0 ? gap : 0);
  }, 0);
}

/** Width of a column by the square root of its area: slim columns leave more room to the others. */
const RATIOS = [0.52, 0.44, 0.36, 0.28, 0.2] as const;
const STEPS = 60;

function largestScale(stacks: readonly AreaStack[], room: AreaRoom, ratio: number): number {
  let low = 0;
  let high = (room.h * room.maxColumn) / Math.max(0.001, ...stacks.map(tallestMb));
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const widths = widthsFor(stacks, middle, room, ratio);
    if (totalWidth(stacks, widths, room.gap) <= room.w) low = middle;
    else high = middle;
  }
  return low;
}

/** @returns every stack's areas, as large as the room lets them be, at one scale. */
export function layoutAreas(stacks: readonly AreaStack[], room: AreaRoom): AreaLayout {
  const { pxPerMb, ratio } = RATIOS.map((one) => ({
    ratio: one,
    pxPerMb: largestScale(stacks, room, one),
  })).reduce((best, one) => (one.pxPerMb > best.pxPerMb * 1.001 ? one : best));
  const widths = widthsFor(stacks, pxPerMb, room, ratio);
  let x = room.x;
  return {
    pxPerMb,
    stacks: stacks.map((stack, at) => {
      const placed = placeStack(stack, x, widths[at] ?? room.minColumn, pxPerMb, room.groundY);
      x += placed.w + room.gap;
      return placed;
    }),
  };
}

function placeStack(
  stack: AreaStack,
  x: number,
  columnW: number,
  pxPerMb: number,
  groundY: number,
): PlacedAreas {
  const gap = gapsOf(stack);
  const tops = Array.from({ length: stack.columns }, () => groundY);
  const areas = stack.parts.map(({ key, mb, from, to }): PlacedArea => {
    const w = columnW * (to - from + 1) + gap * (to - from);
    const h = mb === null ? UNKNOWN_PX : (mb * pxPerMb) / w;
    const floor = Math.min(...tops.slice(from, to + 1));
    tops.fill(floor - h, from, to + 1);
    const box = { x: x + from * (columnW + gap), y: floor - h, w, h };
    return { key, box, isKnown: mb !== null };
  });
  const columns = Math.max(1, stack.columns);
  return { x, w: columnW * columns + gap * (columns - 1), columnW, areas, tops };
}
