/** The table view: kinds of layers as rows, stacks as columns. */
import { kernelFacts } from '../../model/kernel-facts.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../../model/stack.ts';
import type {
  StructureTableWords,
  StructureWords,
  TableRowId,
} from '../../model/words-structure.ts';
import type { SummaryTable } from '../picture.ts';
import { readoutText } from './readout.ts';

function rowOf(layer: Layer, inWall: boolean): TableRowId {
  switch (layer.kind) {
    case 'kernel':
      return inWall ? 'guest-kernel' : 'host-kernel';
    case 'userland':
      return 'services';
    default:
      return layer.kind;
  }
}

/** One row per kind of layer that some stack shows, top of the picture first; then the kernels counted. */
export function structureTable(
  stacks: readonly ResolvedStack[],
  words: StructureWords,
  table: StructureTableWords,
  isDrawn: (layer: Layer) => boolean,
): SummaryTable {
  const cells = stacks.map((stack) => cellsOf(stack, words, isDrawn));
  const rows = table.rows
    .filter(({ id }) => cells.some((cell) => cell.has(id)))
    .map(({ id, label }) => [
      label,
      ...cells.map((cell) => [...(cell.get(id) ?? [])].join('; ') || table.none),
    ]);
  const kernels = stacks.map((stack) =>
    readoutText(words.readout(stack, kernelFacts(stack, isDrawn))),
  );
  return {
    caption: table.caption,
    columns: [table.layer, ...stacks.map((stack) => stack.title)],
    rows: [...rows, [table.kernels, ...kernels]],
  };
}

function cellsOf(
  stack: ResolvedStack,
  words: StructureWords,
  isDrawn: (layer: Layer) => boolean,
): Map<TableRowId, Set<string>> {
  const cells = new Map<TableRowId, Set<string>>();
  const walls = new Set<string>();
  // Groups may nest (containers in each of two VMs): the table gives the number in all.
  const times = new Map<string, number>();
  for (const [layer, parent] of walkLayers(stack.ground)) {
    const outer = parent === null ? 1 : (times.get(parent.path) ?? 1);
    times.set(layer.path, outer * (layer.instance?.count ?? 1));
    if (layer.kind === 'wall') walls.add(`${layer.path}/`);
    if (layer.relation === 'transient' || !isDrawn(layer)) continue;
    const inWall = [...walls].some((wall) => layer.path.startsWith(wall));
    const id = rowOf(layer, inWall);
    const text =
      layer.instance !== undefined && layer.wraps.length > 0
        ? words.instances(
            // A container that has a VM to itself stands in that VM's row as one.
            layer.kind === 'wall' && layer.instance.noun === 'container'
              ? 'vm'
              : layer.instance.noun,
            times.get(layer.path) ?? layer.instance.count,
          )
        : layer.detail === undefined
          ? layer.name
          : `${layer.name} (${layer.detail})`;
    cells.set(id, (cells.get(id) ?? new Set()).add(text));
  }
  return cells;
}
