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
  return partsOf(stack).instances;
}

/** Layers that no instance holds. */
export function hostLayers(stack: ResolvedStack): readonly Layer[] {
  return partsOf(stack).host;
}

interface StackParts {
  readonly instances: readonly KnownInstance[];
  readonly host: readonly Layer[];
}

/** Each moment of the picture asks for them, and they are the same in all of it. */
const known = new WeakMap<ResolvedStack, StackParts>();

function partsOf(stack: ResolvedStack): StackParts {
  const parts = known.get(stack) ?? takenApart(stack);
  known.set(stack, parts);
  return parts;
}

function takenApart(stack: ResolvedStack): StackParts {
  const instances: { readonly boundary: Layer; readonly inner: Layer[] }[] = [];
  const host: Layer[] = [];
  // What is in an instance comes right after it.
  for (const [layer] of walkLayers(stack.ground)) {
    const last = instances.at(-1);
    const isBarrier = isBoundary(layer.kind);
    if (last && layer.path.startsWith(`${last.boundary.path}/`)) {
      if (!isBarrier && isBoundary(last.boundary.kind)) last.inner.push(layer);
    } else if (layer.instance !== undefined && (isBarrier || layer.kind === 'app')) {
      instances.push({ boundary: layer, inner: isBarrier ? [] : [layer] });
    } else host.push(layer);
  }
  return { instances, host };
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
