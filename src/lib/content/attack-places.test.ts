/** No attack goes where a stack that it concerns has nothing: the stacks as they are drawn, layer by layer. */
import { describe, expect, test } from 'vitest';
import type { AttackRecord, AttackPlace } from '../model/isolation/attack-data.ts';
import { resolveStack } from '../model/resolve.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../model/stack.ts';
import { attackRecords } from './attacks.ts';
import { stackNames } from './registry.ts';
import { loadStack } from './stacks.ts';

const all = [...attackRecords.attacks.values()];

interface Around {
  readonly stack: ResolvedStack;
  /** From the ground to the app that is entered. */
  readonly line: readonly Layer[];
  readonly layers: readonly Layer[];
}

/** The layers from the ground up to the first tenant's app. */
function lineTo(stack: ResolvedStack): readonly Layer[] {
  const parents = new Map([...walkLayers(stack.ground)]);
  const isTenant = (layer: Layer): boolean =>
    layer.instance !== undefined || isInside(parents, layer);
  const app = [...parents.keys()].find((layer) => layer.kind === 'app' && isTenant(layer));
  if (app === undefined) throw new Error(`${stack.key} has no tenant`);
  const line: Layer[] = [];
  for (let layer: Layer | null = app; layer !== null; layer = parents.get(layer) ?? null)
    line.unshift(layer);
  return line;
}

function isInside(parents: ReadonlyMap<Layer, Layer | null>, layer: Layer): boolean {
  const parent = parents.get(layer) ?? null;
  return parent !== null && (parent.instance !== undefined || isInside(parents, parent));
}

async function aroundOf(ref: string): Promise<readonly Around[]> {
  const [id = '', only] = ref.split(':');
  const read = await loadStack(id);
  if (!read.ok) throw new Error(`${id} does not load`);
  const file = read.value;
  const variants = only === undefined ? (stackNames[id]?.variants ?? []) : [only];
  return variants.map((variant) => {
    const stack = resolveStack(file, { variant, n: 2 });
    return {
      stack,
      line: lineTo(stack),
      layers: [...walkLayers(stack.ground)].map(([one]) => one),
    };
  });
}

const ANSWERS: readonly string[] = ['kernel', 'sentry', 'library-os'];

/** What a place stands for; the walls that a VM has are on the line to its app. */
function layersAt(place: AttackPlace, { line, layers, stack }: Around): readonly Layer[] {
  const wall = line.findIndex(({ kind }) => kind === 'wall');
  const kinds = (...wanted: readonly string[]) =>
    layers.filter(({ kind }) => wanted.includes(kind));
  switch (place) {
    case 'app':
      return line.slice(-1);
    case 'kernel':
      return line.filter(({ kind }) => ANSWERS.includes(kind)).slice(-1);
    case 'runtime':
      return layers.filter(
        ({ kind, relation }) =>
          kind === 'sentry' ||
          (kind === 'emulator' && stack.id === 'wasm') ||
          (kind === 'engine' && (relation === 'transient' || stack.id === 'kata')),
      );
    case 'engine':
      return kinds('engine').filter(({ relation }) => relation === 'beside');
    case 'vmm':
      return wall < 0 ? [] : kinds('vmm').filter(({ relation }) => relation === 'beside');
    case 'hypervisor':
      return wall < 0 ? [] : kinds('hypervisor');
    case 'host-kernel':
      return wall < 0 ? [] : kinds('kernel').filter((layer) => !line.slice(wall).includes(layer));
    case 'cpu':
      return [stack.ground];
    case 'everything':
      return layers;
  }
}

const cases = all.flatMap((one) =>
  one.stacks.map((ref): [string, string, AttackRecord] => [one.id, ref, one]),
);

describe('steps', () => {
  test.each(cases)('%s finds all its places in %s', async (_id, ref, one) => {
    for (const around of await aroundOf(ref))
      for (const { at, label } of one.steps)
        expect(layersAt(at, around).length, `${around.stack.key}: ${label}`).toBeGreaterThan(0);
  });

  test.each(cases)('%s is for the kernel that answers in %s', async (_id, ref, one) => {
    for (const around of await aroundOf(ref)) {
      const [kernel] = layersAt('kernel', around);
      if (one.families === undefined || kernel?.family === undefined) continue;
      expect(one.families, around.stack.key).toContain(kernel.family);
    }
  });

  test('the host’s kernel is another than the one that answers', async () => {
    for (const [, ref, one] of cases.filter(([, , { steps }]) =>
      steps.some(({ at }) => at === 'host-kernel'),
    ))
      for (const around of await aroundOf(ref))
        expect(layersAt('host-kernel', around), one.id).not.toContain(
          layersAt('kernel', around)[0],
        );
  });
});

describe('settings', () => {
  /** Refs that a setting fixes in a state, with all their variants. */
  const fixed = (id: string) =>
    attackRecords.settings.get(id)?.places.filter((one) => one.fixed === true) ?? [];

  test('a stack made of a wall, a Sentry or a user namespace has it in its layers', async () => {
    const shown: readonly (readonly [string, (layer: Layer) => boolean])[] = [
      ['vm', ({ kind }) => kind === 'wall'],
      ['gvisor', ({ kind }) => kind === 'sentry'],
      ['user-namespace', ({ enforcedBy }) => /\buser\b.*namespaces/.test(enforcedBy ?? '')],
    ];
    for (const [id, isIt] of shown)
      for (const ref of fixed(id).flatMap(({ stacks }) => stacks))
        for (const { stack, line } of await aroundOf(ref))
          expect(line.some(isIt), `${id}: ${stack.key}`).toBe(true);
  });

  test('where a wall can be put, there is none yet', async () => {
    const places =
      attackRecords.settings.get('vm')?.places.filter(({ base }) => base === 'off') ?? [];
    for (const ref of places.flatMap(({ stacks }) => stacks))
      for (const { line } of await aroundOf(ref))
        expect(line.map(({ kind }) => kind)).not.toContain('wall');
  });
});
