/** Where the kernels of a stack are, who owns them and who shares them: the one question of Strata. */
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
  /** Host + control + guests. */
  readonly total: number;
  /** The innermost repeated group: what the stack is about. */
  readonly instances: { readonly noun: InstanceNoun; readonly count: number } | null;
  /** Engines that ask a kernel for the fences. */
  readonly engines: readonly Layer[];
  /** A hypervisor straight on the hardware. */
  readonly hypervisor: Layer | null;
  /** Some kernel or instance is still to come: the counts are those of an unfinished stack. */
  readonly isBuilding: boolean;
}

interface Walk {
  readonly wall: Layer | null;
  readonly domain: Layer | null;
  readonly times: number;
}

/**
 * Counts kernels with true instance numbers; an instance is visited once and multiplied.
 * @param isShown what is not shown, and all in and on it, is not counted; absent: all is shown
 */
export function kernelFacts(
  stack: ResolvedStack,
  isShown: (layer: Layer) => boolean = () => true,
): KernelFacts {
  const host: Layer[] = [];
  const control: { kernel: Layer; domain: Layer }[] = [];
  const engines: Layer[] = [];
  let guests = 0;
  let striped = 0;
  let hidden: Layer | null = null;
  let instances: KernelFacts['instances'] = null;
  let hypervisor: Layer | null = null;
  let isBuilding = false;

  const visit = (layer: Layer, walk: Walk): void => {
    if ((layer.instance?.index ?? 0) > 0) return;
    if (!isShown(layer)) {
      isBuilding ||= counts(layer);
      return;
    }
    if (layer.kind === 'hypervisor' && layer.relation !== 'inside') hypervisor = layer;
    const times = walk.times * (layer.instance?.count ?? 1);
    if (layer.instance) instances = { noun: layer.instance.noun, count: times };
    if (layer.kind === 'engine' && layer.relation !== 'transient') engines.push(layer);
    if (layer.counts === 'striped') striped += times;
    if (layer.counts === 'kernel') {
      if (walk.wall !== null) {
        guests += times;
        if (walk.wall.instance === undefined) hidden = layer;
      } else if (walk.domain !== null) control.push({ kernel: layer, domain: walk.domain });
      else host.push(layer);
    }
    const inner: Walk = {
      wall: layer.kind === 'wall' ? layer : walk.wall,
      domain: layer.kind === 'control-domain' ? layer : walk.domain,
      times,
    };
    for (const child of [...layer.inside, ...layer.wraps, ...layer.carries]) visit(child, inner);
  };
  visit(stack.ground, { wall: null, domain: null, times: 1 });

  return {
    host,
    control,
    guests,
    hidden,
    striped,
    total: host.length + control.length + guests,
    instances,
    engines,
    hypervisor,
    isBuilding,
  };
}

/** Whether a layer, or one in or on it, is a kernel or an instance. */
function counts(layer: Layer): boolean {
  if (layer.counts !== 'none' || layer.instance !== undefined) return true;
  return [...layer.inside, ...layer.wraps, ...layer.carries].some(counts);
}
