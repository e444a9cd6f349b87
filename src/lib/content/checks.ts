/**
 * "Check it yourself": the checks there are, loaded when the inspector shows a layer. A check is an
 * entry of a file in `checks/`: adding one needs no other change.
 */
import { valueOf } from '../model/data-result.ts';
import { checksOf, parseChecks } from '../model/parse-check.ts';
import type { Check, CheckedLayer } from '../model/parse-check.ts';

const files = import.meta.glob<unknown>('./checks/*.json', { import: 'default' });

let loaded: Promise<readonly Check[]> | null = null;

/**
 * Every check.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadChecks(): Promise<readonly Check[]> {
  loaded ??= readChecks().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/**
 * @returns the checks that fit a layer, those written for its very place first.
 * @throws (rejects) as `loadChecks`
 */
export async function checksFor(layer: CheckedLayer): Promise<readonly Check[]> {
  return checksOf(await loadChecks(), layer);
}

async function readChecks(): Promise<readonly Check[]> {
  const read = Object.entries(files).map(async ([path, load]) =>
    valueOf(path, parseChecks(await load())),
  );
  return (await Promise.all(read)).flat();
}
