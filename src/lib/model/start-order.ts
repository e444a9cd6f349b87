/**
 * In which order the layers of a stack start. Causes come first: what a layer stands on, the boundary
 * around it, its kernel's strips, and among neighbours those that set the others up.
 */
import type { Layer, LayerPath } from './stack.ts';

/** @returns every path of the tree, once, what a layer needs before the layer itself. */
export function startOrder(ground: Layer): LayerPath[] {
  const order: LayerPath[] = [];
  const visit = (layer: Layer): void => {
    order.push(layer.path);
    for (const strip of layer.inside) visit(strip);
    for (const child of byCause(layer.wraps)) visit(child);
    for (const child of byCause(layer.carries)) visit(child);
  };
  visit(ground);
  return order;
}

/** Neighbours on one floor in the order of their causes; equals keep their place, left to right. */
function byCause(layers: readonly Layer[]): Layer[] {
  return layers.toSorted((a, b) => causeRank(a) - causeRank(b));
}

function causeRank(layer: Layer): number {
  // A control domain drives the devices that its neighbours use; the toolstack in it makes the walls.
  if (layer.kind === 'control-domain') return 0;
  // runc and the jailer prepare a place and then become what runs in it.
  if (layer.relation === 'transient') return 1;
  // An engine or a VMM comes before the fences and walls it asks for.
  if (layer.relation === 'beside') return 3;
  if (layer.kind === 'fence' || layer.kind === 'wall') return 4;
  return 2;
}
