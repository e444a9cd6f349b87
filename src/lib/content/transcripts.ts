/** What was recorded while a container was built by hand: `transcripts/*.json`, read when the site is built. */
import { valueOf } from '../model/data-result.ts';
import type { DataResult } from '../model/data-result.ts';
import type { Lesson } from '../model/lesson/lesson.ts';
import type { Transcript } from '../model/lesson/transcript.ts';

const files = import.meta.glob<DataResult<readonly Transcript[]>>('./transcripts/*.json', {
  eager: true,
  query: '?transcripts',
  import: 'default',
});

/**
 * Every transcript, by id.
 * @throws {Error} while loading, when a recording has a mistake: names file and place
 */
export const transcripts: ReadonlyMap<string, Transcript> = new Map(
  Object.entries(files)
    .flatMap(([path, read]) => valueOf(path, read))
    .map((one) => [one.id, one]),
);

/**
 * @returns those that a lesson shows, by id
 * @throws {Error} when a step names one that does not exist
 */
export function transcriptsOf({ id, steps }: Lesson): Readonly<Record<string, Transcript>> {
  return Object.fromEntries(
    steps.flatMap((step) => {
      if (step.transcript === null) return [];
      const found = transcripts.get(step.transcript);
      if (found === undefined)
        throw new Error(`lesson ${id}, step “${step.id}”: no transcript “${step.transcript}”`);
      return [[found.id, found]];
    }),
  );
}
