/** Where a step of an attack leads in a given stack, or why it leads nowhere. */
import type {
  Attack,
  AttackPlace,
  BarrierKind,
  EntryKind,
} from '../../model/isolation/attack-data.ts';
import type { AbiFamily } from '../../model/kinds.ts';
import type { Layer } from '../../model/stack.ts';
import {
  controlKernelOf,
  engineOn,
  hostKernelOf,
  hypervisorUnder,
  vmmOf,
  type Spot,
  type Spots,
} from './places.ts';

/** What an attack is made for and the stack does not have: a kernel of its family, or what its kind needs. */
export type Missing =
  | { readonly what: 'family'; readonly family: AbiFamily; readonly has: Layer }
  | { readonly what: EntryKind };

export type Target =
  | { readonly to: Layer }
  | { readonly barrier: BarrierKind; readonly at: Layer }
  | { readonly missing: Missing };

const orMissing = (to: Layer | null | undefined, { kind }: Attack): Target =>
  to ? { to } : { missing: { what: kind } };

/**
 * @param last where the step before ended
 * @param isListed the attack's data name this stack: it has what the attack is made for
 */
export function targetOf(
  spots: Spots,
  spot: Spot,
  at: AttackPlace,
  last: Layer,
  attack: Attack,
  isListed: boolean,
): Target {
  const { wall, floor, layer, runtime } = spot;
  if (at === 'app') return { to: layer };
  if (at === 'everything') return { to: last };
  const called = calledBy(spot);
  if (!isListed && runtime !== null && at === 'kernel') return { barrier: 'language', at: runtime };
  if (called !== null && !isForFamily(called, attack)) {
    const family = attack.families?.[0] ?? 'linux';
    return { missing: { what: 'family', family, has: called } };
  }
  if (!isListed) return { missing: { what: attack.kind } };
  switch (at) {
    case 'kernel':
      return kernelFor(spot, attack);
    case 'runtime':
      return orMissing(runtimeFor(spots, spot), attack);
    case 'engine':
      return orMissing(engineOn(spots, floor), attack);
    case 'vmm':
      return orMissing(wall && vmmOf(spots, wall), attack);
    case 'hypervisor':
      return orMissing(wall && hypervisorUnder(spots, wall), attack);
    case 'host-kernel':
      return orMissing(wall === null ? floor : hostKernelOf(spots, wall), attack);
    case 'cpu':
      return orMissing(groundOf(spots), attack);
  }
}

function groundOf(spots: Spots): Layer | undefined {
  return spots.values().next().value?.layer;
}

/** The kernel or library OS that a program calls, past a Sentry; a kernel is its own. */
function calledBy({ layer, floor }: Spot): Layer | null {
  return layer.kind === 'kernel' || layer.kind === 'library-os' ? layer : floor;
}

function isForFamily({ kind, family }: Layer, { families }: Attack): boolean {
  if (families === undefined || kind === 'hypervisor') return true;
  return family !== undefined && families.includes(family);
}

/** @returns true for an attack on the Sentry: its data name no other stack */
export function isForSentry({ stacks }: Attack): boolean {
  return stacks.every((name) => name.startsWith('gvisor'));
}

function kernelFor(spot: Spot, attack: Attack): Target {
  const { sentry } = spot;
  const floor = calledBy(spot);
  // What fills memory fills the host's: the Sentry takes it from there.
  if (sentry !== null && attack.gains !== 'starve') {
    const isInIt = attack.kind !== 'kernel' || isForSentry(attack);
    return isInIt ? { to: sentry } : { barrier: 'user-space-kernel', at: sentry };
  }
  return orMissing(floor, attack);
}

/** What started the program: its Wasm runtime, the engine of its kernel, or the one that made its VM. */
function runtimeFor(spots: Spots, { runtime, fences, floor, wall }: Spot): Layer | null {
  if (runtime !== null) return runtime;
  const own = fences.length > 0 ? engineOn(spots, floor) : null;
  if (own !== null && !isGuestAgent(spots, own, wall)) return own;
  const below = wall === null ? null : (spots.get(wall.path)?.floor ?? null);
  const host = engineOn(spots, below) ?? engineOn(spots, controlKernelOf(spots, below));
  return host ?? own;
}

/** In a VM of one's own the runtime that counts is the one on the host (Kata). */
function isGuestAgent(spots: Spots, engine: Layer, wall: Layer | null): boolean {
  if (wall?.instance?.noun !== 'container' && wall?.instance === undefined) return false;
  const below = spots.get(wall.path)?.floor ?? null;
  return engineOn(spots, below) !== null && spots.get(engine.path)?.wall === wall;
}
