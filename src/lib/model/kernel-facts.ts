/** Where the kernels of a stack are, who owns them and who shares them: the one question of Strata. */
import type { LayerKind } from './kinds.ts';
import type { InstanceNoun, Layer, ResolvedStack } from './stack.ts';

export interface KernelFacts {
  /** Kernels on the ground floor, owned by the host. */
  readonly host: readonly Layer[];
  /** Kernels of a control domain (Dom0, root partition), with the boundary they live in. */
  readonly control: readonly { readonly kernel: Layer; readonly domain: Layer }[];
  /** General-purpose kernels inside virtual machines, with true counts. */
  readonly guests: number;
  /** The guest kernel of a single VM that containers share unseen (Docker Desktop), if any. */
  readonly hidden: Layer | null;
  /** Library OSes and user-space kernels, with true counts. */
  readonly striped: number;
  /** What the striped ones are; null when there are none. */
  readonly stripedKind: LayerKind | null;
  /** Host + control + guests. */
  readonly total: number;
  /** The innermost repeated group: what the stack is about. */
  readonly instances: { readonly noun: InstanceNoun; readonly count: number } | null;
  /** The one process that the instances are part of and that calls the kernel for them (Wasm). */
  readonly runtime: Layer | null;
  /** True when containers stand inside VMs of their own (Kata). */
  readonly fencedGuests: boolean;
  /** The repeated walls that own the guest kernels when `instances` stand within them, if any. */
  readonly owners: { readonly noun: InstanceNoun; readonly count: number } | null;
  /** Engines that ask a kernel for the fences. */
  readonly engines: readonly Layer[];
  /** A hypervisor straight on the hardware. */
  readonly hypervisor: Layer | null;
  /** Some kernel or instance is still to come: the counts are those of an unfinished stack. */
  readonly isBuilding: boolean;
}

interface Walk {
  readonly wall: Layer | null;
  readonly owners: KernelFacts['owners'];
  readonly domain: Layer | null;
  readonly times: number;
}

/** What is counted on the way through a stack. */
type Tally = { -readonly [K in keyof Omit<KernelFacts, 'total'>]: KernelFacts[K] } & {
  host: Layer[];
  control: { kernel: Layer; domain: Layer }[];
  engines: Layer[];
};

/**
 * Counts kernels with true instance numbers; an instance is visited once and multiplied.
 * @param isShown what is not shown, and all in and on it, is not counted; absent: all is shown
 */
export function kernelFacts(
  stack: ResolvedStack,
  isShown: (layer: Layer) => boolean = () => true,
): KernelFacts {
  const tally: Tally = {
    ...{ host: [], control: [], engines: [], guests: 0, striped: 0 },
    ...{ stripedKind: null, runtime: null, fencedGuests: false, hidden: null },
    ...{ instances: null, owners: null, hypervisor: null, isBuilding: false },
  };
  const visit = (layer: Layer, walk: Walk): void => {
    if ((layer.instance?.index ?? 0) > 0) return;
    if (!isShown(layer)) {
      tally.isBuilding ||= counts(layer);
      return;
    }
    const times = walk.times * (layer.instance?.count ?? 1);
    const group = layer.instance ? { noun: layer.instance.noun, count: times } : null;
    count(tally, layer, walk, times, group);
    const inner: Walk = {
      wall: layer.kind === 'wall' ? layer : walk.wall,
      owners: layer.kind === 'wall' ? group : walk.owners,
      domain: layer.kind === 'control-domain' ? layer : walk.domain,
      times,
    };
    for (const child of [...layer.inside, ...layer.wraps, ...layer.carries]) visit(child, inner);
  };
  visit(stack.ground, { wall: null, owners: null, domain: null, times: 1 });
  return { ...tally, total: tally.host.length + tally.control.length + tally.guests };
}

function count(
  tally: Tally,
  layer: Layer,
  walk: Walk,
  times: number,
  group: KernelFacts['instances'],
): void {
  if (group !== null) {
    tally.instances = group;
    tally.owners = walk.owners;
  }
  if (layer.kind === 'hypervisor' && layer.relation !== 'inside') tally.hypervisor = layer;
  if (layer.kind === 'engine' && layer.relation !== 'transient') tally.engines.push(layer);
  if (layer.kind === 'emulator' && layer.carries.some((child) => child.instance !== undefined))
    tally.runtime = layer;
  if (layer.kind === 'fence' && walk.wall?.instance !== undefined) tally.fencedGuests = true;
  if (layer.counts === 'striped') {
    tally.striped += times;
    tally.stripedKind = layer.kind;
  }
  if (layer.counts === 'kernel') countKernel(tally, layer, walk, times);
}

function countKernel(tally: Tally, kernel: Layer, { wall, domain }: Walk, times: number): void {
  if (wall !== null) {
    tally.guests += times;
    if (wall.instance === undefined) tally.hidden = kernel;
  } else if (domain !== null) tally.control.push({ kernel, domain });
  else tally.host.push(kernel);
}

/** Whether a layer, or one in or on it, is a kernel or an instance. */
function counts(layer: Layer): boolean {
  if (layer.counts !== 'none' || layer.instance !== undefined) return true;
  return [...layer.inside, ...layer.wraps, ...layer.carries].some(counts);
}
