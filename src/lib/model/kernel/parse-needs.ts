/** The only way from the files of user spaces and kernels to what is known there: never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import { BLOCKED_AT, NEED_CASES, type KnownKernel, type NeedCase } from './needs-data.ts';

const version = v.pipe(v.string(), v.regex(/^\d+(?:\.\d+){1,2}$/));
const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const sources = v.pipe(v.array(text(40)), v.minLength(1));

const kernels: v.GenericSchema<readonly KnownKernel[]> = v.array(
  v.strictObject({ version, host: text(24), sources }),
);

const needCase: v.GenericSchema<NeedCase> = v.pipe(
  v.strictObject({
    id: v.picklist(NEED_CASES),
    image: text(24),
    libs: text(48),
    since: v.exactOptional(
      v.strictObject({
        version,
        output: v.exactOptional(text(90)),
        isLifted: v.exactOptional(v.literal(true)),
      }),
    ),
    block: v.exactOptional(
      v.strictObject({
        where: v.picklist(BLOCKED_AT),
        output: text(120),
        from: v.exactOptional(version),
        until: v.exactOptional(version),
        knownAt: v.exactOptional(v.array(version)),
      }),
    ),
    command: text(70),
    sources,
  }),
  v.check(
    ({ since, block }) => since !== undefined || block !== undefined,
    'a case has a least kernel or something in the way',
  ),
);

/** @returns the kernels, or what is wrong with their file by path */
export function parseKernels(input: unknown): DataResult<readonly KnownKernel[]> {
  return readData(kernels, input);
}

/** @returns the user spaces, or what is wrong with their file by path */
export function parseNeedCases(input: unknown): DataResult<readonly NeedCase[]> {
  return readData(v.array(needCase), input);
}
