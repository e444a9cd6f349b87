/**
 * What a stack *is*, after parsing and after one variant and a number of instances were chosen:
 * a tree of layers that stand on one another. Pure data; trusted, because only `resolveStack` makes it.
 */
import type { AbiFamily, LayerKind, Privilege, Relation } from './kinds.ts';

/**
 * Address of a layer: `<stack key>/<boundary>/…/<layer>`, e.g. `docker-linux/kernel`,
 * `docker-linux/c2/app`, `vm-bare-metal:xen/vm1/kernel`. Boundaries (fence, wall, control domain)
 * nest; slabs do not, so a path does not change when something is slid in under it.
 */
export type LayerPath = string;

/** A stack as named in a URL: family and, where it is not the default, variant. */
export interface StackRef {
  readonly id: string;
  readonly variant?: string;
}

/** How a layer counts in the readout: a general-purpose kernel, a striped one, or not at all. */
export type KernelCount = 'kernel' | 'striped' | 'none';

export interface Layer {
  readonly path: LayerPath;
  /** Last part of the path. */
  readonly id: string;
  readonly kind: LayerKind;
  readonly relation: Relation;
  readonly name: string;
  /** Name for narrow boxes. */
  readonly short?: string;
  /** Second line under the name. */
  readonly detail?: string;
  /** Short names shown one under the other when the box is narrow (init, sshd, cron). */
  readonly lines?: readonly string[];
  readonly family?: AbiFamily;
  readonly privilege?: Privilege;
  /** The CPU mode in the hardware's own words, e.g. "VMX non-root, ring 0". */
  readonly cpuMode?: string;
  /** Who provides it, e.g. "the host's distribution". */
  readonly providedBy: string;
  readonly counts: KernelCount;
  /** What it is, one or two sentences. */
  readonly about: string;
  /** Figure ids shown for it in the inspector. */
  readonly figures: readonly string[];
  /** How the boundary is enforced, for fence and wall (e.g. "namespaces and cgroups"). */
  readonly enforcedBy?: string;
  /** What stands on its top edge, left to right. */
  readonly carries: readonly Layer[];
  /** Strips that are part of it, left to right (KVM in a host kernel). */
  readonly inside: readonly Layer[];
  /** What a boundary stands around. Stands on the same floor as the boundary itself. */
  readonly wraps: readonly Layer[];
  /** Set on each instance of a repeated group. */
  readonly instance?: Instance;
}

/** Which of how many alike this boundary or app is; `index` is 0-based. */
export interface Instance {
  /** Id of the repeated group, e.g. `c` for c1, c2, c3. */
  readonly group: string;
  readonly index: number;
  /** How many there are in all; may be more than were expanded into layers. */
  readonly count: number;
  /** What one of them is called, e.g. "container", "VM", "process". */
  readonly noun: InstanceNoun;
}

export const INSTANCE_NOUNS = [
  'process',
  'container',
  'vm',
  'microvm',
  'unikernel',
  'module',
] as const;
export type InstanceNoun = (typeof INSTANCE_NOUNS)[number];

/** A stack one step away from this one. */
export interface Relative {
  /** As in a URL: `gvisor`, `vm-bare-metal:xen`. */
  readonly stack: string;
  /** What is different there, one sentence. */
  readonly says: string;
}

export interface ResolvedStack {
  /** Canonical name in URLs and paths: `id` or `id:variant` when the variant is not the default. */
  readonly key: string;
  readonly id: string;
  readonly variant: string;
  readonly title: string;
  readonly shortTitle: string;
  /** One finding, at most about 45 characters. */
  readonly claim: string;
  /** One or two sentences under the claim. */
  readonly note: string;
  readonly summary: string;
  /** A clause that the readout adds, e.g. "the hypervisor is a small kernel of its own". */
  readonly readoutNote?: string;
  /** Ids of figures of the stack as a whole, most telling first. */
  readonly figures: readonly string[];
  readonly relatives: readonly Relative[];
  /** The hardware: bottom of the tree. */
  readonly ground: Layer;
  /** Repeated groups with their true counts. */
  readonly groups: readonly InstanceGroup[];
  /** Every layer path in the order in which things start; what a layer needs comes before it. */
  readonly order: readonly LayerPath[];
}

export interface InstanceGroup {
  readonly group: string;
  readonly noun: InstanceNoun;
  /** True number of instances of this group per parent. */
  readonly count: number;
  /** How many were expanded into layers (≤ count). */
  readonly expanded: number;
  /** Path of the layer or boundary the group lives in, for naming a crowd. */
  readonly parent: LayerPath;
}

/** Walks a layer tree, bottom up and left to right; boundaries before what they wrap. */
export function* walkLayers(
  layer: Layer,
  parent: Layer | null = null,
): Generator<[Layer, Layer | null]> {
  yield [layer, parent];
  for (const child of layer.inside) yield* walkLayers(child, layer);
  for (const child of layer.wraps) yield* walkLayers(child, layer);
  for (const child of layer.carries) yield* walkLayers(child, layer);
}

/** @returns the layer at `path` or undefined. */
export function findLayer(stack: ResolvedStack, path: LayerPath): Layer | undefined {
  for (const [layer] of walkLayers(stack.ground)) if (layer.path === path) return layer;
  return undefined;
}
