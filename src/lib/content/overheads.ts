/** What studies measured against native. The file is read and checked when the site is built. */
import { valueOf, type DataResult } from '../model/data-result.ts';
import type { Overhead } from '../model/path/overhead-data.ts';

const file = import.meta.glob<DataResult<readonly Overhead[]>>('./overheads.json', {
  eager: true,
  query: '?overheads',
  import: 'default',
});

/** A mistake in the file throws here: names the path in it and what was expected. */
export const overheads: readonly Overhead[] = Object.entries(file).flatMap(([path, read]) =>
  valueOf(path, read),
);
