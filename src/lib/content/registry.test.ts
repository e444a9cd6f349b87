import { describe, expect, test } from 'vitest';
import { isBoundary } from '../model/kinds.ts';
import { kernelFacts } from '../model/kernel-facts.ts';
import { resolveStack } from '../model/resolve.ts';
import { walkLayers } from '../model/stack.ts';
import type { ResolvedStack } from '../model/stack.ts';
import type { StackFile } from '../model/stack-file.ts';
import { stackIds, stackNames } from './registry.ts';
import { loadStack } from './stacks.ts';
import { stackTitles } from './stack-titles.ts';

async function load(id: string): Promise<StackFile> {
  const result = await loadStack(id);
  if (!result.ok) throw new Error(`${id}: ${JSON.stringify(result.issues, null, 2)}`);
  return result.value;
}

async function resolve(ref: string): Promise<ResolvedStack> {
  const [id = '', variant] = ref.split(':');
  return resolveStack(await load(id), { variant });
}

// The table of the public contract, §4: [kernels, striped, host, guest].
const KERNELS: readonly (readonly [string, readonly [number, number, number, number]])[] = [
  ['process', [1, 0, 1, 0]],
  ['vm-bare-metal', [3, 0, 0, 3]],
  ['vm-bare-metal:hyper-v', [4, 0, 1, 3]],
  ['vm-bare-metal:xen', [4, 0, 1, 3]],
  ['vm-bare-metal:kvm', [4, 0, 1, 3]],
  ['vm-hosted', [3, 0, 1, 2]],
  ['vm-hosted:vmware', [3, 0, 1, 2]],
  ['docker-linux', [1, 0, 1, 0]],
  ['docker-rootless', [1, 0, 1, 0]],
  ['system-container', [1, 0, 1, 0]],
  ['windows-process', [1, 0, 1, 0]],
  ['windows-hyperv', [3, 0, 1, 2]],
  ['desktop-windows-wsl2', [2, 0, 1, 1]],
  ['desktop-windows-hyperv', [2, 0, 1, 1]],
  ['desktop-mac', [2, 0, 1, 1]],
  ['desktop-mac:docker-vmm', [2, 0, 1, 1]],
  ['desktop-mac:hyperkit', [2, 0, 1, 1]],
  ['desktop-linux', [2, 0, 1, 1]],
  ['emulated', [1, 0, 1, 0]],
  ['microvm', [4, 0, 1, 3]],
  ['microvm:cloud-hypervisor', [4, 0, 1, 3]],
  ['kata', [4, 0, 1, 3]],
  ['gvisor', [1, 3, 1, 0]],
  ['gvisor:kvm', [1, 3, 1, 0]],
  ['unikernel', [1, 3, 1, 0]],
  ['unikernel:firecracker', [1, 3, 1, 0]],
  ['cloud-containers', [2, 0, 0, 2]],
  ['wasm', [1, 0, 1, 0]],
];

test('the stacks come in the order of the contract', () => {
  const order = [...new Set(KERNELS.map(([ref]) => ref.split(':')[0]))];
  expect(stackIds.filter((id) => order.includes(id))).toEqual(order);
});

test.each(KERNELS)('%s counts its kernels as the contract says', async (ref, expected) => {
  const { total, striped, host, control, guests } = kernelFacts(await resolve(ref));
  expect([total, striped, host.length + control.length, guests]).toEqual(expected);
});

test('titles carry no layers into the first page', () => {
  // A ground that is not the use of a part would come along with the variants.
  expect(JSON.stringify(stackTitles)).not.toContain('providedBy');
});

describe.each(stackIds)('%s', (id) => {
  test('has titles that fit the file', async () => {
    const file = await load(id);
    const head = stackTitles[id];
    expect(file.id).toBe(id);
    expect(head).toMatchObject({
      title: file.title,
      shortTitle: file.shortTitle,
      claim: file.claim,
      defaultVariant: file.defaultVariant,
    });
    expect(head?.variants.map((variant) => variant.id)).toEqual(
      file.variants.map((variant) => variant.id),
    );
  });

  test('says of every layer what it is, who provides it and how privileged it runs', async () => {
    const file = await load(id);
    for (const variant of file.variants) {
      const stack = resolveStack(file, { variant: variant.id });
      for (const [layer] of walkLayers(stack.ground)) {
        expect(layer.about, layer.path).toMatch(/^[A-Z].*\.$/);
        expect(layer.providedBy, layer.path).not.toBe('');
        expect(layer.name, layer.path).not.toContain('{n}');
        const runs = layer.kind !== 'hardware' && !isBoundary(layer.kind);
        expect(layer.privilege !== undefined, `privilege of ${layer.path}`).toBe(runs);
        expect(layer.cpuMode !== undefined, `cpuMode of ${layer.path}`).toBe(runs);
        expect(layer.enforcedBy !== undefined, `enforcedBy of ${layer.path}`).toBe(!runs);
      }
    }
  });

  test('gives no kernel a release: only a recorded answer or an attack does', async () => {
    const file = await load(id);
    for (const variant of file.variants)
      for (const [layer] of walkLayers(resolveStack(file, { variant: variant.id }).ground)) {
        if (layer.kind !== 'kernel' && layer.kind !== 'sentry') continue;
        expect(`${layer.name} ${layer.detail ?? ''}`, layer.path).not.toMatch(/\d\.\d/);
      }
  });

  test('keeps long names out of narrow boxes', async () => {
    const file = await load(id);
    for (const variant of file.variants) {
      for (const [layer] of walkLayers(resolveStack(file, { variant: variant.id }).ground)) {
        if (layer.kind === 'hardware' || layer.kind === 'fence') continue;
        const longestWord = Math.max(
          ...(layer.short ?? layer.name).split(/[\s,]+/).map((w) => w.length),
        );
        expect(longestWord, `${layer.path}: ${layer.short ?? layer.name}`).toBeLessThanOrEqual(12);
      }
    }
  });
});

test('every relative is a stack or a variant of one, and no stack is its own', async () => {
  for (const id of stackIds) {
    const file = await load(id);
    for (const { id: variant } of file.variants) {
      const { key, relatives } = resolveStack(file, { variant });
      for (const { stack, says } of relatives) {
        const [family = '', other] = stack.split(':');
        expect(stackIds, `${key} → ${stack}`).toContain(family);
        if (other !== undefined) expect(stackNames[family]?.variants, stack).toContain(other);
        expect(stack).not.toBe(key);
        expect(says, `${key} → ${stack}`).toMatch(/^(?:[A-Z]|gVisor).*\.$/);
      }
    }
  }
});

test.each(['nowhere', '__proto__', 'constructor', '', '../stacks/process'])(
  'an unknown stack (%j) is an issue, not an exception',
  async (id) => {
    const result = await loadStack(id);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.issues[0]?.message).toContain('there is no stack');
  },
);
