import { expect, test } from 'vitest';
import { resolveStack } from './resolve.ts';
import { usersOf } from './shared-by.ts';
import { containersSource, kvmSource, layer, parsed, stackSource } from './stack.fixture.ts';
import type { ResolvedStack } from './stack.ts';

const containers = resolveStack(parsed(stackSource(containersSource())), { n: 1000 });
const vms = resolveStack(parsed(stackSource(kvmSource())));

/** A VM without neighbours of its kind that wraps shared containers. */
const hidden = resolveStack(
  parsed(
    stackSource(
      layer('hardware', 'hardware', {
        carries: [
          layer('hypervisor', 'hypervisor', {
            carries: [layer('vm', 'wall', { wraps: containersSource().carries ?? [] })],
          }),
        ],
      }),
    ),
  ),
);

/** Containers and their engine in a user namespace: one fence around the others. */
const [hostKernel] = containersSource().carries ?? [];
const rootless = resolveStack(
  parsed(
    stackSource(
      layer('hardware', 'hardware', {
        carries: [
          layer('kernel', 'kernel', {
            carries: [
              layer('user', 'fence', { wraps: hostKernel?.carries ?? [] }),
              layer('rootlesskit', 'engine'),
            ],
          }),
        ],
      }),
    ),
  ),
);

test.each<[string, ResolvedStack, string, string[], string[], boolean]>([
  ['a shared kernel', containers, 'kernel', ['1000 container'], ['engine'], false],
  ['hardware under one kernel', containers, 'hardware', [], ['kernel'], false],
  ['files in a container', containers, 'c1/libs', [], ['app'], true],
  ['a fence, without what set it up', containers, 'c1', [], ['app'], true],
  ['a guest kernel', vms, 'vm1/kernel', [], ['services', 'app'], true],
  ['a host kernel under VMs', vms, 'kernel', ['2 vm'], ['vmm'], false],
  ['a strip serves the VMs of its kernel', vms, 'kvm', ['2 vm'], ['vmm'], false],
  [
    'a hidden kernel is shared within its VM',
    hidden,
    'vm/kernel',
    ['3 container'],
    ['engine'],
    false,
  ],
  ['a hypervisor under one VM', hidden, 'hypervisor', [], ['vm'], false],
  [
    'a kernel is shared by what is in a single fence too',
    rootless,
    'kernel',
    ['3 container'],
    ['engine', 'rootlesskit'],
    false,
  ],
  ['a path that is not there', vms, 'nowhere', [], [], false],
])('%s', (_name, stack, path, groups, others, isPrivate) => {
  const users = usersOf(stack, `sample/${path}`);
  expect(users.groups.map(({ noun, count }) => `${count} ${noun}`)).toEqual(groups);
  expect(users.others.map(({ id }) => id)).toEqual(others);
  expect(users.private).toBe(isPrivate);
});
