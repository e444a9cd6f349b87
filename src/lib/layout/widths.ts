/** How the width of a floor is shared out among what stands on it. */
import type { Layer } from '../model/stack.ts';
import { FENCE_PAD, leafWidth, widestUseful, type Place } from './nominal.ts';

const NARROWEST_FENCE = 54;
const NARROWEST_VM = 76;
/** A group of many instances asks for no more than this; it becomes a crowd if it must. */
const WIDEST_ASK = 260;

/** Gap between two neighbours on one floor, px at unit 1. */
export function gapBetween(left: Layer, right: Layer): number {
  if (left.kind === 'fence' && right.kind === 'fence') return 5;
  if (isProgram(left) && isProgram(right)) return 2;
  return 10;
}

function isProgram(layer: Layer): boolean {
  return layer.kind === 'app' || layer.kind === 'userland';
}

/** The place that the children of `layer` are in. */
export function placeInside(layer: Layer, place: Place): Place {
  if (layer.kind === 'fence') return { ...place, inFence: true };
  if (layer.kind === 'wall') return { ...place, inFence: false, inWall: true };
  return place;
}

/** What stands on the floor that a layer makes or encloses, left to right; transients stand aside. */
export function floorOf(layer: Layer): readonly Layer[] {
  const floor = layer.wraps.length > 0 ? layer.wraps : layer.carries;
  return floor.filter((child) => child.relation !== 'transient');
}

/** Narrowest useful width of a layer with all that stands on it, px. */
export function minWidth(layer: Layer, place: Place, wallPx: number): number {
  const floor = floorOf(layer);
  const inner = floorWidth(floor, placeInside(layer, place), wallPx);
  switch (layer.kind) {
    case 'fence':
      return Math.max(NARROWEST_FENCE, inner + 2 * FENCE_PAD);
    case 'wall':
      return Math.max(NARROWEST_VM, inner + 2 * wallPx);
    case 'control-domain':
      return Math.max(84, inner + 8);
    default:
      return Math.max(inner, floor.length === 0 || isNamed(layer) ? leafWidth(layer) : 0);
  }
}

/** Besides the leaves: what must keep its name although others stand on it. */
export function isNamed({ kind }: Layer): boolean {
  return kind === 'libs' || kind === 'sentry';
}

function floorWidth(floor: readonly Layer[], place: Place, wallPx: number): number {
  let sum = 0;
  let group = 0;
  floor.forEach((child, index) => {
    const before = floor[index - 1];
    const gap = before === undefined ? 0 : gapBetween(before, child);
    const width = minWidth(child, place, wallPx) + gap;
    if (child.instance === undefined) sum += width;
    else group += width;
  });
  return (
    sum + Math.min(group, Math.max(WIDEST_ASK, firstInstanceWidth(floor, place, wallPx) * 4.5))
  );
}

function firstInstanceWidth(floor: readonly Layer[], place: Place, wallPx: number): number {
  const first = floor.find((child) => child.instance !== undefined);
  return first === undefined ? 0 : minWidth(first, place, wallPx);
}

/** So much of a floor nobody is refused: on a wide one names are larger too. */
const USEFUL_SHARE = 0.18;

/**
 * Shares `widthPx` out: everybody gets its narrowest width, the rest goes by need up to what is useful,
 * and what is left over goes to the instances. When there is too little, all shrink in proportion.
 */
export function shareOut(
  children: readonly Layer[],
  mins: readonly number[],
  widthPx: number,
): readonly number[] {
  // Beside nothing else there is no neighbour to leave the rest to.
  if (children.length === 1) return [widthPx];
  const total = mins.reduce((sum, min) => sum + min, 0);
  if (total >= widthPx) return mins.map((min) => (min * widthPx) / total);
  const widths = [...mins];
  let open = children.map((_, index) => index);
  let rest = widthPx - total;
  while (rest > 1e-6 && open.length > 0) {
    const need = open.reduce((sum, index) => sum + (mins[index] ?? 0), 0);
    const next: number[] = [];
    let given = 0;
    for (const index of open) {
      const child = children[index];
      const now = widths[index] ?? 0;
      const cap =
        child === undefined
          ? Infinity
          : Math.max(widestUseful(child), mins[index] ?? 0, widthPx * USEFUL_SHARE);
      const add = Math.min((rest * (mins[index] ?? 0)) / need, cap - now);
      widths[index] = now + add;
      given += add;
      if (now + add < cap - 1e-6) next.push(index);
    }
    rest -= given;
    if (next.length === open.length && given < 1e-6) break;
    open = next;
  }
  return widths;
}
