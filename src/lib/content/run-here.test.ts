import { describe, expect, test } from 'vitest';
import { parseKernels, parseNeedCases } from '../model/kernel/parse-needs.ts';
import {
  parseRunExamples,
  parseRunGrounds,
  parseRunHosts,
  parseWindowsBuilds,
} from '../model/kernel/parse-run.ts';
import { RUN_HOSTS, RUN_NEEDS, RUN_REASONS } from '../model/kernel/run-names.ts';
import type { DataResult } from '../model/data-result.ts';
import { readImage } from '../sim/kernel/run-image.ts';
import { runShelf } from './run-here.ts';
import { needsShelf } from './needs.ts';

test('every host, reason and need is there once', () => {
  expect(runShelf.hosts.map(({ id }) => id)).toEqual(RUN_HOSTS);
  expect([...runShelf.reasonSources.keys()].sort()).toEqual([...RUN_REASONS].sort());
  expect([...runShelf.needSources.keys()].sort()).toEqual([...RUN_NEEDS].sort());
});

test('every source that is named is there, and none is there for nothing', () => {
  const named = new Set([
    ...[...runShelf.reasonSources.values(), ...runShelf.needSources.values()].flat(),
    ...[...needsShelf.cases, ...needsShelf.kernels].flatMap(({ sources }) => sources),
  ]);
  expect([...named].filter((id) => !runShelf.sources.has(id))).toEqual([]);
  expect([...runShelf.sources.keys()].filter((id) => !named.has(id))).toEqual([]);
});

test('every example is an image that can be asked for', () => {
  for (const { platform } of runShelf.examples) expect(readImage(platform)).not.toBeNull();
});

describe('a bad file names the path of its mistake', () => {
  const host = { id: 'linux-amd64', group: 'linux', family: 'linux', cpu: 'amd64', how: 'podman' };
  const one = { id: 'clone3', image: 'i', libs: 'l', command: 'c', sources: ['s'] };
  test.each<readonly [string, DataResult<unknown>, string]>([
    ['a host nobody knows', parseRunHosts([{ ...host, id: 'amiga' }]), '[0].id'],
    ['a build that is not Windows', parseRunHosts([{ ...host, build: 26100 }]), '[0]'],
    [
      'an image without a build',
      parseRunExamples([{ platform: 'windows/amd64', name: 'n', libs: 'l' }]),
      '[0].platform',
    ],
    [
      'a reason without a source',
      parseRunGrounds({ reasons: [{ id: 'sentry', sources: [] }], needs: [] }),
      'reasons[0].sources',
    ],
    [
      'a build of four digits',
      parseWindowsBuilds({
        releases: [{ name: 'n', build: 1439 }],
        exceptions: [],
        windows11From: 22000,
      }),
      'releases[0].build',
    ],
    [
      'a version in words',
      parseKernels([{ version: 'six', host: 'h', sources: ['s'] }]),
      '[0].version',
    ],
    ['a case in which nothing is in the way', parseNeedCases([one]), '[0]'],
    [
      'an obstacle nowhere',
      parseNeedCases([{ ...one, block: { where: 'moon', output: 'o' } }]),
      '[0].block.where',
    ],
  ])('%s', (_name, result, path) => {
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toContain(path);
  });
});
