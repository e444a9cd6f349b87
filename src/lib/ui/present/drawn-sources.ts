/** Where the numbers in the pictures of a talk come from. */
import { beatsOf } from '#lib/model/lesson/beats.ts';
import type { Lesson } from '#lib/model/lesson/lesson.ts';
import type { StartStudy } from '#lib/model/figures.ts';
import type { Picture } from '#lib/scene/picture.ts';
import { sceneOf } from '#lib/state/talk.svelte.ts';
import { WALL_LINES, WallBench } from '#lib/state/wall-bench.svelte.ts';

/** A usual wall: which numbers are drawn does not depend on its size. */
export const USUAL = { widthPx: 1920, heightPx: 734 };

/** @returns the pictures that a lesson puts on the wall, as query strings, each once */
export function picturesOf({ steps }: Pick<Lesson, 'steps'>): readonly string[] {
  return [...new Set(steps.flatMap((step) => beatsOf(step).map(({ scene }) => scene)))];
}

/** @returns ids of the sources of the numbers in a picture */
export function sourcesIn(
  { sources = [], rest }: Pick<Picture, 'sources' | 'rest'>,
  studies: readonly Pick<StartStudy, 'short' | 'source'>[],
): readonly string[] {
  const texts = rest.items.flatMap((item) => (item.t === 'text' ? [item.text] : []));
  // A race of several studies names them beside its bars.
  const named = studies.filter(({ short }) => texts.some((text) => text.includes(short)));
  return [...sources, ...named.map(({ source }) => source)];
}

/**
 * As the build does it for our lessons, in the browser.
 * @returns ids of the sources of the numbers that a lesson's pictures show, each once; a picture that cannot
 *   be drawn has none
 */
export async function drawnHere(lesson: Pick<Lesson, 'steps'>): Promise<readonly string[]> {
  const found = new Set<string>();
  const bench = new WallBench();
  bench.setWall(WALL_LINES);
  bench.resize(USUAL.widthPx, USUAL.heightPx);
  for (const query of picturesOf(lesson)) {
    const scene = sceneOf(query);
    // Stacks alone show no numbers.
    if (scene.lens === 'structure' || scene.stacks.length === 0) continue;
    await bench.open({ ...scene, tMs: null, step: null, play: false });
    const { picture } = bench;
    if (picture) for (const id of sourcesIn(picture, bench.evidence.studies)) found.add(id);
  }
  return [...found];
}
