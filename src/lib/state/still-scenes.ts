/** Which scenes have no story: nothing in their picture can be played. */
import { type NamedScene, namedScenes } from '../content/named-scenes.ts';
import type { Scene } from '../model/scene.ts';
import { knownNames } from './known-names.ts';
import { decodeNamedScene } from './named-scenes.ts';

/** @returns whether no time changes the picture; what is asked of kernels at once, and reach, stand still */
function isStill({ lens, kernel, manage }: Scene): boolean {
  if (lens === 'manage') return manage.story === 'reach';
  return lens === 'kernel' && (kernel.view === 'run' || kernel.view === 'needs');
}

/** Named scenes without steps, in the order of lists. */
export const stillScenes: readonly NamedScene[] = namedScenes.filter((named) =>
  isStill(decodeNamedScene(named, knownNames).scene),
);
