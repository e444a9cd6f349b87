/** The only way from a data file to what the summary table says of a stack: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import type { StackSummary, SummaryLine } from './summary-data.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), v.maxLength(60));
const MOST_WORDS = 24;
/** A cell is read in a table: few words. */
const says = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(170),
  v.check((text) => text.split(/\s+/).length <= MOST_WORDS, `expected ${MOST_WORDS} words at most`),
);
const ids = v.pipe(v.array(id), v.minLength(1));
const only = v.exactOptional(ids);

const line: v.GenericSchema<SummaryLine> = v.union(
  [
    v.strictObject({
      figure: id,
      value: v.exactOptional(v.pipe(v.number(), v.finite())),
      says,
      only,
    }),
    v.strictObject({ says, sources: ids, only }),
    v.strictObject({
      cve: v.pipe(v.string(), v.regex(/^CVE-\d{4}-\d{4,7}$/)),
      says,
      inferred: v.exactOptional(v.literal(true)),
      only,
    }),
    v.strictObject({ unmeasured: says, only }),
  ],
  'expected a line with a figure, with sources, with a CVE, or unmeasured, and nothing else',
);

const row = v.exactOptional(v.pipe(v.array(line), v.minLength(1), v.maxLength(8)));

const stackSummary: v.GenericSchema<StackSummary> = v.strictObject({
  id,
  rows: v.strictObject({
    boot: row,
    disk: row,
    memory: row,
    overhead: row,
    isolation: row,
    os: row,
    management: row,
    use: row,
  }),
  kernel: v.strictObject({ sources: ids }),
});

/** @returns what a stack's file says for the summary table, or what is wrong with it by path. */
export function parseSummary(input: unknown): DataResult<StackSummary> {
  return readData(stackSummary, input);
}
