/** The table view: kinds of layers as rows, stacks as columns. */
import { kernelFacts } from '../../model/kernel-facts.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../../model/stack.ts';
import type { StructureWords, TableRowId } from '../../model/words-structure.ts';
import type { SummaryTable } from '../picture.ts';

function rowOf(layer: Layer, inWall: boolean): TableRowId {
  switch (layer.kind) {
    case 'kernel':
      return inWall ? 'guest-kernel' : 'host-kernel';
    case 'userland':
      return 'services';
    case 'sentry':
    case 'library-os':
      return 'library-os';
    case 'emulator':
      return 'engine';
    default:
      return layer.kind;
  }
}

/** One row per kind of layer that some stack has, top of the picture first; then the kernels counted. */
export function structureTable(
  stacks: readonly ResolvedStack[],
  words: StructureWords,
): SummaryTable {
  const cells = stacks.map((stack) => cellsOf(stack, words));
  const rows = words.table.rows
    .filter(({ id }) => cells.some((cell) => cell.has(id)))
    .map(({ id, label }) => [
      label,
      ...cells.map((cell) => [...(cell.get(id) ?? [])].join('; ') || words.table.none),
    ]);
  const kernels = stacks.map((stack) => {
    const { count, note, extra } = words.readout(stack, kernelFacts(stack));
    return `${count}: ${note}${extra === null ? '' : `; ${extra}`}`;
  });
  return {
    caption: words.table.caption,
    columns: [words.table.layer, ...stacks.map((stack) => stack.title)],
    rows: [...rows, [words.table.kernels, ...kernels]],
  };
}

function cellsOf(stack: ResolvedStack, words: StructureWords): Map<TableRowId, Set<string>> {
  const cells = new Map<TableRowId, Set<string>>();
  const walls = new Set<string>();
  for (const [layer] of walkLayers(stack.ground)) {
    if (layer.kind === 'wall') walls.add(`${layer.path}/`);
    if (layer.relation === 'transient') continue;
    const inWall = [...walls].some((wall) => layer.path.startsWith(wall));
    const id = rowOf(layer, inWall);
    const text =
      layer.instance !== undefined && layer.wraps.length > 0
        ? words.instances(
            // A container that has a VM to itself stands in that VM's row as one.
            layer.kind === 'wall' && layer.instance.noun === 'container'
              ? 'vm'
              : layer.instance.noun,
            layer.instance.count,
          )
        : layer.detail === undefined
          ? layer.name
          : `${layer.name} (${layer.detail})`;
    cells.set(id, (cells.get(id) ?? new Set()).add(text));
  }
  return cells;
}
