/** How many instances fit into the memory of one host, and what eats it. */
import type { MemorySizes, SizePart, StackSizes } from '../model/size-data.ts';
import { sizePart, type SizeKnown, type SizedPart } from './size-values.ts';

export interface MemoryState {
  readonly sizes: MemorySizes;
  readonly hostMb: number;
  /** Parts of one instance, bottom up, as they are after savings. */
  readonly each: readonly SizedPart[];
  /** Parts of the host itself; what is not measured is not counted. */
  readonly host: readonly SizedPart[];
  /** MB kept once for all guests: pages that are equal, or a snapshot's. */
  readonly commonMb: number;
  /** MB of one instance beyond that. */
  readonly eachMb: number;
  /** MB that are taken before the first instance. */
  readonly fixedMb: number;
  /** Most instances that fit. */
  readonly fit: number;
  /** Some part is not measured: fewer may fit. */
  readonly isPartial: boolean;
}

/** What is there when n are asked for. */
export interface MemoryFill {
  /** Instances that are there: at most as many as fit. */
  readonly there: number;
  readonly left: number;
  readonly usedMb: number;
  /** 0 to 1. */
  readonly share: number;
}

const MB_PER_GB = 1000;

/** @returns the memory of a stack, or null where no figure tells it. */
export function memoryState(
  sizes: StackSizes | undefined,
  variant: string,
  known: SizeKnown,
): MemoryState | null {
  const found = sizes?.memory.find(({ variants }) => variants?.includes(variant) ?? true);
  if (found === undefined) return null;
  const { settings } = known;
  const shared = found.isVm ? 1 - (1 - settings.ksm / 100) * (1 - settings.clone / 100) : 0;
  const kept = found.isVm ? (1 - shared) * (1 - settings.balloon / 100) : 1;
  const plain = found.each.map((part) => sizePart(part, known));
  const each = plain.map((sized) => (isGuest(sized.part) ? scaled(sized, kept) : sized));
  const host = found.host.map((part) => sizePart(part, known));
  const commonMb = sum(plain.filter(({ part }) => isGuest(part))) * shared;
  const hostMb = settings.host * MB_PER_GB;
  const eachMb = sum(each);
  const fixedMb = sum(host) + commonMb;
  return {
    sizes: found,
    hostMb,
    each,
    host,
    commonMb,
    eachMb,
    fixedMb,
    fit: eachMb > 0 ? Math.max(0, Math.floor((hostMb - fixedMb) / eachMb + 1e-9)) : 0,
    isPartial: [...each, ...host].some(({ mb }) => mb === null),
  };
}

/** @returns instances until the first of the hosts is full; 1 where nothing is measured */
export function untilFull(states: readonly (MemoryState | null)[]): number {
  const fits = states.flatMap((state) => (state === null ? [] : [state.fit]));
  return Math.max(1, fits.length === 0 ? 1 : Math.min(...fits));
}

/** @returns how full the host is when `n` instances are asked for. */
export function fillOf(state: MemoryState, n: number): MemoryFill {
  const there = Math.min(n, state.fit);
  const usedMb = there === 0 ? 0 : state.fixedMb + there * state.eachMb;
  return { there, left: n - there, usedMb, share: Math.min(1, usedMb / state.hostMb) };
}

function isGuest(part: SizePart): boolean {
  return part.guest === true;
}

function scaled(sized: SizedPart, by: number): SizedPart {
  return sized.mb === null ? sized : { ...sized, mb: sized.mb * by };
}

function sum(parts: readonly SizedPart[]): number {
  return parts.reduce((total, { mb }) => total + (mb ?? 0), 0);
}
