/** Which study a figure belongs to, and when it was made. */
import type { Figure, Source } from './figures.ts';

/** The source of the study that a figure belongs to. */
export function studyOf(figure: Pick<Figure, 'study' | 'sources'>): string {
  return figure.study ?? figure.sources[0] ?? '';
}

/** Year of the measurement: the figure's own, else its study's; null: not known. */
export function yearOf(figure: Figure, sources: ReadonlyMap<string, Source>): number | null {
  return figure.year ?? sources.get(studyOf(figure))?.year ?? null;
}
