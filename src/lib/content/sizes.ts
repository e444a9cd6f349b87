/**
 * What stacks take on disk and in memory. A stack is one file in `sizes/`: adding one needs no other
 * change. The files are checked when the site is built: a mistake stops the build and names its path.
 */
import type { SizeAssumption, SizeShelf, StackSizes } from '../model/size-data.ts';

const stackFiles = import.meta.glob<StackSizes>('./sizes/*.json', {
  eager: true,
  query: '?sizes',
  import: 'default',
});
const assumptionFile = import.meta.glob<readonly SizeAssumption[]>('./size-assumptions.json', {
  eager: true,
  query: '?assumptions',
  import: 'default',
});

export const sizeShelf: SizeShelf = {
  stacks: new Map(Object.values(stackFiles).map((one) => [one.id, one])),
  assumptions: new Map(
    Object.values(assumptionFile)
      .flat()
      .map((one) => [one.id, one]),
  ),
};
