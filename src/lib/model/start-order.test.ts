import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveStack } from './resolve.ts';
import { anyStack, containersSource, kvmSource, parsed, stackSource } from './stack.fixture.ts';
import { walkLayers } from './stack.ts';
import type { Layer, ResolvedStack } from './stack.ts';

/** Runs a law over every layer and its parent of any stack. */
function holds(law: (layer: Layer, parent: Layer, at: (layer: Layer) => number) => void): void {
  fc.assert(
    fc.property(anyStack, (file) => {
      const stack = resolveStack(file);
      const ranks = new Map(stack.order.map((path, index) => [path, index]));
      const at = (layer: Layer) => ranks.get(layer.path) ?? Number.NaN;
      for (const [layer, parent] of walkLayers(stack.ground)) if (parent) law(layer, parent, at);
    }),
  );
}

const orderOf = (stack: ResolvedStack) => stack.order.map((path) => path.replace('sample/', ''));

describe('laws', () => {
  test('every layer starts exactly once', () => {
    fc.assert(
      fc.property(anyStack, (file) => {
        const stack = resolveStack(file);
        const paths = [...walkLayers(stack.ground)].map(([layer]) => layer.path);
        expect(stack.order.toSorted()).toEqual(paths.toSorted());
      }),
    );
  });

  test('a floor comes before what stands on it, a boundary before what it wraps', () => {
    holds((layer, parent, at) => expect(at(parent)).toBeLessThan(at(layer)));
  });

  test('a kernel has its strips before it carries anything', () => {
    holds((strip, kernel, at) => {
      if (strip.relation !== 'inside') return;
      for (const user of kernel.carries) expect(at(strip)).toBeLessThan(at(user));
    });
  });

  test('an engine or a VMM comes before the fences and walls of its floor', () => {
    holds((helper, floor, at) => {
      if (helper.relation !== 'beside') return;
      for (const neighbour of floor.carries)
        if (neighbour.kind === 'fence' || neighbour.kind === 'wall')
          expect(at(helper)).toBeLessThan(at(neighbour));
    });
  });

  test('all of a control domain comes before the walls of its floor', () => {
    holds((domain, floor, at) => {
      if (domain.kind !== 'control-domain') return;
      const last = Math.max(...[...walkLayers(domain)].map(([layer]) => at(layer)));
      for (const neighbour of floor.carries)
        if (neighbour.kind === 'wall') expect(last).toBeLessThan(at(neighbour));
    });
  });
});

test('containers: kernel, engine, then fence by fence', () => {
  expect(orderOf(resolveStack(parsed(stackSource(containersSource())), { n: 2 }))).toEqual([
    'hardware',
    'kernel',
    'engine',
    'c1',
    'c1/runc',
    'c1/libs',
    'c1/app',
    'c2',
    'c2/runc',
    'c2/libs',
    'c2/app',
  ]);
});

test('VMs on KVM: the strip and the VMM before the walls', () => {
  expect(orderOf(resolveStack(parsed(stackSource(kvmSource())), { n: 1 }))).toEqual([
    'hardware',
    'kernel',
    'kvm',
    'vmm',
    'vm1',
    'vm1/kernel',
    'vm1/libs',
    'vm1/services',
    'vm1/app',
  ]);
});
