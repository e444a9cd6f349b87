/**
 * What a scene's card shows, as a short text: when it changes, the card has to be made again
 * (`npm run cards`).
 */
import { createHash } from 'node:crypto';
import type { NamedScene } from '#lib/content/named-scenes.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { baseScene } from '#lib/state/named-scenes.ts';
import { scenePicture } from '../words/scene-words.ts';
import { CARD_PX } from './scene-links.ts';

/** Under the headline and over the line with our name, px. */
const STAGE_PX = { widthPx: CARD_PX.width, heightPx: CARD_PX.height - 80 };
const SIGNS = 16;

/**
 * @returns 16 hexadecimal signs
 * @throws {Error} when a stack of the scene cannot be read
 */
export async function cardPrint({ id }: NamedScene): Promise<string> {
  const { picture } = await scenePicture(baseScene(id, knownNames), 'embed', STAGE_PX);
  const { headline, rest } = picture;
  const shown = JSON.stringify({ headline, rest });
  return createHash('sha256').update(shown).digest('hex').slice(0, SIGNS);
}
