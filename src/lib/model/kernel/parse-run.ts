/** The only way from the files of `content/run-here/` to what is known there: never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import { RUN_GROUPS, type RunExample, type RunGrounds, type RunHost } from './run-data.ts';
import type { WindowsBuilds } from './run-data.ts';
import { RUN_CPUS, RUN_HOSTS, RUN_HOWS, RUN_NEEDS, RUN_REASONS } from './run-names.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(40));
const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const build = v.pipe(v.number(), v.integer(), v.minValue(10_000), v.maxValue(99_999));
const sources = v.pipe(v.array(id), v.minLength(1));

const host: v.GenericSchema<RunHost> = v.pipe(
  v.strictObject({
    id: v.picklist(RUN_HOSTS),
    group: v.picklist(RUN_GROUPS),
    family: v.picklist(['linux', 'nt', 'xnu']),
    cpu: v.picklist(RUN_CPUS),
    build: v.exactOptional(build),
    edition: v.exactOptional(v.picklist(['pro', 'home', 'server'])),
    isVm: v.exactOptional(v.literal(true)),
    how: v.picklist(RUN_HOWS),
  }),
  v.check(
    ({ family, build: own, edition }) =>
      (family === 'nt') === (own !== undefined) && (family === 'nt') === (edition !== undefined),
    'a Windows host has a build and an edition, and no other has',
  ),
);

const examples: v.GenericSchema<readonly RunExample[]> = v.array(
  v.strictObject({
    platform: v.pipe(v.string(), v.regex(/^(?:linux\/(?:amd64|arm64)|windows\/amd64:\d{5})$/)),
    name: text(32),
    libs: text(32),
  }),
);

const builds: v.GenericSchema<WindowsBuilds> = v.strictObject({
  releases: v.array(v.strictObject({ name: text(40), build })),
  exceptions: v.array(
    v.strictObject({ image: build, edition: v.picklist(['client', 'server']), from: build }),
  ),
  windows11From: build,
});

const grounds: v.GenericSchema<RunGrounds> = v.strictObject({
  reasons: v.array(v.strictObject({ id: v.picklist(RUN_REASONS), sources })),
  needs: v.array(v.strictObject({ id: v.picklist(RUN_NEEDS), sources })),
});

/** @returns the hosts, or what is wrong with their file by path */
export function parseRunHosts(input: unknown): DataResult<readonly RunHost[]> {
  return readData(v.array(host), input);
}

/** @returns the example images, or what is wrong with their file by path */
export function parseRunExamples(input: unknown): DataResult<readonly RunExample[]> {
  return readData(examples, input);
}

/** @returns the Windows builds, or what is wrong with their file by path */
export function parseWindowsBuilds(input: unknown): DataResult<WindowsBuilds> {
  return readData(builds, input);
}

/** @returns the sources of reasons and needs, or what is wrong with their file by path */
export function parseRunGrounds(input: unknown): DataResult<RunGrounds> {
  return readData(grounds, input);
}
