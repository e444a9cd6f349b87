import { expect, test } from 'vitest';
import type { DisplayList, TextItem } from './display-list.ts';
import { isLabelled, nameOf, partsOfName } from './node-name.ts';
import type { TwinStack } from './picture.ts';

const APP = 'docker-linux/c1/app';
const STACKS: readonly TwinStack[] = [
  {
    key: 'docker-linux',
    title: 'Container',
    readout: '',
    layers: [
      {
        path: 'docker-linux/c1',
        kind: 'fence',
        name: 'Container 1; a fence',
        children: [{ path: APP, kind: 'app', name: 'Shop, Python; on Debian', children: [] }],
      },
    ],
  },
];

function painted(...texts: readonly Partial<TextItem>[]): DisplayList {
  const plain = { t: 'text', z: 0, x: 0, y: 0, size: 14, weight: 600, anchor: 'start' } as const;
  const items = texts.map((text, at) => ({
    ...plain,
    ...{ key: `${at}`, text: '', ink: 'ink' as const, owner: APP },
    ...text,
  }));
  return { width: 1, height: 1, items };
}

test('a name is found at any depth', () => {
  expect(nameOf(APP, STACKS)).toBe('Shop, Python; on Debian');
  expect(nameOf('docker-linux/c9', STACKS)).toBeUndefined();
});

test('a name has a beginning and what follows', () => {
  expect(partsOfName('Shop, Python; on Debian; alone')).toEqual([
    'Shop, Python',
    'on Debian; alone',
  ]);
  expect(partsOfName('Shop')).toEqual(['Shop', '']);
});

test('a label says the name when all its words are painted', () => {
  const name = 'Shop, Python; on Debian';
  expect(isLabelled(APP, name, painted({ text: 'Shop' }, { text: 'Python' }))).toBe(true);
  expect(isLabelled(APP, name, painted({ text: 'Shop' }))).toBe(false);
  expect(isLabelled(APP, name, painted())).toBe(false);
});

test('neither what is not painted nor what belongs to others counts', () => {
  const name = 'Shop';
  expect(isLabelled(APP, name, painted({ text: 'Shop', alpha: 0 }))).toBe(false);
  expect(isLabelled(APP, name, painted({ text: 'Shop', owner: 'docker-linux/c2/app' }))).toBe(
    false,
  );
});
