/**
 * The studies of the Boot lens: a study is one publication that timed start-ups, on machines it names.
 * A study is one file in `studies/`: adding one needs no other change.
 */
import { valueOf } from '../model/data-issues.ts';
import { parseStudy } from '../model/parse-figures.ts';
import type { StartStudy } from '../model/figures.ts';

const files = import.meta.glob<unknown>('./studies/*.json', { import: 'default' });

let loaded: Promise<readonly StartStudy[]> | null = null;

/**
 * Every study, the one that timed most stacks first.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadStudies(): Promise<readonly StartStudy[]> {
  loaded ??= readStudies().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/**
 * @param read contents of study files by their path, as parsed from JSON
 * @returns the studies, the one that timed most stacks first, then the newest
 * @throws {Error} that names the file, the path in it and what was expected
 */
export function collectStudies(read: ReadonlyMap<string, unknown>): readonly StartStudy[] {
  return [...read]
    .map(([path, content]) => valueOf(path, parseStudy(content)))
    .sort(
      (a, b) =>
        stacksTimed(b) - stacksTimed(a) || b.year - a.year || a.id.localeCompare(b.id, 'en'),
    );
}

async function readStudies(): Promise<readonly StartStudy[]> {
  const read = Object.entries(files).map(async ([path, load]) => [path, await load()] as const);
  return collectStudies(new Map(await Promise.all(read)));
}

/** How many stacks and variants a study timed: what makes it good for a comparison. */
function stacksTimed(study: StartStudy): number {
  return new Set(study.timings.map(({ stack }) => stack)).size;
}
