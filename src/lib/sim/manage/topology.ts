/** How kernels and instances lie to one another in a stack: what a story has to do follows from it. */
import type { LayerRole } from '../../model/manage/tool.ts';
import { walkLayers, type Layer, type LayerPath, type ResolvedStack } from '../../model/stack.ts';

/**
 * - `shared`: instances on the host's kernel
 * - `system`: the same, and each holds a whole distribution
 * - `sentry`: the same, and each has a kernel in user space
 * - `guest-os`: VMs with a system each
 * - `library`: VMs with a library OS each
 * - `pod-vm`: a container in a VM of its own
 * - `hidden-vm`: containers in one VM that nobody asked for
 * - `nodes`: containers in several VMs, which are the nodes of a cluster
 */
export type Topology =
  'shared' | 'system' | 'sentry' | 'guest-os' | 'library' | 'pod-vm' | 'hidden-vm' | 'nodes';

/** Kinds cannot tell a whole distribution in a fence from an image. */
const WHOLE_DISTRIBUTIONS: readonly string[] = ['system-container'];

export interface Shape {
  readonly topology: Topology;
  /** What is deployed, restarted and moved: containers, VMs, processes. */
  readonly units: readonly Layer[];
  /** Containers, when the units are containers or VMs that hold one each. */
  readonly hasContainers: boolean;
  /** What the units run on speaks this family's calls. */
  readonly isWindows: boolean;
}

export function shapeOf(stack: ResolvedStack, roles: ReadonlyMap<LayerPath, LayerRole>): Shape {
  const layers = [...walkLayers(stack.ground)].map(([layer]) => layer);
  const withRole = (role: LayerRole) => layers.filter(({ path }) => roles.get(path) === role);
  const walls = withRole('vm');
  const fences = withRole('container');
  const topology = topologyOf(stack, walls, fences, withRole);
  const inWalls = topology === 'guest-os' || topology === 'library' || topology === 'pod-vm';
  const units = inWalls ? walls : fences.length > 0 ? fences : withRole('process');
  return {
    topology,
    units,
    hasContainers: fences.length > 0,
    isWindows:
      fences.length > 0 &&
      layers.some(({ family, path }) => family === 'nt' && carriesUnits(path, roles, walls)),
  };
}

/** The kernel that containers stand on: a guest's where there are walls, else the host's. */
function carriesUnits(
  path: LayerPath,
  roles: ReadonlyMap<LayerPath, LayerRole>,
  walls: readonly Layer[],
): boolean {
  return roles.get(path) === (walls.length > 0 ? 'guest-kernel' : 'host-kernel');
}

function topologyOf(
  stack: ResolvedStack,
  walls: readonly Layer[],
  fences: readonly Layer[],
  withRole: (role: LayerRole) => readonly Layer[],
): Topology {
  if (withRole('library-os').length > 0) return 'library';
  if (WHOLE_DISTRIBUTIONS.includes(stack.id)) return 'system';
  const [wall] = walls;
  const [fence] = fences;
  if (wall === undefined) return withRole('sentry').length > 0 ? 'sentry' : 'shared';
  if (fence === undefined) return 'guest-os';
  if (wall.instance === undefined) return 'hidden-vm';
  return fence.instance === undefined ? 'pod-vm' : 'nodes';
}
