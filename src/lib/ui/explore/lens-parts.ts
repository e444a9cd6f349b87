/** What the workbench shows of each lens beside the picture; what a lens needs to be drawn: `state/lenses`. */
import Boxes from '@lucide/svelte/icons/boxes';
import Hexagon from '@lucide/svelte/icons/hexagon';
import Layers from '@lucide/svelte/icons/layers';
import Route from '@lucide/svelte/icons/route';
import Shield from '@lucide/svelte/icons/shield';
import Timer from '@lucide/svelte/icons/timer';
import Wrench from '@lucide/svelte/icons/wrench';
import type { Component } from 'svelte';
import type { Lens } from '#lib/model/scene.ts';
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import BootControls from './BootControls.svelte';
import ClockSwitch from './ClockSwitch.svelte';
import { leastRaceHeight } from './race-room.ts';

export interface PartProps {
  explorer: Workbench;
}

/** A part of the foot or the sheet: a dialog of its own would lie in that landmark. */
export interface FootProps extends PartProps {
  /** The lens's settings are to be shown in a dialog. */
  onsettings: () => void;
}

export interface SheetProps extends FootProps {
  /** The selected layer is to be told of in a dialog. */
  ondetails: () => void;
}

export interface DialogProps extends PartProps {
  onclose: () => void;
}

/** Numbers are only looked at: a frame, which changes nothing, shows their sources too. */
export interface ShownSources {
  explorer: Explorer;
  onclose: () => void;
  /** The reader's own numbers are to be asked for; absent: they cannot be added here. */
  onown?: () => void;
}

/** A part that is there from the start, comes with its lens, or when the picture stands. */
export type Part<Props extends PartProps = PartProps> =
  | { readonly now: Component<Props> }
  | { soon(): Promise<{ readonly default: Component<Props> }> }
  | {
      later(): Promise<{ readonly default: Component<Props> }>;
      /** CSS width that is kept free for it, so that nothing moves when it arrives. */
      readonly width?: string;
    };

/** Some are changed where they are told. */
export type SourcesProps = ShownSources & PartProps;

export interface LensParts {
  readonly icon: Component<{ size: number }>;
  /** The stage takes the side panel's room too. */
  readonly isWide: boolean;
  /** In place of the inspector in the side panel. */
  readonly side?: Part;
  /** The side panel is 330 px wide, not 296. */
  readonly isBroad?: true;
  /** Beside the sentence on wide screens. */
  readonly beside?: Part;
  /** Under the headline. */
  readonly under?: Part;
  /** In the foot, in place of step and speed. */
  readonly foot?: Part<FootProps>;
  /** In the sheet of small screens, in place of the selected layer. */
  readonly sheet?: Part<SheetProps>;
  /** All settings, where there are more than the foot has room for. */
  settings?(): Promise<{ readonly default: Component<DialogProps> }>;
  /** Every number with its source. */
  sources?(): Promise<{ readonly default: Component<SourcesProps> }>;
  /** A reader's own numbers can be added. */
  readonly takesOwn?: true;
  /** @returns px; on a phone the page scrolls rather than the picture leaving out its lines */
  leastHeight?(explorer: Workbench): number;
  /** The same for wider screens, beside the words of a lesson, px. */
  readonly leastInLesson?: number;
}

/** Loads what stands above a lens's picture: once that stands, nothing may push it down. Never rejects. */
export async function loadAbove(lens: Lens): Promise<void> {
  const { under } = LENS_PARTS[lens];
  if (under && 'soon' in under) await under.soon().catch(() => undefined);
}

/** A stack with its ticks over the strip of its steps, px. */
const LEAST_PATH_PX = 500;
/** Axes under each other, each with a line per figure, px. */
const LEAST_OVERHEAD_PX = 980;
/** Both halves of the Size lens under each other, px. */
const LEAST_SIZE_PX = 760;
/** Two terminals over a stack, and one over a stack whose kernel says its release, px. */
const LEAST_NAMESPACES_PX = 620;
const LEAST_ASK_PX = 540;
const LEAST_BESIDE_WORDS_PX = 520;
/** A chain of steps over a stack, px. */
const LEAST_BREAK_IN_PX = 450;

export const LENS_PARTS: Readonly<Record<Lens, LensParts>> = {
  structure: { icon: Layers, isWide: false },
  boot: {
    icon: Timer,
    isWide: true,
    beside: { now: BootControls },
    under: { soon: () => import('./BootRaces.svelte') },
    foot: { now: ClockSwitch },
    sheet: { soon: () => import('./BootSheet.svelte') },
    sources: () => import('./BootSources.svelte'),
    takesOwn: true,
    leastHeight: leastRaceHeight,
  },
  size: {
    icon: Boxes,
    isWide: true,
    beside: { later: () => import('../size/SizeBeside.svelte'), width: 'min(632px, 46vw)' },
    foot: { later: () => import('../size/SizeFoot.svelte') },
    sheet: { later: () => import('../size/SizeSheet.svelte') },
    settings: () => import('../size/SizeAssumptions.svelte'),
    sources: () => import('../size/SizeSources.svelte'),
    leastHeight: () => LEAST_SIZE_PX,
  },
  isolation: {
    icon: Shield,
    isWide: false,
    side: { later: () => import('../isolation/IsolationSide.svelte') },
    isBroad: true,
    foot: { later: () => import('../isolation/IsolationFoot.svelte') },
    sheet: { later: () => import('../isolation/IsolationSheet.svelte') },
    settings: () => import('../isolation/IsolationSettings.svelte'),
    leastHeight: () => LEAST_BREAK_IN_PX,
    leastInLesson: LEAST_BESIDE_WORDS_PX,
  },
  path: {
    icon: Route,
    isWide: true,
    under: { later: () => import('../path/OverheadUnder.svelte') },
    foot: { later: () => import('../path/PathFoot.svelte') },
    sheet: { later: () => import('../path/PathSheet.svelte') },
    settings: () => import('../path/PathSettings.svelte'),
    sources: () => import('../path/PathSources.svelte'),
    leastHeight: ({ scene: { path } }) =>
      path.view === 'overhead' && path.resource === 'all' ? LEAST_OVERHEAD_PX : LEAST_PATH_PX,
  },
  kernel: {
    icon: Hexagon,
    isWide: true,
    foot: { later: () => import('../kernel/KernelFoot.svelte') },
    sheet: { later: () => import('../kernel/KernelSheet.svelte') },
    settings: () => import('../kernel/RunSettings.svelte'),
    sources: () => import('../kernel/KernelSources.svelte'),
    leastHeight: ({ scene: { kernel } }) =>
      kernel.view === 'namespaces' ? LEAST_NAMESPACES_PX : LEAST_ASK_PX,
    leastInLesson: LEAST_BESIDE_WORDS_PX,
  },
  manage: {
    icon: Wrench,
    isWide: false,
    side: { later: () => import('../manage/ManageSide.svelte') },
    foot: { later: () => import('../manage/ManageFoot.svelte') },
    sheet: { later: () => import('../manage/ManageSheet.svelte') },
    settings: () => import('../manage/ManageTools.svelte'),
  },
};
