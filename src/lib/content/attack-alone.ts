/** One way to break in, each a file of its own: for a picture that shows no other. */
import { valueOf } from '../model/data-result.ts';
import type { DataResult } from '../model/data-result.ts';
import type { Attack, AttackShelf } from '../model/isolation/attack-data.ts';
import { attackDefences } from './attack-defences.ts';

const files = import.meta.glob<DataResult<Attack>>('./attacks/*.json', {
  query: '?attack-alone',
  import: 'default',
});

/**
 * @returns a shelf with that attack alone; null when there is none of that id
 * @throws (rejects) when the file does not arrive or has a mistake
 */
export async function attackAlone(id: string): Promise<AttackShelf | null> {
  const path = `./attacks/${id}.json`;
  const load = Object.hasOwn(files, path) ? files[path] : undefined;
  if (load === undefined) return null;
  return { attacks: new Map([[id, valueOf(path, await load())]]), ...attackDefences };
}
