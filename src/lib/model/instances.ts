/** How the instances of a repeated layer differ: words and missing layers per instance, taken in turn. */
import { isBoundary } from './kinds.ts';
import type { LayerWords } from './schema.ts';
import type { LayerNode } from './stack-file.ts';

type Patches = Readonly<Record<string, LayerWords>>;

/**
 * @param index - 0-based
 * @returns the layer as its `index`-th instance: numbered id, `{n}` filled in, its own words.
 */
export function instanceNode(node: LayerNode, index: number): LayerNode {
  const { repeat } = node;
  if (repeat === undefined) return node;
  const each = repeat.each;
  const { layers = {}, without = [], ...words } = each?.[index % each.length] ?? {};
  const own = { ...node, ...words };
  const inner = isBoundary(node.kind) ? patchChildren(own, '', layers, without) : own;
  const numbered = (text: string) => text.replaceAll('{n}', String(index + 1));
  return {
    ...inner,
    id: `${repeat.prefix}${index + 1}`,
    name: numbered(inner.name),
    ...(inner.short === undefined ? {} : { short: numbered(inner.short) }),
  };
}

/** @returns the keys that `layers` of an instance may have: ids below the boundary, `boundary/id` deeper down. */
export function patchableKeys(node: LayerNode, prefix = ''): string[] {
  return [...node.inside, ...node.wraps, ...node.carries].flatMap((child) => {
    const key = prefix + child.id;
    return [key, ...patchableKeys(child, isBoundary(child.kind) ? `${key}/` : prefix)];
  });
}

/** @returns true when nothing repeated stands on or in it. */
export function isInnermost(node: LayerNode): boolean {
  return [...node.inside, ...node.wraps, ...node.carries].every(
    (child) => child.repeat === undefined && isInnermost(child),
  );
}

function patchChildren(
  node: LayerNode,
  prefix: string,
  patches: Patches,
  without: readonly string[],
): LayerNode {
  const patch = (child: LayerNode): readonly LayerNode[] => {
    const key = prefix + child.id;
    const words = Object.hasOwn(patches, key) ? patches[key] : {};
    const inner = isBoundary(child.kind) ? `${key}/` : prefix;
    const patched = patchChildren({ ...child, ...words }, inner, patches, without);
    return without.includes(key) ? patched.carries : [patched];
  };
  return {
    ...node,
    inside: node.inside.flatMap(patch),
    wraps: node.wraps.flatMap(patch),
    carries: node.carries.flatMap(patch),
  };
}
