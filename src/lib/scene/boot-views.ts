/** The Boot lens with both its views: of one study, and of all sources. */
import { allEntries, allFooter, allItems, placeAll } from './boot-all.ts';
import { raceLens } from './boot-lens.ts';

export const bootLens = raceLens({ placeAll, allItems, allEntries, allFooter });
