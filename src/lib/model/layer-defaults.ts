/** What follows from a layer's kind and place when its file does not say it. */
import { isBoundary } from './kinds.ts';
import type { AbiFamily, LayerKind, Privilege, Relation } from './kinds.ts';
import type { KernelCount } from './stack.ts';
import type { ChildSlot, LayerNode } from './stack-file.ts';

/** Where a layer stands, as far as its own properties depend on it. */
export interface Place {
  /** Family of the kernel underneath, when there is one without a border between. */
  readonly family: AbiFamily | undefined;
  /** True in a VM and in a control domain: above a hypervisor. */
  readonly guest: boolean;
}

/** The place of the hardware. */
export const GROUND_PLACE: Place = { family: undefined, guest: false };

export function relationOf(node: LayerNode, slot: ChildSlot): Relation {
  if (node.relation !== undefined) return node.relation;
  if (isBoundary(node.kind)) return 'wraps';
  if (slot === 'inside') return 'inside';
  return node.kind === 'engine' || node.kind === 'vmm' ? 'beside' : 'under';
}

export function countsOf(node: LayerNode): KernelCount {
  if (node.counts !== undefined) return node.counts;
  if (node.kind === 'kernel') return 'kernel';
  return node.kind === 'sentry' || node.kind === 'library-os' ? 'striped' : 'none';
}

/** A program is built for the kernel it stands on; slabs and boundaries have only the family they name. */
export function familyOf(node: LayerNode, place: Place): AbiFamily | undefined {
  return node.family ?? (isProgramSide(node.kind) ? place.family : undefined);
}

/** Hardware and boundaries run nothing, so they have no privilege. */
export function privilegeOf(node: LayerNode, place: Place): Privilege | undefined {
  if (node.privilege !== undefined) return node.privilege;
  if (node.kind === 'hardware' || isBoundary(node.kind)) return undefined;
  if (node.kind === 'hypervisor') return 'root';
  const inKernelMode = node.kind === 'kernel' || node.kind === 'library-os';
  if (place.guest) return inKernelMode ? 'guest-kernel' : 'guest-user';
  return inKernelMode ? 'kernel' : 'user';
}

/** @returns the place of what stands on, in or within `node`. */
export function placeAbove(node: LayerNode, place: Place): Place {
  switch (node.kind) {
    case 'kernel':
    case 'sentry':
      return { ...place, family: node.family ?? place.family };
    case 'wall':
    case 'control-domain':
      return { family: undefined, guest: true };
    case 'hardware':
    case 'hypervisor':
    case 'library-os':
      return { ...place, family: undefined };
    default:
      return place;
  }
}

/** Files and processes: what is built for a system-call interface. */
export function isProgramSide(kind: LayerKind): boolean {
  return PROGRAM_KINDS.has(kind);
}

const PROGRAM_KINDS: ReadonlySet<LayerKind> = new Set([
  'vmm',
  'userland',
  'libs',
  'app',
  'engine',
  'sentry',
  'emulator',
]);
