/** The only way from a data file to the sizes of a stack: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from './data-issues.ts';
import type { DataResult } from './data-result.ts';
import { SIZE_ROLES, type SizeAssumption, type SizePart, type StackSizes } from './size-data.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), v.maxLength(60));
const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const megabytes = v.pipe(v.number(), v.finite(), v.gtValue(0));

const part: v.GenericSchema<SizePart> = v.pipe(
  v.strictObject({
    id,
    role: v.picklist(SIZE_ROLES),
    name: text(48),
    figure: v.exactOptional(id),
    mb: v.exactOptional(megabytes),
    assumption: v.exactOptional(id),
    program: v.exactOptional(v.literal(true)),
    minus: v.exactOptional(v.array(id)),
    digest: v.exactOptional(id),
    guest: v.exactOptional(v.literal(true)),
    note: v.exactOptional(text(200)),
  }),
  v.check(
    ({ figure, assumption, program }) =>
      [figure, assumption, program].filter((one) => one !== undefined).length <= 1,
    'a part has a figure, an assumption or the program, not two of them',
  ),
  v.check(
    ({ figure, mb, minus }) => figure !== undefined || (mb === undefined && minus === undefined),
    '`mb` and `minus` belong to a figure',
  ),
);

const disk = v.strictObject({
  what: text(120),
  sharing: v.picklist(['layers', 'clones']),
  images: v.pipe(
    v.array(v.strictObject({ id, name: text(24), parts: v.pipe(v.array(part), v.minLength(1)) })),
    v.minLength(1),
    v.maxLength(6),
  ),
});

const stackSizes: v.GenericSchema<StackSizes> = v.strictObject({
  id,
  disk: v.strictObject({
    unpacked: v.exactOptional(disk),
    compressed: v.exactOptional(disk),
  }),
  memory: v.array(
    v.strictObject({
      variants: v.exactOptional(v.array(id)),
      what: text(160),
      isVm: v.boolean(),
      host: v.array(part),
      each: v.pipe(v.array(part), v.minLength(1)),
    }),
  ),
});

const assumption: v.GenericSchema<SizeAssumption> = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)),
    name: text(60),
    mb: megabytes,
    minMb: megabytes,
    maxMb: megabytes,
    why: text(240),
  }),
  v.check(({ mb, minMb, maxMb }) => minMb <= mb && mb <= maxMb, 'expected minMb ≤ mb ≤ maxMb'),
);

/** @returns the sizes of a stack's file, or what is wrong with it by path. */
export function parseSizes(input: unknown): DataResult<StackSizes> {
  return readData(stackSizes, input);
}

/** @returns the assumptions, or what is wrong with them by path. */
export function parseAssumptions(input: unknown): DataResult<readonly SizeAssumption[]> {
  return readData(v.array(assumption), input);
}
