import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelFacts } from './kernel-facts.ts';
import { parseStack } from './parse.ts';
import { resolveStack, stackKey } from './resolve.ts';
import {
  anyStack,
  containersSource,
  kvmSource,
  layer,
  parsed,
  stackSource,
} from './stack.fixture.ts';
import { findLayer, walkLayers } from './stack.ts';

const containers = parsed(stackSource(containersSource()));
const vms = parsed(stackSource(kvmSource()));

const pathsOf = (stack: ReturnType<typeof resolveStack>) =>
  [...walkLayers(stack.ground)].map(([found]) => found.path);

describe('paths', () => {
  test('slabs do not nest, boundaries do', () => {
    expect(pathsOf(resolveStack(vms))).toEqual([
      'sample/hardware',
      'sample/kernel',
      'sample/kvm',
      'sample/vm1',
      'sample/vm1/kernel',
      'sample/vm1/libs',
      'sample/vm1/services',
      'sample/vm1/app',
      'sample/vm2',
      'sample/vm2/kernel',
      'sample/vm2/libs',
      'sample/vm2/services',
      'sample/vm2/app',
      'sample/vmm',
    ]);
  });

  test('name the variant when it is not the default', () => {
    const both = ['default', 'xen'].map((id) => ({ id, name: id, ground: kvmSource() }));
    const file = parsed(stackSource(null, { variants: both }));
    expect(resolveStack(file, { variant: 'xen' }).ground.path).toBe('sample:xen/hardware');
    expect(resolveStack(file, { variant: 'default' }).key).toBe('sample');
    expect(resolveStack(file, { variant: 'never-heard-of' }).key).toBe('sample');
    expect(stackKey(file, 'xen')).toBe('sample:xen');
    expect(stackKey(file, undefined)).toBe('sample');
  });

  test('are unique in any stack', () => {
    fc.assert(
      fc.property(anyStack, (file) => {
        const paths = pathsOf(resolveStack(file));
        expect(new Set(paths).size).toBe(paths.length);
      }),
    );
  });
});

describe('an instance that lacks a layer', () => {
  const foreign = (each: readonly object[]) => {
    const libs = layer('libs', 'libs', { carries: [layer('app', 'app')] });
    const fence = layer('c', 'fence', {
      name: 'Container {n}',
      wraps: [layer('emulator', 'emulator', { carries: [libs] })],
      repeat: { prefix: 'c', noun: 'container', default: 2, each: [...each] },
    });
    const kernel = layer('kernel', 'kernel', { carries: [fence] });
    return stackSource(layer('hardware', 'hardware', { carries: [kernel] }));
  };

  test('stands what that layer carries in its place', () => {
    const file = parsed(foreign([{ without: ['emulator'] }, {}]));
    const [native, translated] = resolveStack(file).ground.carries[0]?.carries ?? [];
    expect(native?.wraps.map(({ path }) => path)).toEqual(['sample/c1/libs']);
    expect(native?.wraps[0]?.carries.map(({ path }) => path)).toEqual(['sample/c1/app']);
    expect(translated?.wraps.map(({ path }) => path)).toEqual(['sample/c2/emulator']);
    expect(pathsOf(resolveStack(file, { n: 3 }))).not.toContain('sample/c3/emulator');
  });

  test('can still say its own words about what is left', () => {
    const each = [{ without: ['emulator'], layers: { libs: { name: 'Debian' } } }];
    const stack = resolveStack(parsed(foreign(each)));
    expect(findLayer(stack, 'sample/c1/libs')?.name).toBe('Debian');
  });

  test.each([
    [{ without: ['emulators'] }, 'without[0]', 'there is no layer "emulators"'],
    [{ without: ['emulator', 'libs', 'app'] }, 'without', 'at least one layer'],
    [{ layers: { app: { family: 'nt' } } }, 'family', 'is built for nt'],
    [{ without: ['emulator'], layers: { app: { family: 'nt' } } }, 'family', 'is built for nt'],
  ])('is refused when it cannot be: %j', (each, place, message) => {
    const result = parseStack(foreign([each]));
    const issues = result.ok ? [] : result.issues;
    expect(issues.map((issue) => issue.path).join()).toContain(place);
    expect(issues.map((issue) => issue.message).join()).toContain(message);
  });
});

describe('titles', () => {
  test('a variant may say them differently', () => {
    const variants = [
      { id: 'default', name: 'D', ground: kvmSource() },
      {
        id: 'xen',
        name: 'X',
        claim: 'Another claim',
        readoutNote: 'a clause',
        ground: kvmSource(),
      },
    ];
    const file = parsed(stackSource(null, { variants }));
    expect(resolveStack(file)).toMatchObject({ claim: 'A claim', title: 'Sample' });
    expect(resolveStack(file)).not.toHaveProperty('readoutNote');
    expect(resolveStack(file, { variant: 'xen' })).toMatchObject({
      claim: 'Another claim',
      title: 'Sample',
      readoutNote: 'a clause',
    });
  });
});

describe('instances', () => {
  test('take their words in turn and their number', () => {
    const stack = resolveStack(containers);
    const names = ['c1', 'c2', 'c3'].map((id) =>
      ['', '/libs', '/app'].map((rest) => findLayer(stack, `sample/${id}${rest}`)?.name),
    );
    expect(names).toEqual([
      ['Container 1', 'Debian', 'Shop'],
      ['Container 2', 'Alpine', 'app'],
      ['Container 3', 'Debian', 'Shop'],
    ]);
  });

  test('keep their true count beyond what is expanded', () => {
    const stack = resolveStack(containers, { n: 100_000 });
    expect(stack.groups).toEqual([
      { group: 'c', noun: 'container', count: 100_000, expanded: 60, parent: 'sample/kernel' },
    ]);
    expect(findLayer(stack, 'sample/c60')?.instance).toEqual({
      group: 'c',
      index: 59,
      count: 100_000,
      noun: 'container',
    });
    expect(findLayer(stack, 'sample/c61')).toBeUndefined();
  });

  test.each([
    [null, 3],
    [undefined, 3],
    [Number.NaN, 3],
    [1, 1],
    [2.9, 2],
    [0, 1],
    [-5, 1],
    [1e9, 100_000],
  ])('n = %s gives %s', (n, count) => {
    expect(resolveStack(containers, { n }).groups[0]?.count).toBe(count);
  });

  test('n speaks of the innermost group; nested groups share what may be expanded', () => {
    const fence = layer('c', 'fence', {
      wraps: [layer('app', 'app')],
      repeat: { prefix: 'c', noun: 'container', default: 3 },
    });
    const wall = layer('vm', 'wall', {
      wraps: [layer('kernel', 'kernel', { carries: [fence] })],
      repeat: { prefix: 'vm', noun: 'vm', default: 2 },
    });
    const hypervisor = layer('hypervisor', 'hypervisor', { carries: [wall] });
    const file = parsed(stackSource(layer('hardware', 'hardware', { carries: [hypervisor] })));
    const { groups } = resolveStack(file, { n: 1000 });
    expect(
      groups.map(({ group, count, expanded, parent }) => [group, count, expanded, parent]),
    ).toEqual([
      ['vm', 2, 2, 'sample/hypervisor'],
      ['c', 1000, 30, 'sample/vm1/kernel'],
      ['c', 1000, 30, 'sample/vm2/kernel'],
    ]);
  });

  test('an app can be repeated too', () => {
    const app = layer('app', 'app', { repeat: { prefix: 'p', noun: 'process', default: 2 } });
    const kernel = layer('kernel', 'kernel', { carries: [app] });
    const file = parsed(stackSource(layer('hardware', 'hardware', { carries: [kernel] })));
    expect(pathsOf(resolveStack(file)).slice(2)).toEqual(['sample/p1', 'sample/p2']);
  });
});

describe('defaults', () => {
  const stack = resolveStack(vms);

  test.each([
    ['sample/hardware', 'under', 'none', undefined, undefined],
    ['sample/kernel', 'under', 'kernel', 'linux', 'kernel'],
    ['sample/kvm', 'inside', 'none', undefined, 'root'],
    ['sample/vmm', 'beside', 'none', 'linux', 'user'],
    ['sample/vm1', 'wraps', 'none', undefined, undefined],
    ['sample/vm1/kernel', 'under', 'kernel', 'linux', 'guest-kernel'],
    ['sample/vm1/libs', 'under', 'none', 'linux', 'guest-user'],
    ['sample/vm1/app', 'under', 'none', 'linux', 'guest-user'],
  ])('%s', (path, relation, counts, family, privilege) => {
    const found = findLayer(stack, path);
    expect([found?.relation, found?.counts, found?.family, found?.privilege]).toEqual([
      relation,
      counts,
      family,
      privilege,
    ]);
  });

  test('what a library OS carries is built for no system-call interface', () => {
    const library = layer('library-os', 'library-os', { carries: [layer('app', 'app')] });
    const hypervisor = layer('hypervisor', 'hypervisor', {
      carries: [layer('u', 'wall', { wraps: [library] })],
    });
    const file = parsed(stackSource(layer('hardware', 'hardware', { carries: [hypervisor] })));
    const app = findLayer(resolveStack(file), 'sample/u/app');
    expect(app).not.toHaveProperty('family');
    expect(kernelFacts(resolveStack(file))).toMatchObject({ total: 0, striped: 1 });
  });
});

describe('counting kernels', () => {
  test('uses the true number of instances', () => {
    const many = kernelFacts(resolveStack(vms, { n: 1000 }));
    expect(many).toMatchObject({ total: 1001, guests: 1000 });
    expect(many.host).toHaveLength(1);
    expect(kernelFacts(resolveStack(containers, { n: 1000 })).total).toBe(1);
  });

  test('does not depend on how many are expanded', () => {
    fc.assert(
      fc.property(
        anyStack,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (file, n, maxExpanded) => {
          const counts = (most: number) => {
            const { total, striped, guests, instances } = kernelFacts(
              resolveStack(file, { n, maxExpanded: most }),
            );
            return { total, striped, guests, instances };
          };
          expect(counts(maxExpanded)).toEqual(counts(8000));
        },
      ),
    );
  });
});

test('a hundred thousand instances cost what is expanded', () => {
  const all = resolveStack(vms, { n: 100_000 });
  expect(all.order).toHaveLength(resolveStack(vms, { n: 60 }).order.length);
});
