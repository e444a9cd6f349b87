/** A user namespace is a fence around an engine and the fences it asks for, all on one kernel. */
import { expect, test } from 'vitest';
import { structureSaid } from '../content/locales/en/structure-said.ts';
import { structure } from '../content/locales/en/structure.ts';
import { resolveStack } from '../model/resolve.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { layer, parsed, stackSource } from '../model/stack.fixture.ts';
import type { LensInput } from './lens.ts';
import type { TwinNode } from './picture.ts';
import { structureLens, type StructureLensWords } from './structure-lens.ts';
import { structureTableWords } from '../content/locales/en/structure-table.ts';
import { structureExtras } from './structure/extras.ts';
import { finish } from './steps.ts';

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

const input: LensInput<StructureLensWords> = {
  scene: { ...EMPTY_SCENE, overlays: ['namespaces', 'cgroups', 'engine'] },
  stacks: [stack],
  firstIndex: 0,
  widthPx: 1100,
  heightPx: 700,
  shell: 'explore',
  words: { structure, structureSaid },
  studies: [],
  figures: new Map(),
  sources: new Map(),
  extras: structureExtras(structureTableWords),
};
const { rest, stacks } = finish(structureLens(input));
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
  const [drawn] = stacks;
  const name = (place: string) => nameOf(key(place), drawn?.layers ?? []) ?? '';
  expect(name('user')).toMatch(/namespaces around others, made by The kernel/);
  expect(name('user/c2')).toMatch(/namespaces and cgroups, made by The kernel/);
  expect(name('user/engine')).toMatch(/; on The kernel/);
  expect(name('kernel')).toMatch(/shared by 3 containers/);
});
