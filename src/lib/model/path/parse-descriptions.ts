/** The only way from a data file to the descriptions of ways: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import type { WayDescription } from './descriptions.ts';
import { ROUTE_NOTES } from './route.ts';

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));

const description: v.GenericSchema<WayDescription> = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  short: text(40),
  title: text(200),
  authors: text(160),
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1960), v.maxValue(2100))),
  url: v.pipe(v.string(), v.url(), v.regex(/^https?:/)),
  note: v.exactOptional(text(120)),
  stacks: v.exactOptional(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?::[a-z0-9-]+)?$/)))),
  notes: v.pipe(v.array(v.picklist(ROUTE_NOTES)), v.minLength(1)),
});

/** @returns the descriptions, or what is wrong and where */
export function parseDescriptions(input: unknown): DataResult<readonly WayDescription[]> {
  return readData(v.array(description), input);
}
