/** The Isolation lens of one attack, as a frame shows it: the others stay where they are. */
import { attackAlone } from '../content/attack-alone.ts';
import { isolation } from '../content/locales/en/isolation.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { isolationLens } from '../scene/isolation/lens.ts';

/**
 * @param id of an attack; one that is not known takes them all, to say so and to choose another
 * @throws (rejects) when nothing arrives
 */
export async function withAttack(id: string): Promise<{ readonly render: LensRenderer }> {
  // A file that is saved carries the attacks together.
  const attacks = await attackAlone(id).catch(() => null);
  if (attacks === null) return import('./lens-isolation.ts');
  return {
    render: (input) => isolationLens({ ...input, attacks, words: { ...input.words, isolation } }),
  };
}
