/** Small stacks for tests, and a generator of valid ones of any shape. */
import * as fc from 'fast-check';
import type { LayerKind } from './kinds.ts';
import { isBoundary } from './kinds.ts';
import { parseStack } from './parse.ts';
import type { LayerSource } from './schema.ts';
import type { StackFile } from './stack-file.ts';

/** A layer with the words that tests do not care about. */
export function layer(id: string, kind: LayerKind, more: Partial<LayerSource> = {}): LayerSource {
  const family = kind === 'kernel' ? { family: 'linux' as const } : {};
  return { id, kind, name: id, providedBy: 'a test', about: 'A layer.', ...family, ...more };
}

/** A stack file around a ground, as JSON. */
export function stackSource(ground: unknown, more: Record<string, unknown> = {}): unknown {
  return {
    format: 1,
    id: 'sample',
    title: 'Sample',
    shortTitle: 'Sample',
    claim: 'A claim',
    note: 'A note.',
    summary: 'A summary.',
    defaultVariant: 'default',
    variants: [{ id: 'default', name: 'Default', ground }],
    ...more,
  };
}

/** @throws when the source is not a valid stack: a mistake in the test. */
export function parsed(source: unknown): StackFile {
  const result = parseStack(source);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.value;
}

/** Containers on Linux: a kernel that carries `c` fences and an engine. */
export function containersSource(): LayerSource {
  const runc = layer('runc', 'engine', { relation: 'transient' });
  const libs = layer('libs', 'libs', { carries: [layer('app', 'app')] });
  const each = [
    { layers: { libs: { name: 'Debian' }, app: { name: 'Shop' } } },
    { layers: { libs: { name: 'Alpine' } } },
  ];
  const fence = layer('c', 'fence', {
    name: 'Container {n}',
    wraps: [libs, runc],
    repeat: { prefix: 'c', noun: 'container', default: 3, each },
  });
  return layer('hardware', 'hardware', {
    carries: [layer('kernel', 'kernel', { carries: [fence, layer('engine', 'engine')] })],
  });
}

/** VMs on KVM: `vm` walls on a kernel with a strip inside and a VMM beside them. */
export function kvmSource(): LayerSource {
  const libs = layer('libs', 'libs', {
    carries: [layer('services', 'userland'), layer('app', 'app')],
  });
  const wall = layer('vm', 'wall', {
    wraps: [layer('kernel', 'kernel', { carries: [libs] })],
    repeat: { prefix: 'vm', noun: 'vm', default: 2 },
  });
  const host = layer('kernel', 'kernel', {
    inside: [layer('kvm', 'hypervisor')],
    carries: [wall, layer('vmm', 'vmm')],
  });
  return layer('hardware', 'hardware', { carries: [host] });
}

type Shape = Omit<LayerSource, 'id' | 'name' | 'providedBy' | 'about'>;

/** Any valid stack: nested boundaries, repeated groups, strips, neighbours of every kind. */
export const anyStack: fc.Arbitrary<StackFile> = fc
  .letrec<{ floor: Shape[]; kernel: Shape; boundary: Shape; neighbour: Shape }>((tie) => ({
    kernel: fc.record({
      kind: fc.constant('kernel' as const),
      inside: fc.constantFrom<Shape[]>([], [{ kind: 'hypervisor' }]),
      carries: tie('floor'),
    }) as unknown as fc.Arbitrary<Shape>,
    boundary: fc.record({
      kind: fc.constantFrom('fence' as const, 'wall' as const, 'control-domain' as const),
      wraps: fc.array(tie('kernel'), { minLength: 1, maxLength: 2, depthIdentifier: 'tree' }),
      times: fc.constantFrom(0, 1, 3),
    }) as unknown as fc.Arbitrary<Shape>,
    neighbour: fc.constantFrom<Shape>(
      { kind: 'engine' },
      { kind: 'vmm' },
      { kind: 'app' },
      { kind: 'engine', relation: 'transient' },
      { kind: 'libs', carries: [{ kind: 'app' }, { kind: 'userland' }] as LayerSource[] },
    ),
    floor: fc.array(
      fc.oneof(
        { depthIdentifier: 'tree', maxDepth: 4 },
        { arbitrary: tie('neighbour'), weight: 1 },
        { arbitrary: tie('boundary'), weight: 2 },
      ),
      { minLength: 1, maxLength: 4, depthIdentifier: 'tree' },
    ),
  }))
  .kernel.map((kernel) => {
    const next = counter();
    return parsed(stackSource(name({ kind: 'hardware', carries: [kernel as LayerSource] }, next)));
  });

function counter(): () => number {
  let last = 0;
  return () => (last += 1);
}

/** Gives every shape an id of its own; `times` above 0 becomes a repeated group. */
function name(shape: Shape, next: () => number): LayerSource {
  const { times = 0, ...rest } = shape as Shape & { times?: number };
  const children = (list: readonly unknown[] | undefined) =>
    (list ?? []).map((child) => name(child as Shape, next));
  const number = next();
  // Prefixes are letters only.
  const prefix = `g${[...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`;
  const repeat = { prefix, noun: 'vm' as const, default: times };
  return layer(`${rest.kind}-${number}`, rest.kind, {
    ...rest,
    ...(times > 0 && isBoundary(rest.kind) ? { repeat } : {}),
    inside: children(rest.inside),
    wraps: children(rest.wraps),
    carries: children(rest.carries),
  });
}
