import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { attackShelf } from '../../content/attacks-drawn.ts';
import { stackIds } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import type { SettingId, SwitchState } from '../../model/isolation/attack-data.ts';
import { resolveStack } from '../../model/resolve.ts';
import { walkLayers, type ResolvedStack } from '../../model/stack.ts';
import { breakIn, countsAsPlace, type Mark } from './break-in.ts';
import { entryOf } from './choose.ts';
import { partsOf, tallyOf } from './parts.ts';
import { spotsOf, withAll } from './places.ts';
import { readHardened, statesOf, writeHardened } from './states.ts';
import { closure, waysOf } from './ways.ts';
import { withSentry } from './with-sentry.ts';

const all: ResolvedStack[] = [];
beforeAll(async () => {
  for (const file of await Promise.all(stackIds.map((id) => loadStack(id)))) {
    if (!file.ok) throw new Error('a stack file has a mistake');
    all.push(...file.value.variants.map(({ id }) => resolveStack(file.value, { variant: id })));
  }
});

const SENTRY = { name: 'Sentry', detail: 'process', providedBy: 'gVisor', about: '' };
const { attacks, settings } = attackShelf;
const attackIds = [...attacks.keys()];
type Hardened = ReadonlyMap<SettingId, SwitchState>;

/** As the lens does it: a Sentry that is switched on is put in. */
function run(
  stack: ResolvedStack,
  attackId: string | null,
  hardened: Hardened = new Map(),
  path = '',
) {
  const attack = attackId === null ? null : (attacks.get(attackId) ?? null);
  const states = statesOf({ stack, settings, attack, hardened });
  const isPut =
    states('gvisor') === 'on' &&
    ![...spotsOf(stack).values()].some(({ sentry }) => sentry !== null);
  const drawn = isPut ? withSentry(stack, SENTRY) : stack;
  const entry = entryOf(drawn, attack, path);
  const isAsked = path !== '';
  return { drawn, done: breakIn({ stack: drawn, attack, entry, isAsked, states, settings }) };
}

function find(key: string): ResolvedStack {
  const stack = all.find((one) => one.key === key);
  if (stack === undefined) throw new Error(`no stack ${key}`);
  return stack;
}

/** Of the places of a stack those that were reached, by path below the stack. */
function reachedIn(key: string, attack: string, hardened?: Hardened): readonly string[] {
  const { done } = run(find(key), attack, hardened);
  return [...done.marks.keys()]
    .filter((path) => {
      const layer = done.spots.get(path)?.layer;
      return layer !== undefined && countsAsPlace(layer) && layer.relation !== 'inside';
    })
    .map((path) => path.slice(key.length + 1))
    .toSorted();
}

const RANK: Readonly<Record<Mark, number>> = { starved: 1, read: 2, reached: 3, entered: 4 };

describe('laws', () => {
  const hardening = fc.subarray([...settings.values()]);
  const switched = fc.dictionary(
    fc.constantFrom(...settings.keys()),
    fc.constantFrom<SwitchState>('on', 'off'),
  );

  test('a barrier that is added never widens what is reached', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(...attackIds),
        switched,
        hardening,
        (at, id, base, more) => {
          const stack = all[at % all.length];
          if (stack === undefined) return;
          const before = new Map(Object.entries(base));
          const after = new Map([...before, ...more.map((one) => [one.id, one.hardens] as const)]);
          const open = run(stack, id, before).done;
          const hard = run(stack, id, after).done;
          for (const [path, mark] of hard.marks) {
            // A Sentry that was put in is no place of the stack without it.
            if (path.endsWith('/sentry') && !spotsOf(stack).has(path)) continue;
            expect(
              RANK[open.marks.get(path) ?? 'starved'] ?? 0,
              `${stack.key} ${id} ${path}`,
            ).toBeGreaterThanOrEqual(RANK[mark]);
            expect(open.marks.has(path), `${stack.key} ${id} ${path}`).toBe(true);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('is pure: the same stack, attack and settings give the same steps', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...attackIds), switched, (at, id, base) => {
        const stack = all[at % all.length];
        if (stack === undefined) return;
        const hardened = new Map(Object.entries(base));
        expect(run(stack, id, hardened).done).toEqual(run(stack, id, hardened).done);
      }),
      { numRuns: 60 },
    );
  });

  test('steps are numbered upwards, begin at the entry, and stay in the stack; what stops comes last', () => {
    for (const stack of all)
      for (const id of attackIds) {
        const { done } = run(stack, id);
        const numbers = done.hops.map(({ number }) => number);
        expect(numbers).toEqual([...numbers].toSorted((a, b) => a - b));
        expect(new Set(numbers).size).toBe(numbers.length);
        if (done.stop?.missing === undefined) expect(done.hops[0]?.to).toBe(done.entry);
        for (const path of done.marks.keys()) expect(done.spots.has(path)).toBe(true);
        if (done.stop) expect(done.stop.number).toBeGreaterThanOrEqual(numbers.at(-1) ?? 0);
      }
  });

  test('from any layer: what it owns is reached, and its owner owns that too', () => {
    for (const stack of all) {
      const spots = spotsOf(stack);
      for (const { layer, floor } of spots.values()) {
        const { done } = run(stack, null, new Map(), layer.path);
        expect(new Set(done.marks.keys())).toEqual(closure(spots, [layer]));
        if (floor?.kind !== 'kernel' && floor?.kind !== 'hypervisor') continue;
        expect(closure(spots, [floor])).toContain(layer.path);
      }
    }
  });

  test('a guest kernel owns its VM and nothing outside it', () => {
    for (const stack of all) {
      const spots = spotsOf(stack);
      for (const { layer, wall } of spots.values()) {
        if (layer.kind !== 'kernel' || wall?.kind !== 'wall') continue;
        const own = new Set(withAll(wall).map(({ path }) => path));
        for (const path of closure(spots, [layer])) expect(own).toContain(path);
      }
    }
  });

  test('between two tenants there is always a barrier: no way is ownership', () => {
    for (const stack of all) {
      const spots = spotsOf(stack);
      const ways = waysOf(spots, true);
      for (const { from, to, barrier } of ways) {
        const a = spots.get(from)?.layer;
        const b = spots.get(to)?.layer;
        if (a?.kind === 'app' && b?.kind === 'app' && a !== b) expect(barrier).not.toBeNull();
      }
      expect(ways.every(({ from, to }) => spots.has(from) && spots.has(to))).toBe(true);
    }
  });

  test('every part is counted once', () => {
    for (const stack of all) {
      const { done } = run(stack, 'dirty-pipe');
      const parts = partsOf(done);
      expect(new Set(parts.map(({ layer }) => layer.path)).size).toBe(parts.length);
      const { total, gained, taken, spared } = tallyOf(parts, done.marks, 'control');
      expect([gained + spared, taken]).toEqual([total, 0]);
      const tenants = parts.filter(({ isTenant }) => isTenant);
      const innermost = stack.groups.at(-1);
      expect(tenants.length % (innermost?.expanded ?? 1)).toBe(0);
    }
  });

  test('what was switched is written in one way and read back', () => {
    fc.assert(
      fc.property(switched, (base) => {
        const hardened = new Map(Object.entries(base));
        expect(readHardened(writeHardened(hardened))).toEqual(new Map([...hardened]));
      }),
    );
  });
});

describe('what is reached, and what holds', () => {
  test.each([
    ['a kernel bug under containers takes all', 'docker-linux', 'fsconfig-overflow', null],
    ['in a VM it ends at the wall', 'vm-bare-metal', 'fsconfig-overflow', 'vm'],
    ['in a hidden VM too', 'desktop-mac', 'fsconfig-overflow', 'vm'],
    ['the Sentry answers the call', 'gvisor', 'fsconfig-overflow', 'user-space-kernel'],
    [
      'a runc escape without root on the host',
      'docker-rootless',
      'runc-overwrite',
      'user-namespace',
    ],
    ['a bug of the VMM leaves its process as barrier', 'vm-bare-metal:kvm', 'venom', 'process'],
    ['app and library OS are one', 'unikernel', 'unikernel-hole', 'vm'],
    ['a module makes no system call', 'wasm', 'fsconfig-overflow', 'language'],
    ['a hole in an app alone', 'process', 'app-hole', 'process'],
  ])('%s', (_what, key, attack, barrier) => {
    const { done } = run(find(key), attack);
    expect(done.stop?.missing).toBeUndefined();
    expect(done.stop?.barrier ?? null).toBe(barrier);
  });

  test('VENOM reaches the VM and its VMM, not the host kernel', () => {
    expect(reachedIn('vm-bare-metal:kvm', 'venom')).toEqual([
      'vm1/app',
      'vm1/kernel',
      'vm1/services',
      'vmm',
    ]);
  });

  test('rootless: all containers and the engine, not the kernel', () => {
    const reached = reachedIn('docker-rootless', 'runc-overwrite');
    expect(reached).toContain('user/c4/app');
    expect(reached).toContain('user/engine');
    expect(reached).not.toContain('kernel');
  });

  test('a limit of the cgroup keeps the others from starving', () => {
    expect(reachedIn('docker-linux', 'fork-bomb')).toContain('c2/app');
    expect(reachedIn('docker-linux', 'fork-bomb', new Map([['pids-limit', 'on']]))).toEqual([
      'c1/app',
    ]);
  });

  test('an attack that a stack has no part for does not begin there', () => {
    for (const [key, attack] of [
      ['windows-process', 'fsconfig-overflow'],
      ['unikernel', 'dirty-pipe'],
      ['docker-linux', 'venom'],
      ['vm-hosted', 'runc-overwrite'],
    ] as const) {
      const { done } = run(find(key), attack);
      expect(done.stop?.missing, `${key} ${attack}`).toBeDefined();
      expect(done.hops).toEqual([]);
      expect(done.marks.size).toBe(0);
    }
  });

  test('who breaks in at the kernel does not need the steps that lead there', () => {
    const { done } = run(
      find('docker-linux'),
      'fsconfig-overflow',
      new Map(),
      'docker-linux/kernel',
    );
    expect(done.hops.map(({ to, mark }) => `${to.kind} ${mark}`)).toEqual([
      'kernel entered',
      'kernel reached',
    ]);
    expect(done.stop).toBeNull();
  });

  test('who breaks in elsewhere goes numbered steps of their own, each once', () => {
    for (const stack of all)
      for (const { layer } of spotsOf(stack).values()) {
        const { done } = run(stack, 'dirty-pipe', new Map(), layer.path);
        if (layer.kind === 'app') continue;
        expect(done.hops.map(({ number }) => number)).toEqual(done.hops.map((_, at) => at + 1));
        if (done.stop) expect(done.stop.number - done.hops.length).toBeGreaterThanOrEqual(0);
      }
  });

  test('every layer of every stack can be entered', () => {
    for (const stack of all)
      for (const [layer] of walkLayers(stack.ground)) {
        if (layer.relation === 'transient') continue;
        const { done } = run(stack, 'dirty-pipe', new Map(), layer.path);
        expect(done.entry).toBe(layer);
        expect(done.marks.get(layer.path)).toBe('entered');
      }
  });
});
