/**
 * What only the workbench has room for beside the stacks: annotations with leaders, the privilege rail, the
 * table of layers. A frame on somebody's page is drawn without them and does without their code.
 */
import { annotationItems } from './annotations.ts';
import { railItems } from './rail.ts';
import { structureTable } from './table.ts';

export const structureExtras = { annotationItems, railItems, structureTable };

export type StructureExtras = typeof structureExtras;
