/** Random stacks for property tests: any mix of slabs, fences, walls, strips, engines and instances. */
import fc from 'fast-check';
import type { Layer, ResolvedStack } from '../model/stack.ts';

function layer(path: string, kind: Layer['kind'], extra: Partial<Layer> = {}): Layer {
  return {
    path,
    id: path.split('/').at(-1) ?? path,
    kind,
    relation: 'under',
    name: `Layer ${kind}`,
    short: kind.slice(0, 6),
    detail: 'some detail',
    providedBy: 'nobody',
    counts: kind === 'kernel' ? 'kernel' : 'none',
    about: '',
    figures: [],
    carries: [],
    inside: [],
    wraps: [],
    ...extra,
  };
}

function userSpace(base: string, services: boolean): Layer {
  const programs = [
    ...(services ? [layer(`${base}/services`, 'userland', { lines: ['init', 'sshd'] })] : []),
    layer(`${base}/app`, 'app', { family: 'linux' }),
  ];
  return layer(`${base}/libs`, 'libs', { family: 'linux', carries: programs });
}

function containers(base: string, count: number, drawn: number): Layer[] {
  return Array.from({ length: Math.min(count, drawn) }, (_, index) =>
    layer(`${base}/c${index + 1}`, 'fence', {
      relation: 'wraps',
      instance: { group: 'c', index, count, noun: 'container' },
      wraps: [userSpace(`${base}/c${index + 1}`, false)],
    }),
  );
}

/** A user namespace: a fence around an engine and its containers, on the same floor. */
function nested(base: string, count: number): Layer {
  const path = `${base}/user`;
  return layer(path, 'fence', {
    relation: 'wraps',
    wraps: [
      ...containers(path, count, 60),
      layer(`${path}/engine`, 'engine', { relation: 'beside' }),
    ],
  });
}

function machines(base: string, count: number, drawn: number, inner: number): Layer[] {
  return Array.from({ length: Math.min(count, drawn) }, (_, index) => {
    const path = `${base}/vm${index + 1}`;
    const above =
      inner === 0
        ? [userSpace(path, true)]
        : [...containers(path, inner, 10), layer(`${path}/engine`, 'engine')];
    return layer(path, 'wall', {
      relation: 'wraps',
      instance: { group: 'vm', index, count, noun: 'vm' },
      wraps: [layer(`${path}/kernel`, 'kernel', { family: 'linux', carries: above })],
    });
  });
}

/** A stack of `vms` machines and `count` containers on one floor, with or without an engine and KVM. */
export const arbitraryStack: fc.Arbitrary<ResolvedStack> = fc
  .record({
    vms: fc.integer({ min: 0, max: 5 }),
    inner: fc.integer({ min: 0, max: 4 }),
    count: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 100_000 })),
    rootless: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.constant(1000)),
    engine: fc.boolean(),
    kvm: fc.boolean(),
    host: fc.boolean(),
  })
  .map(({ vms, inner, count, rootless, engine, kvm, host }): ResolvedStack => {
    const key = 'any';
    const carries = [
      ...(host ? [userSpace(key, true)] : []),
      // No stack has a user namespace and other groups on one floor.
      ...(rootless > 0
        ? [nested(key, rootless)]
        : [...machines(key, vms, 60, inner), ...containers(key, count, 60)]),
      ...(engine ? [layer(`${key}/engine`, 'engine', { relation: 'beside' })] : []),
    ];
    const strip = layer(`${key}/kvm`, 'hypervisor', { relation: 'inside' });
    const kernel = layer(`${key}/kernel`, 'kernel', {
      family: 'linux',
      carries,
      inside: kvm ? [strip] : [],
    });
    return {
      key,
      id: key,
      variant: 'default',
      title: 'Any stack',
      shortTitle: 'Any',
      claim: 'A claim about it',
      note: 'A note about it.',
      summary: '',
      figures: [],
      relatives: [],
      ground: layer(`${key}/hardware`, 'hardware', { carries: [kernel] }),
      groups: [
        { group: 'c', noun: 'container', count, expanded: Math.min(count, 60), parent: key },
      ],
      order: [],
    };
  });

/** The same stack under another key, so that several of them can stand side by side. */
export function rekey(stack: ResolvedStack, key: string): ResolvedStack {
  const move = (item: Layer): Layer => ({
    ...item,
    path: item.path.replace(/^any/, key),
    carries: item.carries.map(move),
    inside: item.inside.map(move),
    wraps: item.wraps.map(move),
  });
  return { ...stack, key, ground: move(stack.ground) };
}
