/**
 * What only the workbench has room for beside the stacks: annotations with leaders, the privilege rail, the
 * table of layers; on a wall, what boxes without names are, and how large all is drawn. A frame on somebody's
 * page is drawn without them and does without their code.
 */
import { TIGHT } from '../../layout/tight.ts';
import type { Layer, ResolvedStack } from '../../model/stack.ts';
import type { StructureTableWords, StructureWords } from '../../model/words-structure.ts';
import { alike } from './alike.ts';
import { annotationItems, withoutHitNotes } from './annotations.ts';
import { insideNames } from './inside-names.ts';
import { withKey, type DrawnPart } from './key-to-looks.ts';
import { railItems } from './rail.ts';
import type { Sizes } from './sizes.ts';
import { structureTable } from './table.ts';
import { tightNames, wallSizes } from './wall-sizes.ts';

/** @param table words of the table of layers */
export function structureExtras(table: StructureTableWords) {
  return {
    alike,
    tight: TIGHT,
    insideNames,
    annotationItems,
    withoutHitNotes,
    railItems,
    withKey: <T extends { readonly parts: readonly DrawnPart[] }>(
      size: { readonly widthPx: number; readonly heightPx: number },
      sizes: Sizes,
      draw: (heightPx: number) => T,
    ) => withKey(size, sizes, table, draw),
    wallSizes,
    tightNames,
    structureTable: (
      stacks: readonly ResolvedStack[],
      words: StructureWords,
      isDrawn: (layer: Layer) => boolean,
    ) => structureTable(stacks, words, table, isDrawn),
  };
}

export type StructureExtras = ReturnType<typeof structureExtras>;
