import { expect, test } from 'vitest';
import { namedScenes } from '#lib/content/named-scenes.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { decodeNamedScene } from '#lib/state/named-scenes.ts';
import { stillScenes } from '#lib/state/still-scenes.ts';
import { scenePicture } from './scene-words.ts';

test('the named scenes without steps are those whose picture has no time', async () => {
  const still: string[] = [];
  for (const named of namedScenes) {
    const { scene } = decodeNamedScene(named, knownNames);
    const { picture } = await scenePicture(scene, 'embed', { widthPx: 720, heightPx: 300 });
    const chapters = picture.clock?.chapters ?? picture.buildChapters;
    if (chapters.length === 0) still.push(named.id);
  }
  expect(stillScenes.map(({ id }) => id)).toEqual(still);
});
