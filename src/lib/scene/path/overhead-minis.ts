/** Miniatures of stacks beside what was measured of them: layers keep their keys, and travel here. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { lineItem, Z } from '../boot-ink.ts';
import type { Item } from '../display-list.ts';
import { layNominal, miniLayerItems, NOMINAL_WIDTH, shrink } from '../drawn/mini.ts';

/** Where a miniature stands. */
export interface MiniStand {
  readonly stack: ResolvedStack;
  /** Of what belongs to the stand itself. */
  readonly key: string;
  readonly x: number;
  /** @returns y of the floor of a miniature that is that high, px */
  floorY(heightPx: number): number;
}

export interface OverheadMini {
  readonly placed: readonly PlacedLayer[];
  readonly ground: Item;
}

/** Height per width of a layer, at most: a miniature is not drawn out. */
const STEEPEST = 0.9;

/**
 * One scale for all, so that a slab is as high in one stack as in the next.
 * @param most width of each, and the height of the tallest, px
 * @param overPx how far the ground reaches beyond it on both sides
 */
export function standMinis(
  stands: readonly MiniStand[],
  most: { readonly w: number; readonly h: number },
  overPx: number,
): readonly OverheadMini[] {
  const laid = stands.map(({ stack }) => layNominal(stack));
  const floors = laid.map((placed) => Math.max(...placed.map(({ box }) => box.y + box.h), 1));
  const sx = most.w / NOMINAL_WIDTH;
  const sy = Math.min(sx * STEEPEST, most.h / Math.max(...floors, 1));
  return stands.map(({ x, key, floorY }, index) => {
    const tallest = floors[index] ?? 1;
    const h = tallest * sy;
    const bottom = floorY(h);
    const at = { x, y: bottom - h, w: most.w, h };
    const points = [
      [x - overPx, bottom],
      [x + most.w + overPx, bottom],
    ] as const;
    return {
      placed: (laid[index] ?? []).map((item) => shrink(item, at, sx, sy, tallest)),
      ground: lineItem(`${key}/ground`, points, 'ground', 1.6, Z.grid),
    };
  });
}

export function miniItems({ placed, ground }: OverheadMini): readonly Item[] {
  return [...placed.flatMap((layer) => miniLayerItems(layer, false)), ground];
}
