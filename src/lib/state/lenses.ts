/**
 * What each lens needs to be shown, in one place: a new lens is an entry here and one in
 * `ui/explore/lens-parts.ts`. Structure is always there; the others are chunks of their own, so that who
 * looks at one does not load them all.
 */
import type { Lens, Scene } from '../model/scene.ts';
import { MAX_STACKS } from '../model/scene.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { structureLens } from '../scene/structure-lens.ts';
import type { Evidence } from '../content/evidence.ts';
import type { ClockKind } from './player-clock.ts';
import { bootRate } from './player.svelte.ts';

export interface LensEntry {
  /** Loads code and words. Rejects when they do not arrive. */
  load(): Promise<{ readonly render: LensRenderer }>;
  /** Numbers it cannot draw without. */
  readonly needs?: Evidence;
  /** Stacks in view at once even where there is no room for so many side by side. */
  readonly atOnce?: number;
  /** Most stacks it draws; absent: as many as stand side by side. */
  readonly most?: number;
  /** How fast its time runs, unless the scene says so; absent: as it is. */
  tempo?(scene: Scene): { readonly clock: ClockKind; readonly rate: number };
}

export const LENS_ENTRIES: Readonly<Record<Lens, LensEntry>> = {
  structure: {
    load: async () => ({ render: structureLens }),
  },
  boot: {
    load: () => import('./lens-boot.ts'),
    needs: 'starts',
    atOnce: Infinity,
    most: MAX_STACKS,
    tempo: ({ boot }) => bootRate(boot.clock),
  },
  size: {
    load: () => import('./lens-size.ts'),
    needs: 'sizes',
    // A comparison needs two, on a phone too.
    atOnce: 2,
  },
  isolation: {
    load: () => import('./lens-isolation.ts'),
  },
  path: {
    load: () => import('./lens-path.ts'),
    needs: 'paths',
  },
  kernel: {
    load: () => import('./lens-kernel.ts'),
    needs: 'sizes',
  },
  manage: {
    load: () => import('./lens-manage.ts'),
  },
};
