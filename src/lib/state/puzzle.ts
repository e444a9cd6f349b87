/** What a question takes out of a picture until it is answered. */
import type { LayerPath, ResolvedStack } from '../model/stack.ts';
import { withoutLayer } from '../model/without-layer.ts';
import type { DisplayList } from '../scene/display-list.ts';
import type { LensClock, Picture } from '../scene/picture.ts';

export interface Puzzle {
  /** The stack as it is drawn meanwhile. */
  stackOf(stack: ResolvedStack): ResolvedStack;
  /** The picture without what would tell. */
  pictureOf(picture: Picture): Picture;
}

/** What stands in place of the finding. */
interface Said {
  readonly headline: string;
  readonly sentence: string;
}

/** Pips and words that count kernels: a layer that is left out would be missed in them. */
const COUNTS = /#(?:pip\d|count|readout)/;
/** Besides, what is told of a stack under its title. */
const TELLS = /#(?:pip\d|count|readout|claim\d|note\d)/;

/**
 * @param missing the layer that is left out; null: the picture is whole
 * @param said what stands in place of the finding
 */
export function puzzleOf(missing: LayerPath | null, said: Said): Puzzle | null {
  if (missing === null) return null;
  return {
    stackOf: (stack) => withoutLayer(stack, missing),
    pictureOf: (picture) => ({
      ...picture,
      ...said,
      rest: without(COUNTS, picture.rest),
      buildList: without(COUNTS, picture.buildList),
      stacks: picture.stacks.map((stack) => ({ ...stack, readout: '' })),
      // Built up step by step, the words would count again.
      ...{ build: [], buildChapters: [], buildSays: [] },
    }),
  };
}

/**
 * A picture that tells nothing in words while its question is open; it can be played all the same.
 * @param missing the layer that is left out besides; null: the picture is whole
 * @param said what stands in place of the finding
 */
export function hushOf(missing: LayerPath | null, said: Said): Puzzle {
  const puzzle = puzzleOf(missing, said);
  return {
    stackOf: (stack) => puzzle?.stackOf(stack) ?? stack,
    pictureOf(whole) {
      const picture = puzzle?.pictureOf(whole) ?? whole;
      return {
        ...picture,
        ...said,
        rest: without(TELLS, picture.rest),
        buildList: without(TELLS, picture.buildList),
        stacks: picture.stacks.map((stack) => ({ ...stack, readout: '' })),
        buildSays: picture.buildSays.map(({ readouts }) => ({
          ...said,
          readouts: readouts.map(() => ''),
        })),
        table: { ...picture.table, caption: said.headline, columns: [], rows: [] },
        clock: picture.clock && hushedClock(picture.clock),
      };
    },
  };
}

/** Its time runs, and is not told of. */
function hushedClock(clock: LensClock): LensClock {
  return {
    ...clock,
    chapters: clock.chapters.map((chapter) => ({ ...chapter, says: '' })),
    at: (tMs) => without(TELLS, clock.at(tMs)),
    says: () => '',
  };
}

/** What tells goes; where it says besides whose it is, that stays. */
function without(told: RegExp, list: DisplayList): DisplayList {
  const items = list.items.flatMap((item) => {
    if (!told.test(item.key)) return [item];
    return item.t === 'text' && item.hushed ? [{ ...item, ...item.hushed }] : [];
  });
  return { ...list, items };
}
