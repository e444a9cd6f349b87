/**
 * What stacks take on disk and in memory. A stack is one file in `sizes/`: adding one needs no other
 * change. The files are read and checked when the site is built.
 */
import { valueOf, type DataResult } from '../model/data-result.ts';
import type { SizeAssumption, SizeShelf, StackSizes } from '../model/size-data.ts';

const stackFiles = import.meta.glob<DataResult<StackSizes>>('./sizes/*.json', {
  eager: true,
  query: '?sizes',
  import: 'default',
});
const assumptionFile = import.meta.glob<DataResult<readonly SizeAssumption[]>>(
  './size-assumptions.json',
  { eager: true, query: '?assumptions', import: 'default' },
);

/** A mistake in a file throws here: names the file, the path in it and what was expected. */
function valuesOf<T>(files: Readonly<Record<string, DataResult<T>>>): readonly T[] {
  return Object.entries(files).map(([path, read]) => valueOf(path, read));
}

export const sizeShelf: SizeShelf = {
  stacks: new Map(valuesOf(stackFiles).map((one) => [one.id, one])),
  assumptions: new Map(
    valuesOf(assumptionFile)
      .flat()
      .map((one) => [one.id, one]),
  ),
};
