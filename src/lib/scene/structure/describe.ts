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
  return nodesIn(null, shown, placed, stack, words);
}

/** Boundaries nest; slabs do not: the children of a boundary are what has its path in front. */
function nodesIn(
  boundary: LayerPath | null,
  shown: readonly PlacedLayer[],
  all: readonly PlacedLayer[],
  stack: ResolvedStack,
  words: StructureWords,
): readonly TwinNode[] {
  return shown
    .filter((item) => nearestBoundary(item.layer.path, shown) === boundary)
    .map((item) => {
      const floor = floorUnder(item, all);
      return {
        path: item.layer.path,
        kind: item.layer.kind,
        name: words.layerName({
          layer: item.layer,
          standsOn: floor?.name ?? null,
          users: usersOf(stack, item, all, words),
          crowd: item.crowd?.count ?? null,
          family: floor?.family ?? null,
        }),
        children: nodesIn(item.layer.path, shown, all, stack, words).filter(() =>
          isBoundary(item.layer.kind),
        ),
      };
    });
}

/** What a layer stands on. A fence is no floor: what it holds stands on the kernel that made it. */
function floorUnder(item: PlacedLayer, all: readonly PlacedLayer[]): Layer | undefined {
  const below = all.find((other) => other.layer.path === item.parent);
  return below?.layer.kind === 'fence' ? floorUnder(below, all) : below?.layer;
}

function nearestBoundary(path: LayerPath, shown: readonly PlacedLayer[]): LayerPath | null {
  let best: LayerPath | null = null;
  for (const { layer } of shown) {
    if (!isBoundary(layer.kind) || !path.startsWith(`${layer.path}/`)) continue;
    if (best === null || layer.path.length > best.length) best = layer.path;
  }
  return best;
}

/** Who uses a layer: counted by noun where they are instances, else by name. */
function usersOf(
  stack: ResolvedStack,
  item: PlacedLayer,
  all: readonly PlacedLayer[],
  words: StructureWords,
): readonly string[] {
  if (isBoundary(item.layer.kind)) return [];
  const { groups, others } = sharedBy(stack, item.layer.path);
  return [
    ...groups.map(({ noun, count }) => words.instances(noun, count)),
    ...others
      // An engine that is switched off is not spoken of either.
      .filter(({ kind, path }) => kind !== 'engine' || all.some(({ layer }) => layer.path === path))
      .map((layer) => layer.name),
  ];
}
