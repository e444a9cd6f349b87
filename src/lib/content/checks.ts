/**
 * "Check it yourself": the checks there are, loaded when the inspector shows a layer. A check is an
 * entry of a file in `checks/`: adding one needs no other change.
 */
import { valueOf } from '../model/data-result.ts';
import { checksOf, parseChecks } from '../model/parse-check.ts';
import type { Check, CheckedLayer } from '../model/parse-check.ts';
import { SHARED_CHECKS } from './shared-checks.ts';

const files = import.meta.glob<unknown>('./checks/*.json', { import: 'default' });

/** Read once; a file that did not arrive is asked for again. */
const loaded = new Map<string, Promise<readonly Check[]>>();

/**
 * Every check.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadChecks(): Promise<readonly Check[]> {
  return readChecks(() => true);
}

/**
 * @returns the checks that fit a layer, those written for its very place first. Only files that may have
 *   some are loaded: a lesson that is saved has no others
 * @throws (rejects) as `loadChecks`
 */
export async function checksFor(layer: CheckedLayer): Promise<readonly Check[]> {
  const may = await readChecks((name) => name === layer.stack || SHARED_CHECKS.includes(name));
  return checksOf(may, layer);
}

async function readChecks(isWanted: (name: string) => boolean): Promise<readonly Check[]> {
  const wanted = Object.entries(files).filter(([path]) => isWanted(nameOf(path)));
  return (await Promise.all(wanted.map(([path, load]) => readFile(path, load)))).flat();
}

function readFile(path: string, load: () => Promise<unknown>): Promise<readonly Check[]> {
  const coming = loaded.get(path) ?? load().then((content) => valueOf(path, parseChecks(content)));
  loaded.set(path, coming);
  coming.catch(() => loaded.delete(path));
  return coming;
}

function nameOf(path: string): string {
  return /([^/]+)\.json$/.exec(path)?.[1] ?? path;
}
