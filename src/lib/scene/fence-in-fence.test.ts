/** A user namespace is a fence around an engine and the fences it asks for, all on one kernel. */
import { expect, test } from 'vitest';
import { resolveStack } from '../model/resolve.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { layer, parsed, stackSource } from '../model/stack.fixture.ts';
import type { TwinNode } from './picture.ts';
import { drawn } from '../state/drawn-structure.fixture.ts';

const libs = layer('libs', 'libs', { carries: [layer('app', 'app')] });
const stack = resolveStack(
  parsed(
    stackSource(
      layer('hardware', 'hardware', {
        carries: [
          layer('kernel', 'kernel', {
            name: 'The kernel',
            carries: [
              layer('user', 'fence', {
                name: 'User space of one',
                wraps: [
                  layer('c', 'fence', {
                    wraps: [libs],
                    repeat: { prefix: 'c', noun: 'container', default: 3 },
                  }),
                  layer('engine', 'engine'),
                ],
              }),
              layer('helper', 'engine'),
            ],
          }),
        ],
      }),
    ),
  ),
);

const scene = { ...EMPTY_SCENE, overlays: ['namespaces', 'cgroups', 'engine'] } as const;
const { rest, stacks } = drawn([stack], { scene });
const key = (place: string) => `${stack.key}/${place}`;

function nameOf(path: string, nodes: readonly TwinNode[]): string | undefined {
  for (const node of nodes) {
    const found = node.path === path ? node.name : nameOf(path, node.children);
    if (found !== undefined) return found;
  }
  return undefined;
}

test('the outer fence has a name where the inner ones have a gauge', () => {
  const texts = rest.items.filter(({ key: at }) => at === `${key('user')}#label0`);
  expect(texts).toMatchObject([{ text: 'User space of one' }]);
  const gauges = rest.items.filter(({ t }) => t === 'gauge').map((item) => item.owner);
  expect(gauges).toEqual([1, 2, 3].map((n) => key(`user/c${n}`)));
});

test('the wire runs from the engine inside to each container', () => {
  const wires = rest.items.filter(({ key: at }) => at.includes('#wire-'));
  expect(wires.map((item) => item.owner)).toEqual([1, 2, 3].map(() => key('user/engine')));
});

test('every fence, engine and file is said to stand on the kernel', () => {
  const [first] = stacks;
  const name = (place: string) => nameOf(key(place), first?.layers ?? []) ?? '';
  expect(name('user')).toMatch(/namespaces around others, made by The kernel/);
  expect(name('user/c2')).toMatch(/namespaces and cgroups, made by The kernel/);
  expect(name('user/engine')).toMatch(/; on The kernel/);
  expect(name('kernel')).toMatch(/shared by 3 containers/);
});
