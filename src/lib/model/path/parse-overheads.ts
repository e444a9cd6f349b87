/** The only way from the data file to overheads: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import type { Figure, Source } from '../figures.ts';
import { OVERHEAD_RESOURCES, type Overhead } from './overhead-data.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), v.maxLength(60));
const entry = v.strictObject({
  figure: id,
  stack: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?::[a-z0-9-]+)?$/)),
  resource: v.picklist(OVERHEAD_RESOURCES),
  load: v.pipe(v.string(), v.minLength(1), v.maxLength(24)),
  of: v.exactOptional(v.literal('time')),
  against: v.exactOptional(v.literal('runc')),
});

/** What is looked up while reading. */
export interface OverheadLookup {
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
}

/**
 * @param value what stands in the file, parsed as JSON
 * @param lookup figures and sources: an entry gets the name of its study, one whose figure is not there is
 *   an issue
 */
export function parseOverheads(
  value: unknown,
  { figures, sources }: OverheadLookup,
): DataResult<readonly Overhead[]> {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const names = new Map(sources.map((source) => [source.id, source]));
  const studyOf = (figureId: string): string => {
    const figure = known.get(figureId);
    const source = names.get(figure?.study ?? figure?.sources[0] ?? '');
    if (source === undefined) return '';
    const year = figure?.year ?? source.year;
    return year === null || source.short.includes(String(year))
      ? source.short
      : `${source.short} ${year}`;
  };
  const read = readData(v.array(entry), value);
  if (!read.ok) return read;
  const named = read.value.map((one): Overhead => ({ ...one, study: studyOf(one.figure) }));
  const issues = named.flatMap(({ figure, study }, index) =>
    study === '' ? [{ path: `[${index}].figure`, message: `${figure} has no source here` }] : [],
  );
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: named };
}
