/** How far the break-in of a scene goes, by the same computation that draws the Isolation lens. */
import { attackShelf } from '../content/attacks-drawn.ts';
import { core } from '../content/locales/en/core.ts';
import { isolation } from '../content/locales/en/isolation.ts';
import { loadStack } from '../content/stacks.ts';
import { valueOf } from '../model/data-result.ts';
import { resolveStack } from '../model/resolve.ts';
import type { Scene } from '../model/scene.ts';
import { findLayer, type LayerPath } from '../model/stack.ts';
import { storiesOf } from '../scene/isolation/story.ts';
import { countsAsPlace } from '../sim/isolation/break-in.ts';

/** A layer that a break-in can reach. */
export interface ReachPlace {
  readonly path: LayerPath;
  readonly name: string;
  /** Short title of its stack. */
  readonly stack: string;
  readonly isReached: boolean;
}

export interface Reach {
  /** Where it begins, one per stack. */
  readonly entries: readonly LayerPath[];
  /** What else may be reached or not, stack by stack from the ground up; boundaries and files follow. */
  readonly places: readonly ReachPlace[];
}

/**
 * @param scene of the Isolation lens
 * @throws {Error} when a stack of the scene does not exist
 */
export async function reachOf(scene: Scene): Promise<Reach> {
  const stacks = await Promise.all(
    scene.stacks.map(async ({ id, variant }) =>
      resolveStack(valueOf(id, await loadStack(id)), { variant, n: scene.n }),
    ),
  );
  const stories = storiesOf({
    ...{ scene, stacks, firstIndex: 0, widthPx: 1, heightPx: 1, shell: 'explore' },
    ...{ words: { ...core, isolation }, studies: [], figures: new Map(), sources: new Map() },
    attacks: attackShelf,
  });
  return {
    entries: stories.map(({ breakIn }) => breakIn.entry.path),
    places: stories.flatMap(({ breakIn }, at) => {
      const stack = stacks[at];
      // By its usual name: the break-in shows the version that has the flaw.
      return [...breakIn.spots.values()].flatMap(({ layer }): readonly ReachPlace[] => {
        const usual = stack && findLayer(stack, layer.path);
        if (!usual || !countsAsPlace(usual) || usual.relation === 'transient') return [];
        if (usual.path === breakIn.entry.path) return [];
        const isReached = breakIn.marks.has(usual.path);
        return [{ path: usual.path, name: usual.name, stack: stack.shortTitle, isReached }];
      });
    }),
  };
}
