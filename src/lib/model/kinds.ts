/**
 * The closed vocabularies of the model. One list serves the model, the design tokens and the twin
 * (`data-kind`); a new word here is a change of the public contract.
 */

/** What a layer is. @see contract §4 */
export const LAYER_KINDS = [
  'hardware',
  'hypervisor',
  'vmm',
  'kernel',
  'control-domain',
  'userland',
  'libs',
  'app',
  'engine',
  'sentry',
  'emulator',
  'library-os',
  'fence',
  'wall',
] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

/** Whose system-call interface a kernel offers and a program is built for: the shape of its teeth. */
export const ABI_FAMILIES = ['linux', 'nt', 'xnu', 'bsd'] as const;
export type AbiFamily = (typeof ABI_FAMILIES)[number];

/**
 * CPU privilege, in words that hold on x86 and Arm. `root` is VMX root / EL2: the CPU mode that owns
 * virtual machines. `guest-*` are the modes inside a virtual machine.
 */
export const PRIVILEGES = ['user', 'kernel', 'root', 'guest-user', 'guest-kernel'] as const;
export type Privilege = (typeof PRIVILEGES)[number];

/**
 * How a part relates to what it serves.
 * - `under`: what stands on it runs on it.
 * - `beside`: serves the others from the same floor (dockerd, a VMM); nothing runs on it.
 * - `inside`: is part of the slab that holds it (KVM in the host kernel).
 * - `wraps`: stands around what it serves (fence, wall, partition).
 * - `transient`: sets something up, then execs or exits (runc, jailer); not there at rest.
 */
export const RELATIONS = ['under', 'beside', 'inside', 'wraps', 'transient'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Kinds that stand around other layers instead of under them. */
const BOUNDARY_KINDS = ['fence', 'wall', 'control-domain'] as const;

/** @returns true for fence, wall and control-domain: a boundary has `wraps`, never `carries`. */
export function isBoundary(kind: LayerKind): boolean {
  return (BOUNDARY_KINDS as readonly LayerKind[]).includes(kind);
}
