/** What a question takes out of a picture until it is answered. */
import type { LayerPath, ResolvedStack } from '../model/stack.ts';
import { withoutLayer } from '../model/without-layer.ts';
import type { DisplayList } from '../scene/display-list.ts';
import type { Picture } from '../scene/picture.ts';

export interface Puzzle {
  /** The stack as it is drawn meanwhile. */
  stackOf(stack: ResolvedStack): ResolvedStack;
  /** The picture without what would tell. */
  pictureOf(picture: Picture): Picture;
}

/** Pips and words that count kernels: a layer that is left out would be missed in them. */
const COUNTS = /#(?:pip\d|count|readout)/;

/**
 * @param missing the layer that is left out; null: the picture is whole
 * @param said what stands in place of the finding
 */
export function puzzleOf(
  missing: LayerPath | null,
  said: { readonly headline: string; readonly sentence: string },
): Puzzle | null {
  if (missing === null) return null;
  const uncounted = (list: DisplayList): DisplayList => ({
    ...list,
    items: list.items.filter(({ key }) => !COUNTS.test(key)),
  });
  return {
    stackOf: (stack) => withoutLayer(stack, missing),
    pictureOf: (picture) => ({
      ...picture,
      ...said,
      rest: uncounted(picture.rest),
      buildList: uncounted(picture.buildList),
      stacks: picture.stacks.map((stack) => ({ ...stack, readout: '' })),
      // Built up step by step, the words would count again.
      ...{ build: [], buildChapters: [], buildSays: [] },
    }),
  };
}
