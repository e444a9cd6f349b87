import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFigures } from '../../content/figures.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import { pathSettings } from '../../model/path/settings.ts';
import { PATH_SWITCHES, type PathOp, type PathSwitch, type Route } from '../../model/path/route.ts';
import { resolveStack } from '../../model/resolve.ts';
import { findLayer, type ResolvedStack } from '../../model/stack.ts';
import { oneInstance } from './one-instance.ts';
import { routeOf, switchesFor } from './route.ts';
import { endsOf, totalOf } from './total.ts';

const { figures } = await loadFigures();
const refs = stackIds.flatMap((id) =>
  (stackNames[id]?.variants ?? []).map((variant) => `${id}:${variant}`),
);
const stacks = new Map<string, ResolvedStack>();

beforeAll(async () => {
  for (const ref of refs) {
    const [id = '', variant] = ref.split(':');
    const file = await loadStack(id);
    if (!file.ok) throw new Error(`${id} cannot be read`);
    stacks.set(ref, resolveStack(file.value, { variant, n: null }));
  }
});

function stackOf(ref: string): ResolvedStack {
  const stack = stacks.get(ref);
  if (stack === undefined) throw new Error(`no stack ${ref}`);
  return stack;
}

function routeIn(ref: string, op: PathOp, ...on: readonly PathSwitch[]): Route {
  const route = routeOf(stackOf(ref), op, new Set(on));
  if (route === null) throw new Error(`no route in ${ref}`);
  return route;
}

const OPS = pathSettings.op.words;
const anyRoute = fc
  .record({
    ref: fc.constantFrom(...refs),
    op: fc.constantFrom(...OPS),
    on: fc.subarray([...PATH_SWITCHES]),
  })
  .map(({ ref, op, on }) => ({ ref, op, on, route: () => routeIn(ref, op, ...on) }));

const borders = ({ hops }: Route): number => hops.filter(({ border }) => border !== null).length;
const downBorders = ({ hops, down }: Route): number =>
  hops.slice(0, down).filter(({ border }) => border !== null).length;
const places = ({ hops }: Route): readonly string[] => hops.map(({ to }) => to.place);

describe('every route', () => {
  test('is continuous, ends where it began, and stops at layers that are there', () => {
    fc.assert(
      fc.property(anyRoute, ({ ref, route }) => {
        const { hops, down } = route();
        const [first] = hops;
        expect(first).toBeDefined();
        hops.forEach((hop, at) => {
          const before = hops[at - 1];
          if (before !== undefined) expect(hop.from).toEqual(before.to);
          expect(hop.way).toBe(at < down ? 'down' : 'back');
          expect(findLayer(stackOf(ref), hop.to.layer)).toBeDefined();
        });
        expect(hops.at(-1)?.to).toEqual(first?.from);
        expect(first?.from.place).toBe('app');
      }),
      { numRuns: 600 },
    );
  });

  test('applies of the switches those that are offered, and says which', () => {
    fc.assert(
      fc.property(anyRoute, ({ ref, op, on, route }) => {
        const offered = switchesFor(stackOf(ref), op);
        for (const one of route().applied) {
          expect(on).toContain(one);
          expect(offered).toContain(one);
        }
        const known = on.filter((one) => offered.includes(one));
        // What cannot be here changes nothing.
        expect(routeIn(ref, op, ...known)).toEqual(route());
      }),
      { numRuns: 300 },
    );
  });

  test('a system call of a container or a VM never leaves its kernel', () => {
    for (const ref of refs) {
      const { hops } = routeIn(ref, 'syscall');
      expect(hops.filter(({ border }) => border === 'exit' || border === 'doorbell')).toEqual([]);
    }
  });

  test('an instruction of the same CPU meets nobody', () => {
    for (const ref of refs) expect(borders(routeIn(ref, 'instruction'))).toBe(0);
    const translated = refs.filter((ref) =>
      places(routeIn(ref, 'instruction')).includes('translate'),
    );
    expect(translated).toEqual(['emulated:default']);
  });
});

describe('switches', () => {
  test('the page cache never makes a write cross more', () => {
    for (const ref of refs) {
      for (const other of [[], ['overlay'], ['share'], ['nested']] as const) {
        const without = routeIn(ref, 'write', ...other);
        expect(borders(routeIn(ref, 'write', 'cache', ...other))).toBeLessThanOrEqual(
          borders(without),
        );
      }
    }
  });

  test('host networking takes veth, bridge and NAT away, and never adds a border', () => {
    for (const ref of refs) {
      const plain = routeIn(ref, 'packet');
      const host = routeIn(ref, 'packet', 'hostnet');
      expect(borders(host)).toBeLessThanOrEqual(borders(plain));
      if (!host.applied.includes('hostnet')) continue;
      expect(places(plain)).toEqual(expect.arrayContaining(['veth', 'bridge', 'nat']));
      for (const gone of ['veth', 'bridge', 'nat']) expect(places(host)).not.toContain(gone);
    }
  });

  test('a device passed through is rung without a VM exit', () => {
    const offered = refs.filter((ref) =>
      switchesFor(stackOf(ref), 'write').includes('passthrough'),
    );
    expect(offered).toContain('vm-bare-metal:kvm');
    for (const ref of offered) {
      const { hops, down } = routeIn(ref, 'write', 'passthrough');
      const way = hops.slice(0, down).map(({ border }) => border);
      expect(way).not.toContain('exit');
      expect(way).toContain('doorbell');
    }
  });

  test('nesting passes every exit through the outer hypervisor', () => {
    const plain = routeIn('vm-bare-metal:kvm', 'write');
    const nested = routeIn('vm-bare-metal:kvm', 'write', 'nested');
    expect(borders(nested)).toBeGreaterThan(borders(plain));
    const exits = nested.hops.filter(({ border }) => border === 'exit');
    expect(exits.every(({ to }) => to.place === 'outer')).toBe(true);
  });

  test('the host is asked for a page only when it has none', () => {
    const missing = routeIn('vm-bare-metal:kvm', 'fault');
    expect(missing.hops.map(({ border }) => border)).toContain('exit');
    const there = routeIn('vm-bare-metal:kvm', 'fault', 'backed');
    expect(there.hops.map(({ border }) => border)).not.toContain('exit');
  });
});

describe('what is known of some', () => {
  test('a container’s write passes one kernel, a VM’s on KVM two, woken by an exit', () => {
    const container = routeIn('docker-linux:default', 'write');
    expect(container.kernels).toEqual(['docker-linux/kernel']);
    expect(downBorders(container)).toBe(2);
    const vm = routeIn('vm-bare-metal:kvm', 'write');
    expect(vm.kernels).toHaveLength(2);
    expect(vm.hops.slice(0, vm.down).flatMap(({ border }) => border ?? [])).toEqual([
      'call',
      'exit',
      'wake',
      'call',
      'doorbell',
    ]);
    expect(vm.hops.slice(vm.down).flatMap(({ border }) => border ?? [])).toEqual([
      'interrupt',
      'wake',
      'call',
      'enter',
      'return',
    ]);
  });

  test('vhost takes a packet without waking QEMU; Docker Desktop passes a process of the host', () => {
    expect(places(routeIn('vm-bare-metal:kvm', 'packet'))).not.toContain('vmm');
    expect(places(routeIn('desktop-mac:virtualization-framework', 'packet'))).toContain(
      'net-process',
    );
  });

  test('gVisor’s platforms differ: systrap passes the host’s kernel, KVM does not', () => {
    expect(routeIn('gvisor:systrap', 'syscall').kernels).toHaveLength(1);
    expect(routeIn('gvisor:kvm', 'syscall').kernels).toHaveLength(0);
    expect(routeIn('gvisor:systrap', 'syscall').striped).toHaveLength(1);
  });

  test('what a provider does is not counted', () => {
    expect(routeIn('cloud-containers:default', 'write').isOpen).toBe(true);
  });
});

describe('time', () => {
  test('a total is the sum of its parts, and stands only where each hop has one', () => {
    fc.assert(
      fc.property(anyRoute, ({ route }) => {
        const one = route();
        const covered = one.parts.flatMap(({ hops }) => hops);
        expect(new Set(covered).size).toBe(covered.length);
        const total = totalOf(one, figures);
        if (typeof total === 'string') return;
        expect(covered.length).toBe(one.hops.length);
        const ends = one.parts.flatMap(({ figure }) => {
          const known = figures.get(figure);
          return known === undefined ? [] : (endsOf(known) ?? []);
        });
        expect(total.low).toBeCloseTo(ends.reduce((sum, { low }) => sum + low, 0));
        expect(total.high).toBeCloseTo(ends.reduce((sum, { high }) => sum + high, 0));
      }),
      { numRuns: 300 },
    );
  });

  test('every figure that a route names is one, and its parts are times', () => {
    for (const ref of refs) {
      for (const op of OPS) {
        for (const on of [[], ...PATH_SWITCHES.map((one) => [one])]) {
          const { parts, related } = routeIn(ref, op, ...on);
          for (const id of related) expect(figures.has(id), id).toBe(true);
          for (const { figure } of parts)
            expect(['ns', 'µs', 'ms', 'cycles', 'ns per call']).toContain(
              figures.get(figure)?.unit,
            );
        }
      }
    }
  });

  test('systrap has no figure; a process has a total; a container’s parts do not add up', () => {
    expect(totalOf(routeIn('gvisor:systrap', 'syscall'), figures)).toBe('none');
    expect(totalOf(routeIn('process:default', 'syscall'), figures)).toEqual({
      ...{ low: 62, high: 236, unit: 'ns' },
    });
    expect(totalOf(routeIn('docker-linux:default', 'syscall'), figures)).toBe('not-comparable');
    expect(totalOf(routeIn('vm-bare-metal:kvm', 'write'), figures)).toBe('parts-missing');
  });
});

test('one instance is kept whole, and its route is the same', () => {
  const stack = stackOf('vm-bare-metal:kvm');
  const app = routeIn('vm-bare-metal:kvm', 'write').hops[0]?.from.layer ?? '';
  const one = oneInstance(stack, app);
  expect(findLayer(one, app)).toBeDefined();
  expect(findLayer(one, 'vm-bare-metal:kvm/vm2')).toBeUndefined();
  expect(routeOf(one, 'write', new Set())?.hops).toEqual(
    routeIn('vm-bare-metal:kvm', 'write').hops,
  );
});
