/**
 * Where the parts of the Overhead view lie. Wide: a row per stack, a column per axis. Narrow: a column per
 * stack, a row per axis. Everything lies inside width × height.
 */
import type { Box } from '../../layout/box.ts';

export interface GridOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly stacks: number;
  readonly axes: number;
  /** Stacks stand side by side, axes under each other. */
  readonly isNarrow: boolean;
  readonly isProjector: boolean;
}

export interface OverheadGrid {
  readonly width: number;
  readonly height: number;
  /** Multiplies sizes of type and stroke. */
  readonly s: number;
  readonly minSize: number;
  readonly isNarrow: boolean;
  /** Largest miniature; height 0: no room for one. */
  readonly mini: { readonly w: number; readonly h: number };
  /** Of each stack: where its miniature and its title go. */
  readonly stands: readonly { readonly mini: Box; readonly title: Box }[];
  /** Of each axis: what names it; `inside`: at the top of its cells. */
  readonly heads: readonly Box[];
  /** By stack, then by axis: the marks' room. */
  readonly cells: readonly (readonly Box[])[];
  /** What parts one stack's cells from the next one's, or one axis's. */
  readonly rules: readonly (readonly [number, number, number, number])[];
  /** Baseline of the ticks' labels; null: no room. */
  readonly ticksY: number | null;
  readonly legend: Box | null;
}

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

const indices = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

function scaleOf({ widthPx, heightPx, isProjector, isNarrow }: GridOptions): number {
  const fit = Math.min(widthPx / 1440, heightPx / 690);
  if (isProjector) return clamp(fit * 1.5, 1, 3);
  return isNarrow ? 1 : clamp(1 + (fit - 1) * 0.5, 1, 1.5);
}

/** Rows that get less than this do without a legend, px. */
const ENOUGH = 62;

function wideGrid(o: GridOptions, s: number, minSize: number): OverheadGrid {
  const { widthPx: width, heightPx: height } = o;
  const margin = width < 1000 ? 20 : 36;
  const left = clamp(width * 0.16, 170, 260 * s);
  const mini = { w: (width >= 1200 * s ? 78 : 44) * s, h: 0 };
  const gap = 16 * s;
  const x = margin + left;
  const w = Math.max(20, (width - margin - x - gap * (o.axes - 1)) / Math.max(1, o.axes));
  const top = 46 * s;
  const ticks = minSize + 12 * s;
  const legendH = 30 * s;
  const count = Math.max(1, o.stacks);
  const space = height - top - ticks - 4;
  const hasLegend = (space - legendH) / count >= ENOUGH * s;
  const rowH = Math.min((space - (hasLegend ? legendH : 0)) / count, 230 * s);
  const bottom = top + rowH * count;
  const columnX = (at: number): number => x + at * (w + gap);
  return {
    ...{ width, height, s, minSize, isNarrow: false },
    mini: { ...mini, h: clamp(rowH - 16 * s, 12, 96 * s) },
    stands: indices(o.stacks).map((at) => {
      const y = top + at * rowH;
      const titleX = margin + mini.w + 18 * s;
      return {
        mini: { x: margin, y, w: mini.w, h: rowH },
        title: { x: titleX, y, w: x - titleX - 14 * s, h: rowH },
      };
    }),
    heads: indices(o.axes).map((at) => ({ x: columnX(at), y: 4, w, h: top - 8 })),
    cells: indices(o.stacks).map((row) =>
      indices(o.axes).map((at) => ({ x: columnX(at), y: top + row * rowH, w, h: rowH })),
    ),
    rules: indices(o.stacks)
      .slice(1)
      .map((at) => [margin, top + at * rowH, width - margin, top + at * rowH] as const),
    ticksY: bottom + minSize + 6 * s,
    legend: hasLegend ? { x, y: bottom + ticks, w: width - margin - x, h: legendH } : null,
  };
}

function narrowGrid(o: GridOptions, minSize: number): OverheadGrid {
  const { widthPx: width, heightPx: height } = o;
  const margin = width < 480 ? 14 : 20;
  const isLow = height < 300;
  const top = isLow ? minSize + 10 : 58;
  const legendH = 46;
  const axes = Math.max(1, o.axes);
  const space = height - top - 6;
  const hasLegend = (space - legendH) / axes >= ENOUGH;
  const rowH = Math.min((space - (hasLegend ? legendH : 0)) / axes, axes > 2 ? 150 : 240);
  const isBeside = width >= 480 || rowH < 34;
  const label = isBeside ? Math.min(128, width * 0.36) : 0;
  const count = Math.max(1, o.stacks);
  const gap = 14;
  const x = margin + label;
  const w = (width - margin - x - gap * (count - 1)) / count;
  const head = isBeside ? 0 : minSize + 7;
  const mini = isLow ? { w: 0, h: 0 } : { w: Math.min(56, w * 0.3), h: top - 12 };
  return {
    ...{ width, height, s: 1, minSize, isNarrow: true, mini },
    stands: indices(o.stacks).map((at) => {
      const left = x + at * (w + gap);
      const titleX = left + (isLow ? 0 : mini.w + 12);
      return {
        mini: { x: left + 4, y: 2, w: mini.w, h: top - 8 },
        title: { x: titleX, y: 2, w: left + w - titleX, h: top - 6 },
      };
    }),
    heads: indices(o.axes).map((at) => {
      const y = top + at * rowH;
      if (isBeside) return { x: margin, y, w: label - 10, h: rowH };
      return { x: margin, y: y + 3, w: width - 2 * margin, h: head };
    }),
    cells: indices(o.stacks).map((row) =>
      indices(o.axes).map((at) => ({
        x: x + row * (w + gap),
        y: top + at * rowH + head,
        w,
        h: rowH - head - (head > 0 ? 2 : 0),
      })),
    ),
    rules: indices(axes).map(
      (at) => [margin, top + at * rowH, width - margin, top + at * rowH] as const,
    ),
    ticksY: null,
    legend: hasLegend
      ? { x: margin, y: top + rowH * axes + 8, w: width - 2 * margin, h: legendH }
      : null,
  };
}

/** @returns the geometry at one size */
export function overheadGrid(o: GridOptions): OverheadGrid {
  const s = scaleOf(o);
  const minSize = o.isProjector ? Math.max(12, 13.34 * s) : 12;
  return o.isNarrow ? narrowGrid(o, minSize) : wideGrid(o, s, minSize);
}
