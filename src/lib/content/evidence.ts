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

/** The start-up times with their studies, one study alone, the sizes, what a way takes, what an overhead does and who measured it, or every figure. */
export type Evidence = 'starts' | `study:${string}` | 'sizes' | 'ways' | 'paths' | 'all';

/** Before the id of a study, where no other is wanted. */
const ALONE = 'study:';

export interface ReadEvidence extends FigureShelf {
  readonly studies?: readonly StartStudy[];
}

/** @throws (rejects) when a file does not arrive or has a mistake; the next call tries again */
export async function readEvidence(what: Evidence): Promise<ReadEvidence> {
  if (what === 'all') return loadFigures();
  if (what === 'sizes') return loadSizeFigures();
  if (what === 'ways') return loadWayFigures();
  if (what === 'paths') return loadPathFigures();
  if (what.startsWith(ALONE)) {
    const { studyAlone } = await import('./study-alone.ts');
    // A file that is saved carries the studies together.
    const one = await studyAlone(what.slice(ALONE.length)).catch(() => null);
    if (one !== null) return one;
  }
  const [shelf, { allStudies }] = await Promise.all([loadStartSources(), import('./studies.ts')]);
  return { ...shelf, studies: allStudies() };
}
