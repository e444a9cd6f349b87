import { expect, it } from 'vitest';
import { namedScenes } from '#lib/content/named-scenes.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { decodeNamedScene } from '#lib/state/named-scenes.ts';
import { leastStage } from './small-frame.ts';

/** What is left of 640×360, the usual size of a frame, under a headline of two lines, px. */
const STAGE_PX = 263;

it.each(namedScenes)('$id is a picture in a frame of 640×360', (named) => {
  const { scene } = decodeNamedScene(named, knownNames);
  expect(leastStage(scene, 640)).toBeLessThanOrEqual(STAGE_PX);
});
