/** Which layer of the Structure lens an area or a cell is: the same key in every lens. */
import type { LayerKind } from '../model/kinds.ts';
import type { SizeRole } from '../model/size-data.ts';
import { isBoundary } from '../model/kinds.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../model/stack.ts';
import type { Look } from './display-list.ts';

/** One instance of a stack as the Structure lens has it: its boundary, if it has one, and what is in it. */
export interface KnownInstance {
  readonly boundary: Layer;
  readonly inner: readonly Layer[];
}

/** Outermost instances, left to right. */
export function instancesOf(stack: ResolvedStack): readonly KnownInstance[] {
  const all = [...walkLayers(stack.ground)].map(([layer]) => layer);
  const found: KnownInstance[] = [];
  for (const layer of all) {
    if (layer.instance === undefined) continue;
    if (found.some(({ boundary }) => layer.path.startsWith(`${boundary.path}/`))) continue;
    const isAround = isBoundary(layer.kind);
    if (!isAround && layer.kind !== 'app') continue;
    const inner = all.filter(
      ({ path, kind }) => path.startsWith(`${layer.path}/`) && !isBoundary(kind),
    );
    found.push({ boundary: layer, inner: isAround ? inner : [layer] });
  }
  return found;
}

/** Layers that no instance holds. */
export function hostLayers(stack: ResolvedStack): readonly Layer[] {
  const inside = instancesOf(stack).map(({ boundary }) => boundary.path);
  return [...walkLayers(stack.ground)]
    .map(([layer]) => layer)
    .filter(({ path }) => !inside.some((one) => path === one || path.startsWith(`${one}/`)));
}

const KIND_OF: Readonly<Record<SizeRole, LayerKind>> = {
  kernel: 'kernel',
  whole: 'kernel',
  userland: 'userland',
  libs: 'libs',
  app: 'app',
  vmm: 'vmm',
  engine: 'engine',
  sentry: 'sentry',
  'library-os': 'library-os',
  fence: 'fence',
  hypervisor: 'hypervisor',
};

/** @returns what kind of layer a part is */
export function kindOf(role: SizeRole): LayerKind {
  return role === 'whole' ? 'userland' : KIND_OF[role];
}

/** @returns the layer of an instance that a part is, if there is one */
export function layerFor(instance: KnownInstance | undefined, role: SizeRole): Layer | undefined {
  return instance?.inner.find(({ kind }) => kind === kindOf(role));
}

/** A VM whose kernel is not told apart is no solid block: nobody knows how large that is. */
export function lookOfRole(role: SizeRole): Look {
  if (role === 'whole') return 'userland';
  return role === 'fence' ? 'fence-tint' : role;
}

export function radiusOfRole(role: SizeRole): number {
  if (role === 'app' || role === 'userland') return 4;
  return role === 'engine' || role === 'sentry' || role === 'vmm' ? 6 : 0;
}
