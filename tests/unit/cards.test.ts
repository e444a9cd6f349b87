/** The pictures of scenes that other sites show are of the present scenes. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { namedScenes } from '../../src/lib/content/named-scenes.ts';
import { cardPrint } from '../../src/lib/ui/site/card-print.ts';
import { CARD_PX } from '../../src/lib/ui/site/scene-links.ts';

const FOLDER = 'static/cards';
const prints: Readonly<Record<string, string>> = JSON.parse(
  await readFile(`${FOLDER}/prints.json`, 'utf8'),
);

test('every named scene has a card, and no other', () => {
  expect(Object.keys(prints).toSorted()).toEqual(namedScenes.map(({ id }) => id).toSorted());
});

test.each(namedScenes)(
  'the card of $id shows what the scene shows: npm run cards',
  async (scene) => {
    expect(prints[scene.id]).toBe(await cardPrint(scene));
    const png = await readFile(`${FOLDER}/${scene.id}.png`);
    // Width and height stand in the first chunk of a PNG.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([CARD_PX.width, CARD_PX.height]);
  },
);
