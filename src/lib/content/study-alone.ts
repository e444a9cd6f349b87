/** One study that timed starts, with its source: for a picture that shows no other. */
import { valueOf } from '../model/data-result.ts';
import type { DataResult } from '../model/data-result.ts';
import type { Source, StartStudy } from '../model/figures.ts';
import type { ReadEvidence } from './evidence.ts';

/** What the query `?study-alone` reads. */
interface Alone {
  readonly study: StartStudy;
  readonly sources: readonly Source[];
}

const files = import.meta.glob<DataResult<Alone>>('./studies/*.json', {
  query: '?study-alone',
  import: 'default',
});

/**
 * @returns null when there is no study of that id
 * @throws (rejects) when the file does not arrive or has a mistake
 */
export async function studyAlone(id: string): Promise<ReadEvidence | null> {
  const path = `./studies/${id}.json`;
  const load = Object.hasOwn(files, path) ? files[path] : undefined;
  if (load === undefined) return null;
  const { study, sources } = valueOf(path, await load());
  return {
    figures: new Map(),
    sources: new Map(sources.map((source) => [source.id, source])),
    studies: [study],
  };
}
