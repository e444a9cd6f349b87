/** What a story is: ordered steps, each done by a tool or by hand, and the state after any of them. */
import { kernelFacts } from '../../model/kernel-facts.ts';
import type { Tool } from '../../model/manage/tool.ts';
import { walkLayers, type Layer, type LayerPath } from '../../model/stack.ts';
import type { Managed, Reach } from './reach.ts';
import type { Shape } from './topology.ts';

export const STEP_IDS = [
  'build-image',
  'pull',
  'replace-container',
  'replace-pod-vm',
  'change-inside',
  'build-disk',
  'replace-vm',
  'build-unikernel',
  'replace-unikernel',
  'change-in-container',
  'replace-system',
  'copy-program',
  'restart-process',
  'build-module',
  'load-module',
  'node-fails',
  'notice',
  'nobody-notices',
  'restart-elsewhere',
  'boot-elsewhere',
  'replace-node',
  'repair',
  'start-desktop',
  'restart-here',
  'restart-runtime',
  'start-by-hand',
  'install-host',
  'drain',
  'stop-all',
  'reboot-host',
  'windows-images',
  'update-sentry',
  'restart-sandboxes',
  'guest-patch',
  'new-guest-kernel',
  'live-move',
  'stop-vms',
  'patch-hypervisor',
  'boot-vms',
  'rebuild-unikernels',
  'restart-unikernels',
  'update-kata',
  'guest-base-image',
  'restart-pods',
  'update-hidden',
  'update-host-os',
  'node-image',
  'replace-nodes',
  'provider',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** Kernels that a step patches, in the words of `kernelFacts`. */
export type KernelGroup = 'guests' | 'host' | 'control' | 'striped';

export interface Step {
  readonly id: StepId;
  /** `event`: it happens, nobody does it. */
  readonly by: Tool | 'hand' | 'event';
  /** Layers it works on: reached by the tool, where a tool does it. */
  readonly touched: readonly LayerPath[];
  /** Where its number stands although nothing there is changed: what is built or watched. */
  readonly at?: readonly LayerPath[];
  /** Letter of the way that it belongs to, where there are two: one or the other. */
  readonly way?: 'a' | 'b';
  /** What stops: every layer is named. */
  readonly stops?: readonly LayerPath[];
  /** What runs here again: every layer is named. */
  readonly starts?: readonly LayerPath[];
  /** Units that run on another node from now on. */
  readonly leaves?: readonly LayerPath[];
  /** They never stopped on their way. */
  readonly isLive?: true;
  /** Units that are of the new version from now on. */
  readonly changes?: readonly LayerPath[];
  readonly patches?: readonly KernelGroup[];
  /** They are not patched where they lie: others take their place. */
  readonly isReplacing?: true;
  /** What a new version comes with, where it does not start on a kernel that runs on. */
  readonly brings?: 'kernel' | 'library-os';
}

export interface StoryState {
  /** Steps done. */
  readonly done: number;
  /** The step that is shown, or null before the first. */
  readonly current: Step | null;
  /** Layers that do not run. */
  readonly stopped: ReadonlySet<LayerPath>;
  /** Units that run on another node. */
  readonly away: ReadonlySet<LayerPath>;
  readonly changed: ReadonlySet<LayerPath>;
  readonly patchedGroups: ReadonlySet<KernelGroup>;
  /** Kernels patched so far, with true instance counts; striped ones apart. */
  readonly patched: number;
  readonly striped: number;
  /** Units that had to start again, with true instance counts. */
  readonly restarted: number;
}

/** @returns what each step is numbered; of two ways each has a letter and its own numbers */
export function stepLabels(steps: readonly Step[]): readonly string[] {
  return steps.map(({ way }, at) => {
    if (way === undefined) return String(at + 1);
    const own = steps.filter((one) => one.way === way);
    const place = steps.slice(0, at + 1).filter((one) => one.way === way).length;
    return own.length === 1 ? way : `${way}${place}`;
  });
}

/** What a story is told of: a stack, its shape and the tools on it. */
export interface Stage {
  readonly managed: Managed;
  readonly shape: Shape;
}

/** @returns the state after the first `count` steps; pure, in any order */
export function stateAfter(stage: Stage, steps: readonly Step[], count: number): StoryState {
  const done = Math.max(0, Math.min(steps.length, Math.floor(count)));
  const stopped = new Set<LayerPath>();
  const away = new Set<LayerPath>();
  const changed = new Set<LayerPath>();
  const patchedGroups = new Set<KernelGroup>();
  const restarted = new Set<LayerPath>();
  const { units } = stage.shape;
  for (const step of steps.slice(0, done)) {
    for (const path of step.stops ?? []) stopped.add(path);
    for (const path of step.leaves ?? []) away.add(path);
    for (const path of step.starts ?? []) {
      stopped.delete(path);
      away.delete(path);
    }
    for (const path of step.changes ?? []) changed.add(path);
    for (const group of step.patches ?? []) patchedGroups.add(group);
    for (const { path } of units)
      if (step.isLive !== true && hasStopped(step, path)) restarted.add(path);
  }
  const facts = kernelFacts(stage.managed.stack);
  const kernelsIn = (group: KernelGroup): number => {
    if (!patchedGroups.has(group)) return 0;
    const value = facts[group];
    return typeof value === 'number' ? value : value.length;
  };
  return {
    ...{ done, current: steps[done - 1] ?? null, stopped, away, changed, patchedGroups },
    patched: kernelsIn('guests') + kernelsIn('host') + kernelsIn('control'),
    striped: kernelsIn('striped'),
    restarted: trueCount(units, restarted),
  };
}

function hasStopped(step: Step, unit: LayerPath): boolean {
  return step.stops?.includes(unit) === true || step.changes?.includes(unit) === true;
}

export function isIn(path: LayerPath, outer: LayerPath): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}

/** Instances that were expanded into layers stand for all of them, in every parent. */
function trueCount(units: readonly Layer[], some: ReadonlySet<LayerPath>): number {
  const perParent = new Map<string, readonly Layer[]>();
  for (const unit of units) {
    const parent = unit.path.slice(0, unit.path.lastIndexOf('/'));
    perParent.set(parent, [...(perParent.get(parent) ?? []), unit]);
  }
  let sum = 0;
  for (const all of perParent.values()) {
    const hit = all.filter(({ path }) => some.has(path)).length;
    sum += hit === all.length ? (all[0]?.instance?.count ?? all.length) : hit;
  }
  return sum;
}

/** The first tool from outside in, or from inside out, of which that is true. */
export function pick(
  { managed }: Stage,
  is: (reach: Reach) => boolean,
  from: 'outside' | 'inside' = 'outside',
): Reach | undefined {
  const { reaches } = managed;
  return from === 'outside' ? reaches.findLast(is) : reaches.find(is);
}

/** A step on what the tool reaches of the layers; by hand where there is no tool. */
export function stepBy(
  reach: Reach | undefined,
  id: StepId,
  layers: readonly LayerPath[],
  effects: Omit<Step, 'id' | 'by' | 'touched'> = {},
): Step {
  const touched = reach === undefined ? layers : layers.filter((path) => reach.paths.has(path));
  return { id, by: reach?.tool ?? 'hand', touched, ...effects };
}

export function byHand(
  id: StepId,
  layers: readonly LayerPath[],
  effects: Omit<Step, 'id' | 'by' | 'touched'> = {},
): Step {
  return stepBy(undefined, id, layers, effects);
}

export function event(
  id: StepId,
  layers: readonly LayerPath[],
  effects: Omit<Step, 'id' | 'by' | 'touched'> = {},
): Step {
  return { id, by: 'event', touched: layers, ...effects };
}

/** Every layer with one of the roles, within `inside` where it is given. */
export function layersOf(
  { managed }: Stage,
  wanted: readonly string[],
  inside?: LayerPath,
): readonly LayerPath[] {
  return [...managed.roles].flatMap(([path, role]) =>
    wanted.includes(role) && (inside === undefined || isIn(path, inside)) ? [path] : [],
  );
}

/** Every layer within a boundary, itself too. */
export function allIn({ managed }: Stage, boundary: LayerPath): readonly LayerPath[] {
  return [...managed.roles.keys()].filter((path) => isIn(path, boundary));
}

/** Role by which tools know the units. */
export function unitRole({ shape }: Stage): 'container' | 'vm' | 'process' {
  if (shape.topology === 'guest-os' || shape.topology === 'library') return 'vm';
  return shape.hasContainers ? 'container' : 'process';
}

/** Every layer of the units. */
export function unitLayers(stage: Stage): readonly LayerPath[] {
  return stage.shape.units.flatMap(({ path }) => allIn(stage, path));
}

/** What is pointed at when a tool works on the units: a VM that holds one container is not the container. */
export function unitTargets(stage: Stage): readonly LayerPath[] {
  return stage.shape.topology === 'pod-vm'
    ? layersOf(stage, ['vm', 'container'])
    : stage.shape.units.map(({ path }) => path);
}

/** Kernels and hypervisors under the units, those of a control domain too. */
export function groundsOf({ managed }: Stage): readonly LayerPath[] {
  const below = ['host-kernel', 'control-domain', 'hypervisor'];
  return [...walkLayers(managed.stack.ground)].flatMap(([{ path, kind }]) => {
    const isGround = kind === 'kernel' || kind === 'hypervisor';
    return isGround && below.includes(managed.roles.get(path) ?? '') ? [path] : [];
  });
}
