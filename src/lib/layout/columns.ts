/** Columns of the Structure lens: stacks side by side on one ground line, at one scale. */
import type { Layer, ResolvedStack } from '../model/stack.ts';
import {
  layoutStack,
  stackHeight,
  stackMinWidth,
  type Heads,
  type StackLayout,
} from './stack-layout.ts';
import type { Tight } from './tight.ts';

export interface ColumnsInput {
  readonly stacks: readonly ResolvedStack[];
  readonly widthPx: number;
  /** Room left of the first stack; the privilege rail stands in it. */
  readonly leftPx: number;
  readonly rightPx: number;
  readonly gapPx: number;
  readonly groundY: number;
  readonly wallPx: number;
  readonly hidden: (layer: Layer) => boolean;
  /** Lowest y at which column `index`, of width `widthPx`, may start to draw. */
  readonly topOf: (index: number, widthPx: number) => number;
  /** Widest a single stack gets, px. */
  readonly widestPx: number;
  readonly mostInstances: number;
  /** Of column `index`. */
  readonly headsOf?: (index: number) => Heads;
  /** How too little width is shared out; absent: in proportion. */
  readonly tight?: Tight;
  /** Narrowest that column `index` gets, px: what is written under it needs room; default 210. */
  readonly narrowestOf?: (index: number) => number;
  /** How many times its narrowest width a stack may get; default 2.2. */
  readonly stretch?: number;
  /** Most that nominal heights are multiplied by; default 1.6. */
  readonly largestUnit?: number;
}

export interface Column {
  readonly stack: ResolvedStack;
  readonly x: number;
  readonly w: number;
  readonly layout: StackLayout;
  /** Top of the drawing, px. */
  readonly topY: number;
}

/** A title and a readout need this much, px. */
const NARROWEST_COLUMN = 210;
/** At this share of its narrowest width even a stack of many parts has room for its labels. */
const AMPLE = 1.5;
const LARGEST_UNIT = 1.6;
/** A frame of any height shows whole stacks; what gets too low for a label loses its label. */
const SMALLEST_UNIT = 0.08;

/** Shares the width out by content and finds the one unit at which every stack fits its height. */
export function layoutColumns(input: ColumnsInput): {
  readonly columns: readonly Column[];
  readonly unit: number;
} {
  const frames = columnFrames(input);
  const unit = commonUnit(input, frames);
  const columns = frames.map(({ stack, x, w }, index) => {
    const layout = layoutStack(stack, {
      widthPx: w,
      unit,
      wallPx: input.wallPx,
      hidden: input.hidden,
      mostInstances: input.mostInstances,
      heads: input.headsOf?.(index),
      tight: input.tight,
    });
    return { stack, x, w, layout, topY: input.groundY - layout.heightPx };
  });
  return { columns, unit };
}

interface Frame {
  readonly stack: ResolvedStack;
  readonly x: number;
  readonly w: number;
}

function columnFrames(input: ColumnsInput): readonly Frame[] {
  const count = input.stacks.length;
  const room = input.widthPx - input.leftPx - input.rightPx - input.gapPx * Math.max(0, count - 1);
  const mins = input.stacks.map((stack, index) =>
    Math.max(NARROWEST_COLUMN, input.narrowestOf?.(index) ?? 0, stackMinWidth(stack, input.wallPx)),
  );
  const need = mins.reduce((sum, min) => sum + min, 0);
  // Wider than three times its need a stack is only empty; then the columns are set in the middle.
  const widest = Math.max(input.widestPx * count, need * AMPLE);
  const total = Math.max(0, Math.min(room, need * (input.stretch ?? 2.2), widest));
  let x = input.leftPx + (count === 1 ? (room - total) / 2 : 0);
  const spread = count > 1 ? input.gapPx + (room - total) / (count - 1) : 0;
  const shares =
    (total < need && input.tight?.columns(input.stacks, mins, total, input.wallPx)) ||
    mins.map((min) => (total * min) / need);
  return input.stacks.map((stack, index) => {
    const w = shares[index] ?? 0;
    const frame = { stack, x, w };
    x += w + Math.min(spread, input.gapPx * 3);
    return frame;
  });
}

function commonUnit(input: ColumnsInput, frames: readonly Frame[]): number {
  const units = frames.map(({ stack, w }, index) => {
    const room = input.groundY - input.topOf(index, w);
    return room / Math.max(1, stackHeight(stack, input.hidden, input.headsOf?.(index)));
  });
  return Math.max(SMALLEST_UNIT, Math.min(input.largestUnit ?? LARGEST_UNIT, ...units));
}
