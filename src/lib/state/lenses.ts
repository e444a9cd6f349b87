/**
 * What each lens needs to be shown, in one place: a new lens is an entry here and one in
 * `ui/explore/lens-parts.ts`. Structure is always there; the others are chunks of their own, so that who
 * looks at one does not load them all.
 */
import type { Lens, Scene } from '../model/scene.ts';
import { MAX_SIDE_BY_SIDE, MAX_STACKS } from '../model/scene.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { structureLens } from '../scene/structure-lens.ts';
import type { Evidence } from './evidence.svelte.ts';
import type { ClockKind } from './player-clock.ts';
import { bootRate } from './player.svelte.ts';

export interface LensEntry {
  /** Loads code and words. Rejects when they do not arrive. */
  load(): Promise<LensRenderer>;
  /** Numbers it cannot draw without. */
  readonly needs?: Evidence;
  /** Its time is data, not the building up of a picture. */
  readonly hasClock?: true;
  /** @returns the most stacks in view at once, where there is room for so many side by side */
  atOnce(sideBySide: number): number;
  /** Most stacks it draws. */
  readonly most: number;
  /** Its time spans orders of magnitude: the slider goes by decades. */
  byDecades?(scene: Scene): boolean;
  /** How fast its time runs, unless the scene says so; absent: as it is. */
  tempo?(scene: Scene): { readonly clock: ClockKind; readonly rate: number };
}

export const LENS_ENTRIES: Readonly<Record<Lens, LensEntry>> = {
  structure: {
    load: async () => structureLens,
    atOnce: (sideBySide) => sideBySide,
    most: MAX_SIDE_BY_SIDE,
  },
  boot: {
    async load() {
      const [{ bootLens }, { boot }] = await Promise.all([
        import('../scene/boot-lens.ts'),
        import('../content/locales/en/boot.ts'),
      ]);
      return (input) => bootLens({ ...input, words: { ...input.words, boot } });
    },
    needs: 'starts',
    hasClock: true,
    atOnce: () => Infinity,
    most: MAX_STACKS,
    byDecades: ({ boot }) => boot.axis === 'log',
    tempo: ({ boot }) => bootRate(boot.clock),
  },
  size: {
    async load() {
      const [{ sizeLens }, { size }, { sizeShelf: sizes }] = await Promise.all([
        import('../scene/size-lens.ts'),
        import('../content/locales/en/size.ts'),
        import('../content/sizes.ts'),
      ]);
      return (input) => sizeLens({ ...input, sizes, words: { ...input.words, size } });
    },
    needs: 'figures',
    hasClock: true,
    // A comparison needs two, on a phone too.
    atOnce: (sideBySide) => Math.max(2, sideBySide),
    most: MAX_SIDE_BY_SIDE,
  },
};
