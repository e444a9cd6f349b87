import { expect, test } from 'vitest';
import { EMPTY_SCENE } from './scene.ts';
import { partsOf, sceneOf } from './scene-parts.ts';

test('the empty scene has no parts', () => {
  expect(partsOf(EMPTY_SCENE)).toEqual({});
  expect(sceneOf({})).toEqual(EMPTY_SCENE);
});

test('what was taken apart and written down comes back', () => {
  const scene = {
    ...EMPTY_SCENE,
    stacks: [{ id: 'docker-linux' }, { id: 'vm-bare-metal', variant: 'xen' }],
    lens: 'boot',
    boot: { ...EMPTY_SCENE.boot, study: 'lightvm' },
    overlays: [],
    tMs: 400,
  } as const;
  const parts = partsOf(scene);
  expect(Object.keys(parts).toSorted()).toEqual(['boot', 'lens', 'overlays', 'stacks', 'tMs']);
  expect(sceneOf(JSON.parse(JSON.stringify(parts)))).toEqual(scene);
});
