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
}

interface Walk {
  readonly wall: Layer | null;
  readonly owners: KernelFacts['owners'];
  readonly domain: Layer | null;
  readonly times: number;
}

/** Counts kernels with true instance numbers; an instance is visited once and multiplied. */
export function kernelFacts(stack: ResolvedStack): KernelFacts {
  const host: Layer[] = [];
  const control: { kernel: Layer; domain: Layer }[] = [];
  const engines: Layer[] = [];
  let guests = 0;
  let striped = 0;
  let stripedKind: LayerKind | null = null;
  let runtime: Layer | null = null;
  let fencedGuests = false;
  let hidden: Layer | null = null;
  let instances: KernelFacts['instances'] = null;
  let owners: KernelFacts['owners'] = null;

  const visit = (layer: Layer, walk: Walk): void => {
    if ((layer.instance?.index ?? 0) > 0) return;
    const times = walk.times * (layer.instance?.count ?? 1);
    const group = layer.instance ? { noun: layer.instance.noun, count: times } : null;
    if (group !== null) {
      instances = group;
      owners = walk.owners;
    }
    if (layer.kind === 'engine' && layer.relation !== 'transient') engines.push(layer);
    if (layer.counts === 'striped') {
      striped += times;
      stripedKind = layer.kind;
    }
    if (layer.kind === 'emulator' && layer.carries.some((child) => child.instance !== undefined))
      runtime = layer;
    if (layer.kind === 'fence' && walk.wall?.instance !== undefined) fencedGuests = true;
    if (layer.counts === 'kernel') {
      if (walk.wall !== null) {
        guests += times;
        if (walk.wall.instance === undefined) hidden = layer;
      } else if (walk.domain !== null) control.push({ kernel: layer, domain: walk.domain });
      else host.push(layer);
    }
    const inner: Walk = {
      wall: layer.kind === 'wall' ? layer : walk.wall,
      owners: layer.kind === 'wall' ? group : walk.owners,
      domain: layer.kind === 'control-domain' ? layer : walk.domain,
      times,
    };
    for (const child of [...layer.inside, ...layer.wraps, ...layer.carries]) visit(child, inner);
  };
  visit(stack.ground, { wall: null, owners: null, domain: null, times: 1 });

  return {
    host,
    control,
    guests,
    hidden,
    striped,
    stripedKind,
    runtime,
    fencedGuests,
    total: host.length + control.length + guests,
    instances,
    owners,
    engines,
  };
}
