/**
 * The studies of the Boot lens: a study is one publication that timed start-ups, on machines it names.
 * A study is one file in `studies/`: adding one needs no other change.
 */
import { valueOf } from '../model/data-result.ts';
import type { DataResult } from '../model/data-result.ts';
import type { StartStudy } from '../model/figures.ts';

// All at once: this module itself is loaded only when a study is wanted. Read when the site is built.
const files = import.meta.glob<DataResult<StartStudy>>('./studies/*.json', {
  eager: true,
  query: '?study',
  import: 'default',
});

let collected: readonly StartStudy[] | null = null;

/**
 * Every study, the one that timed most stacks first.
 * @throws {Error} when a file has a mistake: names the file, the path in it and what was expected
 */
export function allStudies(): readonly StartStudy[] {
  collected ??= collectStudies(new Map(Object.entries(files)));
  return collected;
}

/**
 * @param read what reading the study files gave, by their path
 * @returns the studies, the one that timed most stacks first, then the newest
 * @throws {Error} that names the file, the path in it and what was expected
 */
export function collectStudies(
  read: ReadonlyMap<string, DataResult<StartStudy>>,
): readonly StartStudy[] {
  return [...read]
    .map(([path, result]) => valueOf(path, result))
    .sort(
      (a, b) =>
        stacksTimed(b) - stacksTimed(a) ||
        (b.year ?? 0) - (a.year ?? 0) ||
        a.id.localeCompare(b.id, 'en'),
    );
}

/** How many stacks and variants a study timed: what makes it good for a comparison. */
function stacksTimed(study: StartStudy): number {
  return new Set(study.timings.map(({ stack }) => stack)).size;
}
