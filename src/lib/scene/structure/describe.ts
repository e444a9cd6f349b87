/** The twin of a structure picture: the same layers, in words, in reading order from the ground up. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { isBoundary } from '../../model/kinds.ts';
import { usersOf as sharedBy } from '../../model/shared-by.ts';
import type { LayerPath, ResolvedStack } from '../../model/stack.ts';
import type { StructureWords } from '../../model/words-structure.ts';
import type { TwinNode } from '../picture.ts';

/** @param painted paths that the picture shows; others get no twin */
export function describeStack(
  stack: ResolvedStack,
  placed: readonly PlacedLayer[],
  painted: ReadonlySet<LayerPath>,
  words: StructureWords,
): readonly TwinNode[] {
  const shown = placed.filter((item) => painted.has(item.layer.path));
  const boundaries = shown.filter(({ layer }) => isBoundary(layer.kind));
  const names = new Map(placed.map(({ layer }) => [layer.path, layer.name]));
  // Boundaries nest; slabs do not: the children of a boundary are what has its path in front.
  const within = new Map<LayerPath | null, PlacedLayer[]>();
  for (const item of shown) {
    const boundary = nearestBoundary(item.layer.path, boundaries);
    const siblings = within.get(boundary);
    if (siblings === undefined) within.set(boundary, [item]);
    else siblings.push(item);
  }
  const nodesIn = (boundary: LayerPath | null): readonly TwinNode[] =>
    (within.get(boundary) ?? []).map((item) => ({
      path: item.layer.path,
      kind: item.layer.kind,
      name: words.layerName({
        layer: item.layer,
        standsOn: (item.parent === null ? undefined : names.get(item.parent)) ?? null,
        users: usersOf(stack, item, words),
        crowd: item.crowd?.count ?? null,
      }),
      children: isBoundary(item.layer.kind) ? nodesIn(item.layer.path) : [],
    }));
  return nodesIn(null);
}

function nearestBoundary(path: LayerPath, boundaries: readonly PlacedLayer[]): LayerPath | null {
  let best: LayerPath | null = null;
  for (const { layer } of boundaries) {
    if (!path.startsWith(`${layer.path}/`)) continue;
    if (best === null || layer.path.length > best.length) best = layer.path;
  }
  return best;
}

/** Who uses a layer: counted by noun where they are instances, else by name. */
function usersOf(
  stack: ResolvedStack,
  item: PlacedLayer,
  words: StructureWords,
): readonly string[] {
  if (isBoundary(item.layer.kind)) return [];
  const { groups, others } = sharedBy(stack, item.layer.path);
  return [
    ...groups.map(({ noun, count }) => words.instances(noun, count)),
    ...others.map((layer) => layer.name),
  ];
}
