/** What the wall and the speaker window need of a lesson. */
import type { LessonPageData } from '../learn/lesson-page.ts';

/** A lesson, and the figures, sources and terms that its words refer to. */
export type PresentPage = Pick<LessonPageData, 'lesson' | 'figures' | 'sources' | 'terms'> &
  Partial<Pick<LessonPageData, 'transcripts'>> & {
    /** Ids of the sources of the numbers in its pictures, in the order of the steps. */
    readonly drawn?: readonly string[];
  };

/** Where a lesson's pages are; what is not there is null. */
export interface PresentPaths {
  /** The wall. */
  readonly wall: string;
  /** The speaker window. */
  readonly notes: string | null;
  /** The lesson to be read. */
  readonly learn: string | null;
}
