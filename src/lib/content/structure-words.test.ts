/** What the Structure lens says of stacks whose kernels are not simply shared or simply private. */
import { describe, expect, test } from 'vitest';
import { kernelFacts } from '../model/kernel-facts.ts';
import { resolveStack } from '../model/resolve.ts';
import type { ResolvedStack } from '../model/stack.ts';
import { structureSaid } from './locales/en/structure-said.ts';
import { structure } from './locales/en/structure.ts';
import { loadStack } from './stacks.ts';

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
  return { headline: structureSaid.headline([{ stack, kernels }]), count, note };
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
  const sentence = structureSaid.sentence(shown);
  expect(sentence).toMatch(/Sentry/);
  expect(sentence).toMatch(/in a VM of its own/);
  expect(sentence).toMatch(/modules make no system calls/);
  expect(sentence).not.toMatch(/library OS|Processes share/);
});

async function shownOf(ref: string, n: number | null = null) {
  const stack = await resolve(ref, n);
  return { stack, kernels: kernelFacts(stack) };
}

// Who owns the kernels and who shares them, as the headline and the readout say it.
test.each([
  [
    'desktop-windows-hyperv',
    'Two kernels: one on show, one in a hidden VM.',
    '2 kernels: the root partition’s and the hidden one',
  ],
  [
    'desktop-linux',
    'Two kernels: one on show, one in a hidden VM.',
    '2 kernels: the host’s and the hidden one',
  ],
  [
    'emulated',
    'One kernel, shared by two containers.',
    '1 kernel: shared by 2 containers and the engine',
  ],
  [
    'cloud-containers',
    'Six containers, two guest kernels.',
    '2 guest kernels: one private to each VM, shared by its 3 containers',
  ],
])('%s', async (id, headline, readout) => {
  const one = await shownOf(id);
  expect(structureSaid.headline([one])).toBe(headline);
  const { count, note } = structure.readout(one.stack, one.kernels);
  expect(`${count}: ${note}`).toBe(readout);
});

test('beside others, a kernel that containers share within a VM is not called the VM’s alone', async () => {
  const both = [await shownOf('docker-linux'), await shownOf('cloud-containers')];
  expect(structureSaid.sentence(both)).toBe(
    'Containers share the one that is already running. Each VM brings a kernel, which the containers in it share.',
  );
});

test('one container per VM shares its kernel with nobody', async () => {
  const { stack, kernels } = await shownOf('cloud-containers', 1);
  expect(structure.readout(stack, kernels).note).toBe(
    'one private to each VM, used by its container',
  );
});

test('stacks that hide a kernel are named once, and not at all where every one does', async () => {
  const [docker, mac, linux] = [
    await shownOf('docker-linux'),
    await shownOf('desktop-mac'),
    await shownOf('desktop-linux'),
  ];
  expect(structureSaid.sentence([mac, linux])).toBe(
    'Each of them hides a second kernel inside a VM.',
  );
  expect(structureSaid.sentence([docker, mac, linux])).toBe(
    'Containers share the one that is already running. Docker Desktop on a Mac and Docker Desktop on Linux each hide a second kernel inside a VM.',
  );
});
