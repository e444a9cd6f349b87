import { expect, test } from 'vitest';
import { kernelFacts } from '../model/kernel-facts.ts';
import { resolveStack } from '../model/resolve.ts';
import type { ResolvedStack } from '../model/stack.ts';
import { structure } from './locales/en/structure.ts';
import { loadStack } from './registry.ts';

async function shown(id: string, n?: number) {
  const result = await loadStack(id);
  if (!result.ok) throw new Error(`${id}: ${JSON.stringify(result.issues, null, 2)}`);
  const stack: ResolvedStack = resolveStack(result.value, { n });
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
  const one = await shown(id);
  expect(structure.headline([one])).toBe(headline);
  const { count, note } = structure.readout(one.stack, one.kernels);
  expect(`${count}: ${note}`).toBe(readout);
});

test('beside others, a kernel that containers share within a VM is not called the VM’s alone', async () => {
  const both = [await shown('docker-linux'), await shown('cloud-containers')];
  expect(structure.sentence(both)).toBe(
    'Containers share the one that is already running. Each VM brings a kernel, which the containers in it share.',
  );
});

test('one container per VM shares its kernel with nobody', async () => {
  const { stack, kernels } = await shown('cloud-containers', 1);
  expect(structure.readout(stack, kernels).note).toBe(
    'one private to each VM, used by its container',
  );
});

test('stacks that hide a kernel are named once, and not at all where every one does', async () => {
  const [docker, mac, linux] = [
    await shown('docker-linux'),
    await shown('desktop-mac'),
    await shown('desktop-linux'),
  ];
  expect(structure.sentence([mac, linux])).toBe('Each of them hides a second one inside a VM.');
  expect(structure.sentence([docker, mac, linux])).toBe(
    'Containers share the one that is already running. Docker Desktop on a Mac and Docker Desktop on Linux each hide a second one inside a VM.',
  );
});
