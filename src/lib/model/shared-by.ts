/** Who uses a layer: data only, the words are made elsewhere. */
import type { InstanceNoun, Layer, LayerPath, ResolvedStack } from './stack.ts';
import { walkLayers } from './stack.ts';

export interface LayerUsers {
  /** Repeated users by what one of them is called, with true counts. */
  readonly groups: readonly { readonly noun: InstanceNoun; readonly count: number }[];
  /** The other users, left to right: programs, processes beside, single boundaries, kernels. */
  readonly others: readonly Layer[];
  /** True when it lies within a boundary and serves nothing repeated: one owner has it to itself. */
  readonly private: boolean;
}

const NOBODY: LayerUsers = { groups: [], others: [], private: false };

/**
 * @returns who stands on the layer or is wrapped by it, up to the next kernel, hypervisor or boundary;
 * files and single fences are looked through to the programs in them. Nobody for a path that is not there. What is there
 * only during set-up (runc) is no user.
 */
export function usersOf(stack: ResolvedStack, path: LayerPath): LayerUsers {
  const chain = findChain(stack.ground, path);
  const layer = chain?.at(-1);
  if (chain === undefined || layer === undefined) return NOBODY;
  const counts = new Map<string, { noun: InstanceNoun; count: number }>();
  const others: Layer[] = [];
  for (const user of directUsers(layer, chain.at(-2))) {
    if (user.instance === undefined) others.push(user);
    else counts.set(user.instance.group, { noun: user.instance.noun, count: user.instance.count });
  }
  const enclosed = chain.slice(0, -1).some((ancestor) => ancestor.relation === 'wraps');
  const groups = [...counts.values()];
  return {
    groups,
    others,
    private: (enclosed || layer.relation === 'wraps') && groups.length === 0,
  };
}

function directUsers(layer: Layer, parent: Layer | undefined): Layer[] {
  // KVM carries nothing by itself: the VMs stand on the host kernel that it is part of.
  if (layer.relation === 'inside')
    return (parent?.carries ?? []).filter(({ kind }) => kind === 'wall' || kind === 'vmm');
  return [...layer.wraps, ...layer.carries].flatMap(seeThrough);
}

/**
 * Files call nobody; the programs on them do. A fence that is there once (a user namespace around the
 * others) is no user either; what it holds is.
 */
function seeThrough(layer: Layer): Layer[] {
  if (layer.relation === 'transient') return [];
  if (layer.kind === 'fence' && layer.instance === undefined)
    return layer.wraps.flatMap(seeThrough);
  return layer.kind === 'libs' ? layer.carries.flatMap(seeThrough) : [layer];
}

/** @returns the layers from the ground to the one at `path`. */
function findChain(ground: Layer, path: LayerPath): Layer[] | undefined {
  const parents = new Map<Layer, Layer | null>();
  for (const [layer, parent] of walkLayers(ground)) {
    parents.set(layer, parent);
    if (layer.path !== path) continue;
    const chain = [layer];
    for (let up = parent; up !== null; up = parents.get(up) ?? null) chain.unshift(up);
    return chain;
  }
  return undefined;
}
