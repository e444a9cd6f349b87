import { expect, test } from 'vitest';
import { knownNames } from '#lib/state/known-names.ts';
import { baseScene } from '#lib/state/named-scenes.ts';
import { sceneWords } from './scene-words.ts';

test('a frame without scripts calls its stacks by names, as it does with scripts', async () => {
  const scene = baseScene('a-break-in', knownNames);
  expect((await sceneWords(scene, 'embed')).headline).toMatch(/ in Container\. /);
  expect((await sceneWords(scene)).headline).toMatch(/ in A\. /);
});
