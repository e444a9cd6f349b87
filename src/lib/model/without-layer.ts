/** A stack that lacks a layer, for who is asked where it belongs. */
import type { Layer, LayerPath, ResolvedStack } from './stack.ts';

/**
 * @returns the stack without the layer at `path`: what stood on it or in it stands where it was, and
 *   neither claim nor note tell of it. The same stack where there is no such layer; never throws.
 */
export function withoutLayer(stack: ResolvedStack, path: LayerPath): ResolvedStack {
  if (!stack.order.includes(path) || stack.ground.path === path) return stack;
  const kept = (layers: readonly Layer[]): readonly Layer[] =>
    layers.flatMap((layer) =>
      layer.path === path ? kept([...layer.wraps, ...layer.carries]) : [visit(layer)],
    );
  const visit = (layer: Layer): Layer => ({
    ...layer,
    inside: kept(layer.inside),
    wraps: kept(layer.wraps),
    carries: kept(layer.carries),
  });
  const { readoutNote: _note, ...rest } = stack;
  const ground = visit(stack.ground);
  const order = stack.order.filter((one) => one !== path);
  return { ...rest, claim: '', note: '', ground, order };
}
