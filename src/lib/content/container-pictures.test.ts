/** What the pictures of the container stacks must get right, drawn from the real files. */
import { describe, expect, test } from 'vitest';
import { resolveStack } from '../model/resolve.ts';
import { kernelFacts } from '../model/kernel-facts.ts';
import { findLayer } from '../model/stack.ts';
import type { ResolvedStack } from '../model/stack.ts';
import { structureSaid } from './locales/en/structure-said.ts';
import { structure } from './locales/en/structure.ts';
import { loadStack } from './stacks.ts';

async function resolved(id: string): Promise<ResolvedStack> {
  const result = await loadStack(id);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return resolveStack(result.value);
}

async function shown(...ids: string[]) {
  const stacks = await Promise.all(ids.map(resolved));
  return stacks.map((stack) => ({ stack, kernels: kernelFacts(stack) }));
}

describe('rootless', () => {
  test('engine and containers are in the user namespace, its helpers beside it', async () => {
    const stack = await resolved('docker-rootless');
    const within = findLayer(stack, 'docker-rootless/user')?.wraps.map(({ path }) => path);
    expect(within).toEqual([
      ...[1, 2, 3, 4].map((n) => `docker-rootless/user/c${n}`),
      'docker-rootless/user/engine',
    ]);
    for (const id of ['rootlesskit', 'network'])
      expect(findLayer(stack, `docker-rootless/${id}`)?.relation).toBe('beside');
  });

  test('what asks for a fence starts before it', async () => {
    const { order } = await resolved('docker-rootless');
    const at = (place: string) => order.indexOf(`docker-rootless/${place}`);
    expect(at('rootlesskit')).toBeLessThan(at('user'));
    expect(at('user')).toBeLessThan(at('user/engine'));
    expect(at('user/engine')).toBeLessThan(at('user/c1'));
  });
});

test('a system container starts its services on the host’s kernel', async () => {
  const stack = await resolved('system-container');
  expect(findLayer(stack, 'system-container/c2/services')).toMatchObject({
    family: 'linux',
    privilege: 'user',
  });
});

describe('Windows containers', () => {
  test('make their system calls to NT, inside the machine’s mode or a guest’s', async () => {
    const process = await resolved('windows-process');
    const hyperv = await resolved('windows-hyperv');
    expect(findLayer(process, 'windows-process/c1/app')).toMatchObject({
      family: 'nt',
      privilege: 'user',
    });
    expect(findLayer(hyperv, 'windows-hyperv/vm1/c/app')).toMatchObject({
      family: 'nt',
      privilege: 'guest-user',
    });
  });

  test('say that each container has a kernel only where it has', async () => {
    expect(structureSaid.headline(await shown('windows-hyperv'))).toBe(
      'Two containers, two guest kernels.',
    );
    expect(structureSaid.sentence(await shown('windows-process', 'windows-hyperv'))).toBe(
      'Containers share the one that is already running. A container in a VM of its own runs on that VM’s kernel.',
    );
  });

  test('are fenced by what NT has instead of namespaces and cgroups', () => {
    const [namespaces] = structure.annotations('nt').namespaces;
    const [cgroups] = structure.annotations('nt').cgroups;
    expect([namespaces, cgroups]).toEqual(['Server silo:', 'Job object:']);
  });
});
