/**
 * What of a stack already runs when the race begins, and when each of the others starts, as far as a
 * timing says: a layer starts with the phase in which its code first runs; where only a total is
 * known, everything that starts is there at the finish and nothing is claimed about the time between.
 */
import type { StartTiming } from '../model/figures.ts';
import type { Layer, LayerPath, ResolvedStack } from '../model/stack.ts';

/** Whose kernel the app will use. */
type KernelStart =
  /** One that runs already: processes and containers. */
  | 'running'
  /** One in user space, which starts with the container (gVisor's Sentry). */
  | 'sentry'
  /** One inside a wall, which has to boot. */
  | 'guest'
  /** None in the general sense: a library OS inside a wall. */
  | 'library-os'
  /** One inside a wall whose VM runs already (a warm start in a hidden VM). */
  | 'running-guest'
  /** One inside a wall, brought back from a snapshot. */
  | 'restored';

export interface Anatomy {
  readonly kernel: KernelStart;
  /** What the wall stands on: the host's kernel or a hypervisor of its own. */
  readonly floor: 'kernel' | 'hypervisor';
  /** True when no kernel or library OS lies inside a wall, and no Sentry in a fence: none has to start. */
  readonly nothingBoots: boolean;
  /** True when a fence stands around the app. */
  readonly fenced: boolean;
}

interface Facts {
  guestKernel: boolean;
  guestLibraryOs: boolean;
  sentry: boolean;
  fenceInWall: boolean;
  fenced: boolean;
}

function* children(layer: Layer): Generator<Layer> {
  yield* layer.inside;
  yield* layer.wraps;
  yield* layer.carries;
}

function survey(layer: Layer, inWall: boolean, facts: Facts): void {
  if (inWall && layer.kind === 'kernel') facts.guestKernel = true;
  if (inWall && (layer.kind === 'library-os' || layer.kind === 'sentry'))
    facts.guestLibraryOs = true;
  if (layer.kind === 'sentry') facts.sentry = true;
  if (layer.kind === 'fence') {
    facts.fenced = true;
    if (inWall) facts.fenceInWall = true;
  }
  // Dom0 and the root partition run already: their kernel is nobody's guest kernel here.
  if (layer.kind === 'control-domain') return;
  for (const child of children(layer)) survey(child, inWall || layer.kind === 'wall', facts);
}

/** @param timing absent: what the model alone says */
export function anatomyOf(stack: ResolvedStack, timing?: StartTiming): Anatomy {
  const facts: Facts = {
    guestKernel: false,
    guestLibraryOs: false,
    sentry: false,
    fenceInWall: false,
    fenced: false,
  };
  survey(stack.ground, false, facts);
  const floor = stack.ground.carries.some((layer) => layer.kind === 'kernel')
    ? 'kernel'
    : 'hypervisor';
  const nothingBoots = !facts.guestKernel && !facts.guestLibraryOs && !facts.sentry;
  return { kernel: kernelStart(facts, timing), floor, nothingBoots, fenced: facts.fenced };
}

function kernelStart(facts: Facts, timing: StartTiming | undefined): KernelStart {
  if (!facts.guestKernel && !facts.guestLibraryOs) return facts.sentry ? 'sentry' : 'running';
  if (timing?.kind === 'snapshot') return 'restored';
  const boots = timing?.phases.some((phase) => phase.runs === 'kernel') ?? false;
  if (timing?.kind === 'warm' && facts.fenceInWall && !boots) return 'running-guest';
  return facts.guestKernel ? 'guest' : 'library-os';
}

/** Order in which parts come up where a study gives phases; an engine inside a wall is a guest's. */
function rankOf(kind: string, inWall: boolean): number {
  if (kind === 'fence') return 1;
  if (kind === 'kernel' || kind === 'library-os' || kind === 'sentry') return 2;
  if (kind === 'userland' || kind === 'libs') return 3;
  if (kind === 'app') return 4;
  return kind === 'engine' && inWall ? 3 : 0;
}

/** The `runs` of a phase that starts a layer of this kind. */
function isRunBy(kind: string, runs: string): boolean {
  if (kind === 'wall' || kind === 'vmm') return runs === 'vmm' || runs === 'hypervisor';
  if (kind === 'libs') return runs === 'userland';
  return runs === kind;
}

/** @returns when a layer of this kind starts, ms; `finishMs` where no phase speaks of it */
function startOf(kind: string, inWall: boolean, timing: StartTiming, finishMs: number): number {
  const rank = rankOf(kind, inWall);
  let beforeMs = 0;
  let found: number | undefined;
  let later: number | undefined;
  for (const phase of timing.phases) {
    // Firmware, too, is code of the "userland" colour: user space proper is the last such phase.
    if (isRunBy(kind, phase.runs) && (found === undefined || rank === 3)) found = beforeMs;
    if (rankOf(phase.runs, inWall) > rank) later ??= beforeMs;
    beforeMs += phase.typicalMs;
  }
  return found ?? later ?? finishMs;
}

/** Layers that have to start, each with its time in ms; a layer not listed runs already at 0. */
export type Starts = ReadonlyMap<LayerPath, number>;

/**
 * @param finishMs when the row is up; absent: not known, and what starts never does (Infinity)
 */
export function startsOf(
  stack: ResolvedStack,
  timing: StartTiming | undefined,
  finishMs: number | undefined,
): Starts {
  const starts = new Map<LayerPath, number>();
  const warm = anatomyOf(stack, timing).kernel === 'running-guest';
  const end = finishMs ?? Infinity;
  const visit = (layer: Layer, starting: boolean, inWall: boolean): void => {
    const begins =
      starting ||
      layer.instance !== undefined ||
      (!warm && (layer.kind === 'wall' || layer.kind === 'vmm'));
    if (begins) starts.set(layer.path, timing ? startOf(layer.kind, inWall, timing, end) : end);
    // Dom0 and the root partition, and all in them, run before anybody starts a VM.
    if (layer.kind === 'control-domain') return;
    for (const child of children(layer)) visit(child, begins, inWall || layer.kind === 'wall');
  };
  visit(stack.ground, false, false);
  return starts;
}
