/**
 * What only the workbench has room for beside the stacks: annotations with leaders, the privilege rail, the
 * table of layers; on a wall, what boxes without names are, and how large all is drawn. A frame on somebody's
 * page is drawn without them and does without their code.
 */
import type { Layer, ResolvedStack } from '../../model/stack.ts';
import type { StructureTableWords, StructureWords } from '../../model/words-structure.ts';
import { annotationItems } from './annotations.ts';
import { keyToLooks, type DrawnPart, type KeyRoom, type KeyToLooks } from './key-to-looks.ts';
import { railItems } from './rail.ts';
import { structureTable } from './table.ts';
import { tightNames, wallSizes } from './wall-sizes.ts';

/** @param table words of the table of layers */
export function structureExtras(table: StructureTableWords) {
  return {
    annotationItems,
    railItems,
    wallSizes,
    tightNames,
    keyToLooks: (parts: readonly DrawnPart[], room: KeyRoom): KeyToLooks =>
      keyToLooks(parts, table, room),
    structureTable: (
      stacks: readonly ResolvedStack[],
      words: StructureWords,
      isDrawn: (layer: Layer) => boolean,
    ) => structureTable(stacks, words, table, isDrawn),
  };
}

export type StructureExtras = ReturnType<typeof structureExtras>;
