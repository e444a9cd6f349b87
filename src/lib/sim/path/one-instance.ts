/** A stack with one of its instances: a path goes through one, and the others would hide it. */
import { walkLayers, type Layer, type LayerPath, type ResolvedStack } from '../../model/stack.ts';

/**
 * @param app path of the app that is kept
 * @returns the stack with the instance that holds the app alone
 */
export function oneInstance(stack: ResolvedStack, app: LayerPath): ResolvedStack {
  const kept = (layer: Layer): boolean =>
    layer.instance === undefined || layer.path === app || app.startsWith(`${layer.path}/`);
  const copy = (layer: Layer): Layer => {
    const { instance, ...rest } = layer;
    return {
      ...rest,
      ...(instance === undefined ? {} : { instance: { ...instance, index: 0, count: 1 } }),
      inside: layer.inside.filter(kept).map(copy),
      wraps: layer.wraps.filter(kept).map(copy),
      carries: layer.carries.filter(kept).map(copy),
    };
  };
  const ground = copy(stack.ground);
  const paths = new Set([...walkLayers(ground)].map(([layer]) => layer.path));
  return {
    ...{ ...stack, ground },
    order: stack.order.filter((path) => paths.has(path)),
    groups: stack.groups
      .filter(({ parent }) => paths.has(parent))
      .map((group) => ({ ...group, count: 1, expanded: 1 })),
  };
}
