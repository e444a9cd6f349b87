/** The part of the English catalogue that the embed gets by with. */
import { structure } from './structure.ts';
import { uiCore } from './ui-core.ts';

export const core = { ui: uiCore, structure };
