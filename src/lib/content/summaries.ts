/**
 * What the summary table says of each stack, and the sources of its facts. A stack is one file in
 * `summaries/`: adding one needs no other change. The files are read and checked when the site is built.
 */
import { valueOf, type DataResult } from '../model/data-result.ts';
import type { Source } from '../model/figures.ts';
import type { StackSummary } from '../model/summary/summary-data.ts';

const summaryFiles = import.meta.glob<DataResult<StackSummary>>('./summaries/*.json', {
  eager: true,
  query: '?summary',
  import: 'default',
});
const sourceFile = import.meta.glob<DataResult<readonly Source[]>>('./summary-sources.json', {
  eager: true,
  query: '?sources',
  import: 'default',
});

/** A mistake in a file throws here: names the file, the path in it and what was expected. */
function valuesOf<T>(files: Readonly<Record<string, DataResult<T>>>): readonly T[] {
  return Object.entries(files).map(([path, read]) => valueOf(path, read));
}

/** By stack id. */
export const summaries: ReadonlyMap<string, StackSummary> = new Map(
  valuesOf(summaryFiles).map((one) => [one.id, one]),
);

/** Sources of facts by id; those of figures come with the figures. */
export const summarySources: ReadonlyMap<string, Source> = new Map(
  valuesOf(sourceFile)
    .flat()
    .map((one) => [one.id, one]),
);
