/** What can be asked for when something shows a number, each with no more than it needs. */
import type { StartStudy } from '../model/figures.ts';
import {
  loadFigures,
  loadPathFigures,
  loadSizeFigures,
  loadStartSources,
  loadWayFigures,
  type FigureShelf,
} from './figures.ts';

/** The start-up times with their studies, the sizes, what a way takes, what an overhead does and who measured it, or every figure. */
export type Evidence = 'starts' | 'sizes' | 'ways' | 'paths' | 'all';

export interface ReadEvidence extends FigureShelf {
  readonly studies?: readonly StartStudy[];
}

/** @throws (rejects) when a file does not arrive or has a mistake; the next call tries again */
export async function readEvidence(what: Evidence): Promise<ReadEvidence> {
  if (what === 'all') return loadFigures();
  if (what === 'sizes') return loadSizeFigures();
  if (what === 'ways') return loadWayFigures();
  if (what === 'paths') return loadPathFigures();
  const [shelf, { allStudies }] = await Promise.all([loadStartSources(), import('./studies.ts')]);
  return { ...shelf, studies: allStudies() };
}
