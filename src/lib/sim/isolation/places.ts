/** Where every layer of a stack stands, as far as a break-in depends on it. */
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';

export interface Spot {
  readonly layer: Layer;
  /** Kernel, library OS or hypervisor that it runs on; null: the hardware itself. */
  readonly floor: Layer | null;
  /** User-space kernel that answers its calls. */
  readonly sentry: Layer | null;
  /** Wasm runtime whose process it is part of. */
  readonly runtime: Layer | null;
  /** Fences around it on its own kernel, the outermost first. */
  readonly fences: readonly Layer[];
  /** Innermost VM wall or control domain around it. */
  readonly wall: Layer | null;
}

export type Spots = ReadonlyMap<LayerPath, Spot>;

type Around = Omit<Spot, 'layer'>;

const NOWHERE: Around = { floor: null, sentry: null, runtime: null, fences: [], wall: null };

/** @returns every layer that is there at rest, by path, the ground first */
export function spotsOf(stack: ResolvedStack): Spots {
  const spots = new Map<LayerPath, Spot>();
  const visit = (layer: Layer, around: Around): void => {
    if (layer.relation === 'transient') return;
    spots.set(layer.path, { layer, ...around });
    const inner = within(layer, around);
    for (const child of [...layer.inside, ...layer.wraps, ...layer.carries]) visit(child, inner);
  };
  visit(stack.ground, NOWHERE);
  return spots;
}

function within(layer: Layer, around: Around): Around {
  switch (layer.kind) {
    case 'kernel':
    case 'library-os':
    case 'hypervisor':
      return { ...NOWHERE, wall: around.wall, floor: layer };
    case 'sentry':
      return { ...around, sentry: layer };
    case 'emulator':
      return isWasmRuntime(layer) ? { ...around, runtime: layer } : around;
    case 'fence':
      return { ...around, fences: [...around.fences, layer] };
    case 'wall':
    case 'control-domain':
      return { ...around, fences: [], wall: layer };
    default:
      return around;
  }
}

/** One process that runs many programs; an emulator of a CPU runs one, and is part of its process. */
export function isWasmRuntime(layer: Layer): boolean {
  return layer.kind === 'emulator' && layer.carries.some(({ instance }) => instance !== undefined);
}

/** @returns the layer and all on, in and within it that is there at rest */
export function withAll(layer: Layer): readonly Layer[] {
  if (layer.relation === 'transient') return [];
  const inner = [...layer.inside, ...layer.wraps, ...layer.carries];
  return [layer, ...inner.flatMap(withAll)];
}

/** The process that gives a VM its devices: on the host's kernel, or in the control domain. */
export function vmmOf(spots: Spots, wall: Layer): Layer | null {
  const floor = spots.get(wall.path)?.floor ?? null;
  for (const { layer, floor: own, wall: around } of spots.values()) {
    if (layer.kind !== 'vmm') continue;
    if (own === floor || (around !== null && spots.get(around.path)?.floor === floor)) return layer;
  }
  return null;
}

/** Kernel of Dom0 or of the root partition beside a VM. */
export function controlKernelOf(spots: Spots, floor: Layer | null): Layer | null {
  for (const { layer, wall } of spots.values()) {
    if (layer.kind !== 'kernel' || wall?.kind !== 'control-domain') continue;
    if (spots.get(wall.path)?.floor === floor) return layer;
  }
  return null;
}

/** The kernel on which the VMM of a VM runs; a bare-metal hypervisor without control domain has none. */
export function hostKernelOf(spots: Spots, wall: Layer): Layer | null {
  const floor = spots.get(wall.path)?.floor ?? null;
  return floor?.kind === 'kernel' ? floor : controlKernelOf(spots, floor);
}

/** What makes VMs: a slab of its own, or the strip of a kernel. */
export function hypervisorUnder(spots: Spots, wall: Layer): Layer | null {
  const floor = spots.get(wall.path)?.floor ?? null;
  return floor?.inside.find(({ kind }) => kind === 'hypervisor') ?? floor;
}

/** The daemon that starts what stands on `floor`; in its own user namespace before one outside. */
export function engineOn(spots: Spots, floor: Layer | null): Layer | null {
  const engines = [...spots.values()].filter(
    ({ layer, floor: own }) => layer.kind === 'engine' && own === floor,
  );
  const inner = engines.find(({ fences }) => fences.length > 0) ?? engines.at(-1);
  return inner?.layer ?? null;
}

/** A fence that holds the engine too: whoever has all in it has no root on the host. */
export function userFence(spots: Spots, floor: Layer | null): Layer | null {
  for (const { layer, floor: own, fences } of spots.values())
    if (layer.kind === 'engine' && own === floor && fences[0] !== undefined) return fences[0];
  return null;
}
