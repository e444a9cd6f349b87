/**
 * Where an arrow key leads from a layer: up to what stands on it, down to what it stands on or is
 * wrapped by, sideways to its neighbours. First by the tree, then by where the boxes lie. Pure.
 */
import type { Box } from '../../layout/box.ts';
import type { LayerPath } from '../../model/stack.ts';

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

export interface Placed {
  readonly box: Box | null;
  readonly parent: LayerPath | null;
  readonly children: readonly LayerPath[];
}

/** Boxes that share less than this are not above or beside one another, px. */
const MIN_SHARED_PX = 1;

/** @returns null where nothing lies in that direction. */
export function neighbour(
  layers: ReadonlyMap<LayerPath, Placed>,
  from: LayerPath,
  direction: Direction,
): LayerPath | null {
  const here = layers.get(from);
  if (!here) return null;
  const shown = [...layers].filter(([, layer]) => layer.box !== null).map(([path]) => path);
  if (direction === 'first') return shown[0] ?? null;
  if (direction === 'last') return shown.at(-1) ?? null;
  if (direction === 'up') return shownChild(layers, here) ?? nearest(layers, from, direction);
  if (direction === 'down') {
    const under = nearest(layers, from, direction, here.parent);
    return under ?? shownParent(layers, here) ?? nearest(layers, from, direction);
  }
  return nearest(layers, from, direction);
}

function shownChild(layers: ReadonlyMap<LayerPath, Placed>, layer: Placed): LayerPath | null {
  for (const path of layer.children) {
    const child = layers.get(path);
    if (child?.box) return path;
    const below = child ? shownChild(layers, child) : null;
    if (below !== null) return below;
  }
  return null;
}

function shownParent(layers: ReadonlyMap<LayerPath, Placed>, layer: Placed): LayerPath | null {
  if (layer.parent === null) return null;
  const parent = layers.get(layer.parent);
  if (!parent) return null;
  return parent.box ? layer.parent : shownParent(layers, parent);
}

/**
 * The box whose centre lies nearest in that direction; boxes around or inside this one do not count.
 * @param within only among what has this parent
 */
function nearest(
  layers: ReadonlyMap<LayerPath, Placed>,
  from: LayerPath,
  direction: 'up' | 'down' | 'left' | 'right',
  within?: LayerPath | null,
): LayerPath | null {
  const box = layers.get(from)?.box;
  if (!box) return null;
  let best: LayerPath | null = null;
  let bestCost = Infinity;
  for (const [path, { box: other, parent }] of layers) {
    if (within !== undefined && parent !== within) continue;
    if (!other || path === from || contains(other, box) || contains(box, other)) continue;
    const cost = costOf(box, other, direction);
    if (cost < bestCost) {
      best = path;
      bestCost = cost;
    }
  }
  return best;
}

function costOf(from: Box, to: Box, direction: 'up' | 'down' | 'left' | 'right'): number {
  const dx = to.x + to.w / 2 - (from.x + from.w / 2);
  const dy = to.y + to.h / 2 - (from.y + from.h / 2);
  const sideways = direction === 'left' || direction === 'right';
  const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
  const shared = sideways
    ? Math.min(from.y + from.h, to.y + to.h) - Math.max(from.y, to.y)
    : Math.min(from.x + from.w, to.x + to.w) - Math.max(from.x, to.x);
  if (along <= 0 || shared < MIN_SHARED_PX) return Infinity;
  // What lies level comes first; among those the nearest.
  return along + 2 * Math.abs(sideways ? dy : dx);
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x + 0.5 &&
    outer.y <= inner.y + 0.5 &&
    outer.x + outer.w >= inner.x + inner.w - 0.5 &&
    outer.y + outer.h >= inner.y + inner.h - 0.5
  );
}
