/** What the Structure lens says of stacks whose kernels are not simply shared or simply private. */
import { describe, expect, test } from 'vitest';
import { kernelFacts } from '../model/kernel-facts.ts';
import { resolveStack } from '../model/resolve.ts';
import type { ResolvedStack } from '../model/stack.ts';
import { structure } from './locales/en/structure.ts';
import { loadStack } from './registry.ts';

async function resolve(ref: string, n: number | null = null): Promise<ResolvedStack> {
  const [id = '', variant] = ref.split(':');
  const file = await loadStack(id);
  if (!file.ok) throw new Error(`${ref}: ${JSON.stringify(file.issues)}`);
  return resolveStack(file.value, { variant, n });
}

async function wordsOf(ref: string, n: number | null = null) {
  const stack = await resolve(ref, n);
  const kernels = kernelFacts(stack);
  const { count, note } = structure.readout(stack, kernels);
  return { headline: structure.headline([{ stack, kernels }]), count, note };
}

describe('headline and readout of one stack', () => {
  test.each(['gvisor', 'gvisor:kvm'])('%s has Sentries, not library OSes', async (ref) => {
    expect(await wordsOf(ref)).toEqual({
      headline: 'Three containers, each with a kernel in user space.',
      count: '1 kernel, 3 Sentries',
      note: 'the kernel is the host’s; each container has a Sentry of its own',
    });
    expect((await wordsOf(ref, 1)).headline).toBe('One container, with a kernel in user space.');
  });

  test('unikernel keeps its library OSes', async () => {
    expect((await wordsOf('unikernel')).count).toBe('1 kernel, 3 library OSes');
  });

  test('kata has a guest kernel per VM, and the host’s', async () => {
    expect(await wordsOf('kata')).toEqual({
      headline: 'Three VMs, three guest kernels.',
      count: '4 kernels',
      note: '3 guest kernels, one private to each VM, and the host’s',
    });
  });

  test('wasm modules share a process, not a kernel that they would call', async () => {
    expect(await wordsOf('wasm')).toEqual({
      headline: 'Three modules in one process, on one kernel.',
      count: '1 kernel',
      note: 'called by one process, which runs 3 modules',
    });
  });
});

test('the sentence over several stacks says of each what it is', async () => {
  const shown = await Promise.all(
    ['docker-linux', 'gvisor', 'kata', 'wasm'].map(async (ref) => {
      const stack = await resolve(ref);
      return { stack, kernels: kernelFacts(stack) };
    }),
  );
  const sentence = structure.sentence(shown);
  expect(sentence).toMatch(/Sentry/);
  expect(sentence).toMatch(/in a VM of its own/);
  expect(sentence).toMatch(/modules make no system calls/);
  expect(sentence).not.toMatch(/library OS|Processes share/);
});
