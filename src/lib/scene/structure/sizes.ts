/** Sizes of type and room per shell, from the design tokens; px. */
import { layoutColumns, type ColumnsInput } from '../../layout/columns.ts';
import { STRIP_HEIGHT, WALL_HEADER } from '../../layout/nominal.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { Shell } from '../lens.ts';

export interface Sizes {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly gapPx: number;
  /** Room below the ground line for the readout. */
  readonly belowPx: number;
  readonly wallPx: number;
  readonly titlePx: number;
  readonly titles: boolean;
  readonly badges: boolean;
  readonly claims: boolean;
  readonly rails: boolean;
  readonly annotations: boolean;
  readonly namePx: number;
  readonly detailPx: number;
  readonly kernelPx: number;
  readonly readoutPx: number;
  readonly readoutNotePx: number;
  readonly claimPx: number;
  readonly notePx: number;
  /** Smallest text allowed. */
  readonly minPx: number;
  readonly iconPx: number;
  /** What stands under a layer's name. */
  readonly details: boolean;
  /** The readout says which stack it counts: nothing above the stack does. */
  readonly namedReadouts: boolean;
  /** Pips have teeth, as the kernels they stand for. */
  readonly toothedPips: boolean;
  /** A line that marks a box runs around it within this: names on leaders stand above that. */
  readonly markPx: number;
  /** How wide and tall stacks get on a wall; absent: as everywhere. */
  readonly wide?: WideSizes;
}

export interface WideSizes {
  readonly columns: Pick<ColumnsInput, 'widestPx' | 'stretch' | 'largestUnit'>;
  /** On both sides of a name together, px. */
  readonly airOf: (kind: LayerKind) => number;
}

/** Room that the annotations need above the fences, px. */
export const ANNOTATION_PX = 66;

const LARGEST_GROWTH = 1.22;

const EXPLORE: Sizes = {
  leftPx: 42,
  rightPx: 20,
  gapPx: 36,
  belowPx: 100,
  wallPx: 7,
  titlePx: 16.5,
  titles: true,
  badges: true,
  claims: true,
  rails: true,
  annotations: true,
  namePx: 13,
  detailPx: 12,
  kernelPx: 16,
  readoutPx: 19,
  readoutNotePx: 14,
  claimPx: 15,
  notePx: 14,
  minPx: 12,
  iconPx: 18,
  details: true,
  namedReadouts: false,
  toothedPips: false,
  markPx: 8,
};

const SIZES: Readonly<Record<Shell, Sizes>> = {
  explore: EXPLORE,
  embed: {
    ...EXPLORE,
    leftPx: 20,
    rightPx: 20,
    gapPx: 34,
    belowPx: 40,
    wallPx: 7,
    titlePx: 15,
    badges: false,
    claims: false,
    rails: false,
    annotations: false,
    namePx: 12.5,
    kernelPx: 14,
    readoutPx: 15,
    // Nothing is marked in a frame, and its room is scarce.
    markPx: 5,
  },
  mobile: {
    ...EXPLORE,
    leftPx: 18,
    rightPx: 18,
    gapPx: 24,
    belowPx: 44,
    wallPx: 7,
    titles: false,
    badges: false,
    claims: false,
    rails: false,
    readoutPx: 16,
  },
  projector: {
    ...EXPLORE,
    leftPx: 84,
    rightPx: 84,
    gapPx: 84,
    belowPx: 140,
    wallPx: 20,
    titles: false,
    badges: false,
    claims: false,
    rails: false,
    annotations: false,
    namePx: 34,
    detailPx: 32,
    kernelPx: 47,
    readoutPx: 47,
    readoutNotePx: 34,
    minPx: 32,
    iconPx: 40,
    details: false,
    namedReadouts: true,
    toothedPips: true,
    markPx: 14,
  },
};

/**
 * Sizes for a shell. Where the stage has more room than the stacks need, type grows with the drawing.
 * Where it has less, rails and gaps give way to the boxes, on a low stage notes do.
 * @param need sum of the narrowest useful widths of the stacks and the gaps between them, px
 */
export function sizesFor(shell: Shell, widthPx: number, heightPx: number, need: number): Sizes {
  const sizes = tightened(SIZES[shell], shell, widthPx / Math.max(need, 1), heightPx);
  const grow = Math.min(LARGEST_GROWTH, widthPx / 1200, widthPx / Math.max(need, 1));
  if (shell !== 'explore' || grow <= 1) return sizes;
  const up = (px: number) => Math.round(px * grow * 2) / 2;
  return {
    ...sizes,
    titlePx: up(sizes.titlePx),
    namePx: up(sizes.namePx),
    detailPx: up(sizes.detailPx),
    kernelPx: up(sizes.kernelPx),
    readoutPx: up(sizes.readoutPx),
    readoutNotePx: up(sizes.readoutNotePx),
    claimPx: up(sizes.claimPx),
    notePx: up(sizes.notePx),
    belowPx: up(sizes.belowPx),
    gapPx: up(sizes.gapPx),
  };
}

/** Below this share of the width needed, the boxes' names need the room of the rails. */
const TIGHT = 0.75;
/** A stage lower than this has no room for notes above and below the drawing, px. */
const LOW_PX = 430;

/** Lower than this a frame shows the drawing alone: its page says the count in words, px. */
const LOW_FRAME_PX = 230;

/** A lone stack is named by the frame around it; of several, only the picture can say which is which. */
export function named(sizes: Sizes, shell: Shell, count: number): Sizes {
  return { ...sizes, titles: SIZES[shell].titles && (sizes.titles || count > 1) };
}

function tightened(sizes: Sizes, shell: Shell, share: number, heightPx: number): Sizes {
  const bare = shell === 'embed' || shell === 'mobile';
  if (bare && heightPx < LOW_FRAME_PX) {
    return { ...sizes, titles: false, annotations: false, belowPx: 16 };
  }
  if (shell !== 'explore') return sizes;
  const narrow = share < TIGHT ? { rails: false, leftPx: 20, rightPx: 16, gapPx: 22 } : {};
  const low = heightPx < LOW_PX ? { annotations: false, belowPx: 52 } : {};
  return { ...sizes, ...narrow, ...low };
}

const MOST_STRETCH = 2.6;

/** Columns with the boundaries stretched as far as their names need it. */
export function namedColumns(
  input: ColumnsInput,
  sizes: Sizes,
): ReturnType<typeof layoutColumns> & { readonly stretch: number } {
  const plain = layoutColumns(input);
  const stretch = boundaryStretch(plain.unit, sizes);
  if (stretch === 1) return { ...plain, stretch };
  const headsOf = (index: number) => ({ ...input.headsOf?.(index), stretch });
  return { ...layoutColumns({ ...input, headsOf }), stretch };
}

/** A name is a line and a half; in a strip the feet of walls take a third. What is gained makes all else lower. */
function boundaryStretch(unit: number, { namePx, wallPx }: Sizes): number {
  const header = namePx * 1.25 + wallPx;
  const strip = (namePx * 1.18 + 4) * 1.5;
  const least = Math.max(header / (WALL_HEADER * unit), strip / (STRIP_HEIGHT * unit));
  return least <= 1 ? 1 : Math.min(MOST_STRETCH, least * 1.06);
}
