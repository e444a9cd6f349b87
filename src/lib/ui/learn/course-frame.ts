/** What is different about a lesson that stands by itself, in a course system or in a file. */
import type { LessonProgress } from '#lib/state/lesson-progress.svelte.ts';

export interface CourseFrame {
  readonly progress: LessonProgress;
  /** Query string of the step to begin at, where the address names none. */
  readonly opensAt: string;
  /** The button at the end; null: there is nobody to tell. */
  readonly end: { readonly label: string; readonly run: () => void } | null;
}
