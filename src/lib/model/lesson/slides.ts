/** A lesson as slides: its steps, and at the end where the numbers on the wall come from. */
import type { Figure } from '../figures.ts';
import { beatsOf, type Beat } from './beats.ts';
import type { Lesson, LessonStep } from './lesson.ts';
import { wallFigures } from './lesson-refs.ts';

export type Slide =
  | { readonly kind: 'step'; readonly step: LessonStep; readonly beats: readonly Beat[] }
  | {
      readonly kind: 'sources';
      /** Ids of sources, a page for each press. */
      readonly pages: readonly (readonly string[])[];
    };

/** What is read from the back row does not get smaller: so many sources fill a slide. */
const SOURCES_PER_PAGE = 7;

/**
 * @param figures those that the lesson refers to; the sources of the ones on the wall end the talk
 * @param drawn ids of the sources of the numbers in its pictures
 */
export function slidesOf(
  lesson: Lesson,
  figures: ReadonlyMap<string, Pick<Figure, 'sources'>>,
  drawn: readonly string[] = [],
): readonly Slide[] {
  const steps = lesson.steps.map((step): Slide => ({ kind: 'step', step, beats: beatsOf(step) }));
  const named = lesson.steps.flatMap(wallFigures).flatMap((id) => figures.get(id)?.sources ?? []);
  const sources = [...new Set([...named, ...drawn])];
  if (sources.length === 0) return steps;
  const pages = [];
  for (let from = 0; from < sources.length; from += SOURCES_PER_PAGE) {
    pages.push(sources.slice(from, from + SOURCES_PER_PAGE));
  }
  return [...steps, { kind: 'sources', pages }];
}

/** @returns how many presses each slide takes */
export function planOf(slides: readonly Slide[]): readonly number[] {
  return slides.map((slide) => (slide.kind === 'step' ? slide.beats : slide.pages).length);
}
