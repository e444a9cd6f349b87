/**
 * What stacks get of a wall of 1080 lines. Several share its width; one alone takes as much of it as reads
 * from the last row, and larger type with it. A frame on somebody's page does without this.
 */
import type { LayerKind } from '../../model/kinds.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { Item } from '../display-list.ts';
import { SIDE_AIR } from './labels.ts';
import { sizesFor, type Sizes } from './sizes.ts';
import { stackItems, type StackItemsInput } from './stack-items.ts';

/** Below this many times the width that stacks need at the usual sizes, names on a wall need the margins. */
const TIGHT = 1.8;
/** 0.48 of a wall of 16:9 and 1080 lines; on a wall of any shape names need as much as there. */
const WIDEST_PX = 920;
const WIDEST_SHARE = 0.48;
/** Of several, each gets as wide as there is room: nobody sits close to it. */
const STRETCH = 3;
/** One alone: flatter than this, or over more of the wall, it reads no better. */
const ALONE = { flattest: 2, share: 0.62, unit: 4, grow: 1.18 } as const;

/** How far a knock-out reaches to each side of a letter, as a share of its size. */
const KNOCK_OUT = 0.18;

/**
 * @param widthPx of the picture, as its height in lines of the wall
 * @param need sum of the narrowest useful widths of the stacks and the gaps between them, px
 * @param count how many stacks
 */
export function wallSizes(widthPx: number, heightPx: number, need: number, count: number): Sizes {
  const usual = sizesFor('projector', widthPx, heightPx, need);
  if (count === 1) return sizesAlone(widthPx, heightPx, usual);
  const isTight = widthPx < need * TIGHT;
  return {
    ...usual,
    ...(isTight && { leftPx: 60, rightPx: 60, gapPx: 48 }),
    wide: {
      columns: { widestPx: Math.max(WIDEST_PX, widthPx * WIDEST_SHARE), stretch: STRETCH },
      // What an OS runs is the same everywhere: no leader is spent on it.
      airOf: (kind) => (kind === 'userland' ? SIDE_AIR : airWithKnockOut(kind, usual)),
    },
  };
}

function sizesAlone(widthPx: number, heightPx: number, usual: Sizes): Sizes {
  const { flattest, share, unit, grow } = ALONE;
  const up = (px: number): number => Math.round(px * grow);
  const { namePx, detailPx, kernelPx, iconPx } = usual;
  const fitting = Math.min((heightPx - usual.belowPx) * flattest, widthPx * share);
  return {
    ...usual,
    namedReadouts: false,
    ...{ namePx: up(namePx), detailPx: up(detailPx), kernelPx: up(kernelPx), iconPx: up(iconPx) },
    wide: {
      columns: {
        widestPx: Math.max(WIDEST_PX, fitting),
        stretch: Infinity,

        largestUnit: unit,
      },
      airOf: (kind) => airWithKnockOut(kind, usual),
    },
  };
}

/** On a wall it is seen that the knock-out of a name covers its box's edges. */
function airWithKnockOut(kind: LayerKind, { minPx }: Sizes): number {
  return kind === 'kernel' || kind === 'app' ? SIDE_AIR : minPx * KNOCK_OUT * 2;
}

/**
 * @param input how a stack was drawn
 * @param named paths whose names stand in the picture
 * @returns names that cover the edges of their boxes, where there is no better place: that is better than none
 */
export function tightNames(input: StackItemsInput, named: ReadonlySet<LayerPath>): readonly Item[] {
  const { wide, ...sizes } = input.sizes;
  if (wide === undefined) return [];
  return stackItems({ ...input, sizes }).filter(
    ({ key, owner }) => /#(?:label|icon)/.test(key) && owner !== undefined && !named.has(owner),
  );
}
