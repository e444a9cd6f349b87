/**
 * A stack made small: the layers of the Structure lens with their keys, so that they travel here from there.
 */
import type { Box } from '../../layout/box.ts';
import { layoutStack, type PlacedLayer } from '../../layout/stack-layout.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import type { Item } from '../display-list.ts';
import { Z, zAt } from '../structure/depth.ts';
import { lookOf, radiusOf } from '../structure/looks.ts';

/** Width at which a stack is laid out before it is made small, px. */
export const NOMINAL_WIDTH = 330;
/** Instances drawn one by one in a miniature. */
const MOST_INSTANCES = 6;

/** @returns a stack at its nominal width, its top at 0 */
export function layNominal(stack: ResolvedStack): readonly PlacedLayer[] {
  return layoutStack(stack, {
    widthPx: NOMINAL_WIDTH,
    unit: 1,
    crowdBelowPx: 14,
    mostInstances: MOST_INSTANCES,
  }).placed;
}

/** Items of one layer; `ghost`: it has not started. */
export function miniLayerItems(
  { layer, box, depth, crowd }: PlacedLayer,
  ghost: boolean,
): readonly Item[] {
  const base = { key: layer.path, owner: layer.path, layer: true, ...(ghost ? { ghost } : {}) };
  if (layer.kind === 'fence' && crowd === undefined) {
    // Under what it wraps, so that its tint hides nothing.
    return [{ t: 'fence', ...base, z: zAt(depth, Z.tint), box, foot: 0 }];
  }
  if (layer.kind === 'wall' && crowd === undefined) {
    const thickness = Math.max(1.5, Math.min(2.5, box.w / 8));
    return [{ t: 'wall', ...base, z: zAt(depth, Z.wall), box, thickness, leg: 2 }];
  }
  const slab = layer.kind === 'kernel' || layer.kind === 'hypervisor' || layer.kind === 'hardware';
  const inside = layer.relation === 'inside';
  const partition = layer.kind === 'control-domain';
  const z = inside ? Z.strip : partition ? Z.tint : slab ? Z.slab : Z.program;
  const radius = Math.min(radiusOf(layer) / 2, 3, box.w / 4, box.h / 4);
  return [{ t: 'box', ...base, z: zAt(depth, z), box, look: lookOf(layer), radius }];
}

/** @returns a layer of the nominal stack in the miniature at `at`; `tallest`: height of the nominal stack */
export function shrink(
  placed: PlacedLayer,
  at: Box,
  sx: number,
  sy: number,
  tallest: number,
): PlacedLayer {
  const { box } = placed;
  const floor = at.y + at.h;
  return {
    ...placed,
    box: { x: at.x + box.x * sx, y: floor - (tallest - box.y) * sy, w: box.w * sx, h: box.h * sy },
  };
}
