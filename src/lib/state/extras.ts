/** What only a page has room for that is not a frame: annotations, rails, the table of layers. */
import { structureTableWords } from '../content/locales/en/structure-table.ts';
import { structureExtras } from '../scene/structure/extras.ts';

export const extras = structureExtras(structureTableWords);
