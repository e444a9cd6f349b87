/**
 * What each lens needs to be shown, in one place: a new lens is an entry here and one in
 * `ui/explore/lens-parts.ts`. Each is a chunk of its own, so that who looks at one does not load them
 * all. Where the views of a lens have little in common, each is one.
 */
import { ALL_STUDIES, OWN_STUDY } from '../model/boot-settings.ts';
import type { Lens, Scene } from '../model/scene.ts';
import { MAX_STACKS } from '../model/scene.ts';
import type { LensRenderer } from '../scene/lens.ts';
import type { Evidence } from '../content/evidence.ts';
import type { ClockKind } from './player-clock.ts';
import { bootRate } from './player.svelte.ts';

export interface LensEntry {
  /**
   * Loads code and words. Rejects when they do not arrive.
   * @param isFrame in a frame nothing stands beside the picture
   */
  load(isFrame?: boolean): Promise<{ readonly render: LensRenderer }>;
  /** Numbers it cannot draw without. */
  readonly needs?: Evidence;
  /** Stacks in view at once even where there is no room for so many side by side. */
  readonly atOnce?: number;
  /** Most stacks it draws; absent: as many as stand side by side. */
  readonly most?: number;
  /** How fast its time runs, unless the scene says so; absent: as it is. */
  tempo?(scene: Scene): { readonly clock: ClockKind; readonly rate: number };
}

const STRUCTURE: LensEntry = { load: () => import('./lens-structure.ts') };

/** Values of `boot.study` that are no study's id. */
const SEVERAL: readonly string[] = [ALL_STUDIES, OWN_STUDY];

const BOOT: LensEntry = {
  load: () => import('./lens-boot.ts'),
  needs: 'starts',
  atOnce: Infinity,
  most: MAX_STACKS,
  tempo: ({ boot }) => bootRate(boot.clock),
};

/** In a frame: of one study alone, for nothing there offers the others. */
const BOOT_OF = new Map<string, LensEntry>();

function bootOf(study: string): LensEntry {
  const entry = BOOT_OF.get(study) ?? {
    ...BOOT,
    load: () => import('./lens-boot-one.ts'),
    needs: `study:${study}`,
  };
  BOOT_OF.set(study, entry);
  return entry;
}

const SIZE: LensEntry = {
  load: () => import('./lens-size.ts'),
  needs: 'sizes',
  // A comparison needs two, on a phone too.
  atOnce: 2,
};

const ISOLATION: LensEntry = { load: () => import('./lens-isolation.ts') };
/** In a frame: of one attack alone, for nothing there lists the others. */
const ISOLATION_OF = new Map<string, LensEntry>();

function isolationOf(attack: string): LensEntry {
  const load: LensEntry['load'] = async () =>
    (await import('./lens-isolation-one.ts')).withAttack(attack);
  const entry = ISOLATION_OF.get(attack) ?? { load };
  ISOLATION_OF.set(attack, entry);
  return entry;
}

const MANAGE: LensEntry = { load: () => import('./lens-manage.ts') };

const PATH: Readonly<Record<Scene['path']['view'], LensEntry>> = {
  path: { load: () => import('./lens-path.ts'), needs: 'ways' },
  overhead: { load: () => import('./lens-overhead.ts'), needs: 'paths' },
};

const KERNEL: Readonly<Record<Scene['kernel']['view'], LensEntry>> = {
  ask: { load: () => import('./lens-kernel-ask.ts') },
  apart: { load: () => import('./lens-kernel-apart.ts'), needs: 'sizes' },
  namespaces: { load: () => import('./lens-kernel-namespaces.ts') },
  needs: { load: () => import('./lens-kernel-needs.ts') },
  run: { load: () => import('./lens-kernel-run.ts') },
};
// A function of its own: what stands in one expression is loaded together.
const besideAnswers: LensEntry['load'] = () => import('./lens-kernel-beside.ts');
/** Of one stack alone: there is room for what runs on it. */
const KERNEL_ASK_ONE: LensEntry = {
  load: (isFrame) => (isFrame ? KERNEL.ask.load() : besideAnswers()),
};

const ENTRIES: Readonly<Record<Lens, (scene: Scene, isFrame: boolean) => LensEntry>> = {
  structure: () => STRUCTURE,
  boot: ({ boot: { study } }, isFrame) =>
    isFrame && study !== null && !SEVERAL.includes(study) ? bootOf(study) : BOOT,
  size: () => SIZE,
  isolation: ({ isolation: { attack } }, isFrame) =>
    isFrame && attack !== '' ? isolationOf(attack) : ISOLATION,
  path: ({ path }) => PATH[path.view],
  kernel: ({ kernel: { view }, stacks }) =>
    view === 'ask' && stacks.length === 1 ? KERNEL_ASK_ONE : KERNEL[view],
  manage: () => MANAGE,
};

/**
 * @param isFrame in a frame nothing stands beside the picture
 * @returns the entry of what a scene shows, the same value each time
 */
export function lensEntry(scene: Scene, isFrame = false): LensEntry {
  return ENTRIES[scene.lens](scene, isFrame);
}
