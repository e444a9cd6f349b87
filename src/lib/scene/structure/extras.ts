/**
 * What only the workbench has room for beside the stacks: annotations with leaders and the privilege rail.
 * A frame on somebody's page is drawn without them and does without their code.
 */
import { annotationItems } from './annotations.ts';
import { railItems } from './rail.ts';

export const structureExtras = { annotationItems, railItems };

export type StructureExtras = typeof structureExtras;
