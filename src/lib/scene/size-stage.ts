/** What the parts of one Size picture share: what is known, and where the two halves lie. */
import type { Box } from '../layout/box.ts';
import type { ResolvedStack } from '../model/stack.ts';
import type { SizeShelf } from '../model/size-data.ts';
import type { Words } from '../model/words.ts';
import type { SizeWords } from '../model/words-size.ts';
import { diskState, type DiskState } from '../sim/size-disk.ts';
import {
  fillOf,
  memoryState,
  untilFull,
  type MemoryFill,
  type MemoryState,
} from '../sim/size-memory.ts';
import type { LensInput } from './lens.ts';

export type SizeInput = LensInput<Words & { readonly size: SizeWords }> & {
  readonly sizes: SizeShelf;
};

/** One stack with what is known of it. */
export interface SizedStack {
  readonly stack: ResolvedStack;
  /** A, B, C… */
  readonly letter: string;
  readonly disk: DiskState | null;
  readonly memory: MemoryState | null;
  readonly fill: MemoryFill;
}

export interface SizeType {
  readonly title: number;
  readonly name: number;
  readonly small: number;
  readonly big: number;
}

export interface SizeStage {
  readonly input: SizeInput;
  readonly words: SizeWords;
  readonly stacks: readonly SizedStack[];
  /** Instances that are asked for of each stack. */
  readonly n: number;
  readonly type: SizeType;
  /** null: that half is not shown. */
  readonly disk: Box | null;
  readonly memory: Box | null;
  readonly legend: Box;
}

const NOTHING: MemoryFill = { there: 0, left: 0, usedMb: 0, share: 0 };
/** On a stage that is this narrow and no wider than high the halves lie one under the other, px. */
const NARROW_BELOW_PX = 820;

function isTall({ widthPx, heightPx }: SizeInput): boolean {
  return widthPx < NARROW_BELOW_PX && widthPx < heightPx * 1.1;
}

export function sizeStage(input: SizeInput): SizeStage {
  const known = {
    figures: input.figures,
    assumptions: input.sizes.assumptions,
    settings: input.scene.size,
  };
  const found = input.stacks.map((stack) => {
    const sizes = input.sizes.stacks.get(stack.id);
    return { disk: diskState(sizes, known), memory: memoryState(sizes, stack.variant, known) };
  });
  const n = input.scene.n ?? untilFull(found.map(({ memory }) => memory));
  const stacks = input.stacks.map((stack, at): SizedStack => {
    const { disk = null, memory = null } = found[at] ?? {};
    return {
      stack,
      letter: String.fromCharCode(65 + input.firstIndex + at),
      disk,
      memory,
      fill: memory === null ? NOTHING : fillOf(memory, n),
    };
  });
  return {
    input,
    words: input.words.size,
    stacks,
    n,
    type: typeOf(input),
    ...halves(input, found),
  };
}

function typeOf({ shell }: SizeInput): SizeType {
  if (shell === 'projector') return { title: 34, name: 32, small: 32, big: 44 };
  if (shell === 'mobile') return { title: 15, name: 13, small: 12, big: 18 };
  return { title: 16.5, name: 13.5, small: 12.5, big: 21 };
}

const LEGEND_PX = 30;
/** A frame lower than this has no room for a legend, px: the full view has one. */
const LOW_PX = 262;
/** Lowest half in which numbers have room beside what is drawn, px: under each other, and side by side. */
const LEAST_HALF_PX = { under: 165, beside: 185 };

/** Narrowest pair of halves beside each other in which their names have room, px. */
const LEAST_PAIR_PX = 450;

/** @param found where one half alone has room, it is the one that is known */
function halves(
  input: SizeInput,
  found: readonly { readonly memory: MemoryState | null }[],
): Pick<SizeStage, 'disk' | 'memory' | 'legend'> {
  const { widthPx, heightPx, shell } = input;
  const { view: asked } = input.scene.size;
  const margin = shell === 'mobile' ? 14 : Math.min(44, widthPx * 0.04);
  const isLow = shell !== 'explore' && heightPx < LOW_PX;
  const legendH = isLow ? 0 : widthPx < NARROW_BELOW_PX ? LEGEND_PX * 2 : LEGEND_PX;
  const whole = {
    x: margin,
    y: 10,
    w: Math.max(40, widthPx - 2 * margin),
    h: Math.max(60, heightPx - legendH - 18),
  };
  const legend = { x: margin, y: heightPx - legendH - 4, w: whole.w, h: legendH };
  const isUnder = isTall(input);
  const isTooSmall = isUnder
    ? (whole.h - 14) / 2 < LEAST_HALF_PX.under
    : whole.h < LEAST_HALF_PX.beside || whole.w < LEAST_PAIR_PX;
  const one = found.some(({ memory }) => memory !== null) ? 'memory' : 'disk';
  const view = asked === 'both' && shell !== 'explore' && isTooSmall ? one : asked;
  if (view === 'disk') return { disk: whole, memory: null, legend };
  if (view === 'memory') return { disk: null, memory: whole, legend };
  if (isUnder) {
    const h = (whole.h - 14) / 2;
    const memory = { ...whole, y: whole.y + h + 14, h };
    return { disk: { ...whole, h }, memory, legend };
  }
  const w = (whole.w - 48) / 2;
  return { disk: { ...whole, w }, memory: { ...whole, x: whole.x + w + 48, w }, legend };
}
