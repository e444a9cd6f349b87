/**
 * The attack graph of a stack, computed from its layers alone. Nodes are layers. An edge without barrier
 * is ownership: who controls one end controls the other, no flaw needed. Every other edge has the barrier
 * that stands on it, and the place of an attack's step that can break it.
 */
import type { AttackPlace, BarrierKind } from '../../model/isolation/attack-data.ts';
import type { Layer, LayerPath } from '../../model/stack.ts';
import {
  controlKernelOf,
  engineOn,
  hostKernelOf,
  hypervisorUnder,
  isWasmRuntime,
  userFence,
  vmmOf,
  withAll,
  type Spot,
  type Spots,
} from './places.ts';

export interface Way {
  readonly from: LayerPath;
  readonly to: LayerPath;
  /** null: ownership. */
  readonly barrier: BarrierKind | null;
  /** Step of an attack that goes this way. */
  readonly at: AttackPlace | null;
}

const PROGRAMS: ReadonlySet<Layer['kind']> = new Set(['app', 'userland', 'engine', 'vmm']);

/** @returns what `layer` controls without any further flaw, itself left out */
function ownedBy(spots: Spots, layer: Layer): readonly Layer[] {
  const spot = spots.get(layer.path);
  if (spot === undefined) return [];
  switch (layer.kind) {
    case 'app':
      return ownedByApp(spots, spot);
    case 'userland':
      return [];
    case 'engine':
      return ownedByEngine(spots, spot);
    case 'vmm':
      return firstVmOf(spots, layer);
    case 'kernel':
      return ownedByKernel(spots, spot);
    case 'hypervisor':
      // A strip is part of its kernel: code in it runs with that kernel's rights.
      return layer.relation === 'inside' && spot.floor
        ? withAll(spot.floor)
        : withAll(layer).slice(1);
    case 'emulator':
    case 'libs':
    case 'sentry':
    case 'library-os':
    case 'hardware':
    case 'fence':
    case 'wall':
    case 'control-domain':
      return withAll(layer).slice(1);
  }
}

/** The files of its own image, the CPU emulator in its process, the library OS that it is linked to. */
function ownedByApp(spots: Spots, { layer, fences, floor }: Spot): readonly Layer[] {
  const linked = floor?.kind === 'library-os' ? [floor] : [];
  const fence = fences.at(-1);
  if (fence === undefined) return linked;
  const under = withAll(fence).filter(
    (one) =>
      (one.kind === 'libs' || one.kind === 'emulator') &&
      spots.has(one.path) &&
      withAll(one).some(({ path }) => path === layer.path),
  );
  return [...linked, ...under];
}

/** A daemon that runs as root controls its kernel; one in a user namespace, what stands in that. */
function ownedByEngine(spots: Spots, { floor }: Spot): readonly Layer[] {
  const fence = userFence(spots, floor);
  if (fence !== null) return withAll(fence);
  return floor === null ? [] : withAll(floor);
}

/** "One per VM": the picture draws the first one's. */
function firstVmOf(spots: Spots, vmm: Layer): readonly Layer[] {
  for (const { layer } of spots.values())
    if (layer.kind === 'wall' && vmmOf(spots, layer) === vmm) return withAll(layer);
  return [];
}

/** A control domain manages the VMs beside it: it may read and write their memory. */
function ownedByKernel(spots: Spots, { layer, wall }: Spot): readonly Layer[] {
  const own = withAll(layer).slice(1);
  if (wall?.kind !== 'control-domain') return own;
  const floor = spots.get(wall.path)?.floor ?? null;
  const beside = (floor?.carries ?? []).filter(({ kind }) => kind === 'wall');
  return [wall, ...own, ...beside.flatMap(withAll)];
}

/** @returns `from` and all that it controls */
export function closure(spots: Spots, from: readonly Layer[]): ReadonlySet<LayerPath> {
  const reached = new Set<LayerPath>();
  const queue = [...from];
  for (let layer = queue.pop(); layer !== undefined; layer = queue.pop()) {
    if (reached.has(layer.path)) continue;
    reached.add(layer.path);
    queue.push(...ownedBy(spots, layer));
  }
  return reached;
}

/**
 * Barrier between a program and the kernel that it calls.
 * @param confined system-call filter, dropped capabilities or a security module are on
 */
export function callBarrier(spot: Spot, confined: boolean): BarrierKind {
  if (spot.runtime !== null) return 'language';
  if (spot.sentry !== null) return 'user-space-kernel';
  if (spot.fences.length > 1) return 'user-namespace';
  if (spot.fences.length === 1) return confined ? 'confinement' : 'namespaces';
  return 'process';
}

/** @returns every way between the layers of a stack */
export function waysOf(spots: Spots, confined: boolean): readonly Way[] {
  return [...spots.values()].flatMap((spot) => [
    ...ownedBy(spots, spot.layer).map(({ path }): Way => ({
      from: spot.layer.path,
      to: path,
      barrier: null,
      at: null,
    })),
    ...waysOut(spots, spot, confined),
  ]);
}

function waysOut(spots: Spots, spot: Spot, confined: boolean): readonly Way[] {
  const { layer, floor, wall } = spot;
  const way = (to: Layer | null, barrier: BarrierKind, at: AttackPlace): readonly Way[] =>
    to === null || to === layer ? [] : [{ from: layer.path, to: to.path, barrier, at }];
  if (PROGRAMS.has(layer.kind) && floor !== null) {
    const barrier = callBarrier(spot, confined);
    const called = spot.runtime ?? spot.sentry ?? floor;
    return [
      ...way(called, barrier, spot.runtime === null ? 'kernel' : 'runtime'),
      ...(spot.fences.length > 0 && layer.kind === 'app'
        ? way(engineOn(spots, floor), barrier, 'engine')
        : []),
    ];
  }
  if (layer.kind === 'sentry') return way(floor, 'confinement', 'host-kernel');
  if (isWasmRuntime(layer)) return way(floor, 'process', 'kernel');
  const isGuest = layer.kind === 'kernel' || layer.kind === 'library-os';
  if (!isGuest || wall?.kind !== 'wall') return [];
  return [
    ...way(vmmOf(spots, wall), 'vm', 'vmm'),
    ...way(hypervisorUnder(spots, wall), 'vm', 'hypervisor'),
    ...way(hostKernelOf(spots, wall), 'vm', 'host-kernel'),
    ...way(controlKernelOf(spots, spots.get(wall.path)?.floor ?? null), 'vm', 'host-kernel'),
  ];
}
