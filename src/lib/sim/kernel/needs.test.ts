import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runShelf } from '../../content/run-here.ts';
import { needsShelf } from '../../content/needs.ts';
import { NEED_CASES, type NeedCaseId } from '../../model/kernel/needs-data.ts';
import { compareVersions, firstFitting, needState } from './needs.ts';

const { cases, kernels } = needsShelf;

function stateOf(id: NeedCaseId, version: string, isMended = false) {
  const one = cases.find((other) => other.id === id);
  if (one === undefined) throw new Error(`no case ${id}`);
  return needState(one, version, isMended);
}

test('every way of breaking is there once, kernels stand oldest first, and sources are known', () => {
  expect(cases.map(({ id }) => id).sort()).toEqual([...NEED_CASES].sort());
  kernels.slice(1).forEach(({ version }, at) => {
    expect(compareVersions(version, kernels[at]?.version ?? '')).toBeGreaterThan(0);
  });
  for (const id of [...cases, ...kernels].flatMap(({ sources }) => sources))
    expect(runShelf.sources.has(id), id).toBe(true);
});

test.each([
  ['3.2', '3.10', -1],
  ['4.8.17', '4.8', 1],
  ['5.4', '5.15', -1],
  ['6.8', '6.8.0', 0],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

describe('what breaks', () => {
  test.each<readonly [NeedCaseId, string, string, string | null]>([
    ['new-glibc', '2.6.32', 'breaks', 'FATAL: kernel too old'],
    ['new-glibc', '3.10', 'runs', null],
    ['raised-glibc', '4.4', 'breaks', 'FATAL: kernel too old'],
    ['raised-glibc', '4.19', 'runs', null],
    ['old-glibc', '2.6.32', 'runs', null],
    [
      'old-glibc',
      '4.19',
      'breaks',
      'vsyscall attempted with vsyscall=none\nsegfault, exit code 139',
    ],
    ['clone3', '6.8', 'breaks', 'curl: (6) getaddrinfo() thread failed to start'],
    ['cpu-v2', '6.8', 'breaks', 'Fatal glibc error: CPU does not support x86-64-v2'],
    ['cpu-v3', '6.8', 'breaks', 'Fatal glibc error: CPU does not support x86-64-v3'],
    ['io-uring', '4.19', 'breaks', 'queue init failed: -38'],
    ['io-uring', '5.15', 'breaks', 'io_uring_queue_init: Operation not permitted'],
    ['module', '4.19', 'breaks', 'RTNETLINK answers: Operation not supported'],
    ['module', '5.15', 'runs', null],
    ['gvisor', '5.15', 'breaks', 'Function not implemented'],
    ['gvisor', '4.4', 'breaks', null],
    ['binfmt', '5.15', 'breaks', 'exec /bin/bash: exec format error'],
  ])('%s on Linux %s: %s', (id, version, result, output) => {
    const state = stateOf(id, version);
    expect([state.result, state.output]).toEqual([result, output]);
  });

  test('what no source tells depends', () => {
    expect(stateOf('old-glibc', '6.8').result).toBe('depends');
  });
});

const anyCase = fc.constantFrom(...cases);
const anyKernel = fc.constantFrom(...kernels);

test('a remedy never breaks what ran, and mends all that is not the kernel’s age', () => {
  fc.assert(
    fc.property(anyCase, anyKernel, (one, { version }) => {
      const before = needState(one, version, false);
      const after = needState(one, version, true);
      if (before.result === 'runs') expect(after.result).toBe('runs');
      if (after.result !== 'runs') expect(after.why).toBe('version');
    }),
  );
});

test('with its remedy, a newer kernel runs what an older one runs', () => {
  fc.assert(
    fc.property(anyCase, anyKernel, anyKernel, (one, a, b) => {
      const [older, newer] = compareVersions(a.version, b.version) <= 0 ? [a, b] : [b, a];
      if (needState(one, older.version, true).result === 'runs')
        expect(needState(one, newer.version, true).result).toBe('runs');
      const at = firstFitting(one, kernels);
      if (kernels.indexOf(newer) >= at && at >= 0)
        expect(needState(one, newer.version, false).why).not.toBe('version');
    }),
  );
});
