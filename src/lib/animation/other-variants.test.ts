import { expect, test } from 'vitest';
import type { DisplayList } from '../scene/display-list.ts';
import { createMorph } from './morph.ts';
import { otherVariants, renamed } from './other-variants.ts';

const box = { x: 0, y: 0, w: 100, h: 50 };

function listOf(key: string, ...parts: readonly string[]): DisplayList {
  return {
    ...{ width: 200, height: 100 },
    items: parts.map((part) => ({
      ...{ t: 'box', key: `${key}/${part}`, owner: `${key}/${part}`, z: 1, box },
      ...{ look: 'hardware', radius: 0, layer: true },
    })),
  };
}

test('a stack in its place is another variant of itself; one that is new or has moved is not', () => {
  const before = ['process', 'vm-bare-metal', 'docker-linux'];
  expect([
    ...otherVariants({ before, after: ['process', 'vm-bare-metal:kvm', 'docker-linux'] }),
  ]).toEqual([['vm-bare-metal', 'vm-bare-metal:kvm']]);
  expect(otherVariants({ before, after: ['process', 'kata', 'docker-linux'] }).size).toBe(0);
  expect(otherVariants({ before, after: ['vm-bare-metal:kvm', 'docker-linux'] }).size).toBe(0);
  // The same family twice: each stays what it is.
  expect(
    otherVariants({
      before: ['vm-bare-metal', 'vm-bare-metal:kvm'],
      after: ['vm-bare-metal:kvm', 'vm-bare-metal'],
    }).size,
  ).toBe(0);
});

test('names begin with the stack, or with the lens and then the stack', () => {
  const list = { ...listOf('a', 'kernel'), items: listOf('boot/a', 'ground').items };
  const [item] = renamed(list, new Map([['a', 'a:x']])).items;
  expect(item).toMatchObject({ key: 'boot/a:x/ground', owner: 'boot/a:x/ground' });
});

test('what both variants have stays seen where it is, all the way', () => {
  const stacks = { before: ['a'], after: ['a:x'] };
  const options = { durationMs: 500, reduced: false, stacks };
  const morph = createMorph(listOf('a', 'hardware', 'vmm'), listOf('a:x', 'hardware'), options);
  for (const ms of [1, 120, 250, 400, 499]) {
    const found = morph.at(ms).items.filter(({ key }) => key === 'a:x/hardware');
    expect(found, `${ms} ms`).toEqual([expect.objectContaining({ box })]);
    expect(found[0]?.alpha ?? 1).toBe(1);
  }
  morph.destroy();
});
