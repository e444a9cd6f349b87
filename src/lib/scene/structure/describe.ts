/** The twin of a structure picture: the same layers, in words, in reading order from the ground up. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { isBoundary } from '../../model/kinds.ts';
import { usersOf as sharedBy } from '../../model/shared-by.ts';
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';
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
  const byPath = new Map(placed.map((item) => [item.layer.path, item]));
  // Boundaries nest; slabs do not: the children of a boundary are what has its path in front.
  const within = new Map<LayerPath | null, PlacedLayer[]>();
  for (const item of shown) {
    const boundary = nearestBoundary(item.layer.path, boundaries);
    const siblings = within.get(boundary);
    if (siblings === undefined) within.set(boundary, [item]);
    else siblings.push(item);
  }
  const nodesIn = (boundary: LayerPath | null): readonly TwinNode[] =>
    (within.get(boundary) ?? []).map((item) => {
      const floor = floorUnder(item, byPath);
      return {
        path: item.layer.path,
        kind: item.layer.kind,
        name: words.layerName({
          layer: item.layer,
          standsOn: floor?.name ?? null,
          users: usersOf(stack, item, byPath, words),
          crowd: item.crowd?.count ?? null,
          family: floor?.family ?? null,
        }),
        children: isBoundary(item.layer.kind) ? nodesIn(item.layer.path) : [],
      };
    });
  return nodesIn(null);
}

type ByPath = ReadonlyMap<LayerPath, PlacedLayer>;

/** What a layer stands on. A fence is no floor: what it holds stands on the kernel that made it. */
function floorUnder(item: PlacedLayer, all: ByPath): Layer | undefined {
  const below = item.parent === null ? undefined : all.get(item.parent);
  return below?.layer.kind === 'fence' ? floorUnder(below, all) : below?.layer;
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
  all: ByPath,
  words: StructureWords,
): readonly string[] {
  if (isBoundary(item.layer.kind)) return [];
  const { groups, others } = sharedBy(stack, item.layer.path);
  return [
    ...groups.map(({ noun, count }) => words.instances(noun, count)),
    ...others
      // An engine that is switched off is not spoken of either.
      .filter(({ kind, path }) => kind !== 'engine' || all.has(path))
      .map((layer) => layer.name),
  ];
}
