/**
 * What becomes of every item when one display list turns into another, decided once per morph: it
 * stays, moves, changes its look, comes or goes, and on which track. Tracks are few, so that easing is
 * computed per track and not per item.
 */
import type { DisplayList, Item } from '../scene/display-list.ts';
import { canMix, isSameItem, isSameLook, isSameThing } from './mix-items.ts';
import { isOfAny, passingStacks, type StackChange } from './passing-stacks.ts';

/** A stretch of the morph with one progress; named `out`, `kernels`, `rest`, `in`, `leave 0` … */
export type Track = string;

/** The fate of one item. `by` says how it comes or goes: with its layer's body, or by fading. */
export type Change =
  | { readonly kind: 'stay'; readonly item: Item }
  | { readonly kind: 'move'; readonly from: Item; readonly to: Item; readonly track: Track }
  /** Fades out where it was and in where it will be, each while nothing travels. */
  | { readonly kind: 'jump'; readonly from: Item; readonly to: Item }
  | {
      readonly kind: 'swap';
      readonly from: Item;
      readonly to: Item;
      readonly track: Track;
      /** Key of whichever of the two is not in charge. */
      readonly spareKey: string;
      readonly mixes: boolean;
    }
  | {
      readonly kind: 'leave' | 'enter';
      readonly item: Item;
      readonly track: Track;
      readonly by: 'body' | 'fade';
    };

export interface MorphPlan {
  /** In paint order. */
  readonly changes: readonly Change[];
  /** Number of ranks of what leaves and what enters: rank 0 goes first. */
  readonly leaveRanks: number;
  readonly enterRanks: number;
  /** Stacks come, go or change places. */
  readonly isOfStacks: boolean;
}

/** More steps than this are not told apart. */
const MAX_RANKS = 6;

/**
 * @param stacks absent: all stacks stay where they are
 * @returns the plan; `from` may be a list that an interrupted morph gave.
 */
export function planMorph(from: DisplayList, to: DisplayList, stacks?: StackChange): MorphPlan {
  const before = byKey(from.items);
  const after = byKey(to.items);
  const kernels = new Set([...kernelOwners(from.items), ...kernelOwners(to.items)]);
  const leaving = rankOwners(from.items, after, 'top first');
  const entering = rankOwners(to.items, before, 'bottom first');
  const takenKeys = new Set([...before.keys(), ...after.keys()]);
  const passing = stacks && passingStacks(stacks);
  const changes: Change[] = [];

  for (const item of before.values()) {
    const other = after.get(item.key);
    if (isSameThing(other, item)) continue;
    const key = other === undefined ? item.key : freeKey(item.key, takenKeys);
    changes.push(comeOrGo('leave', withoutLayer({ ...item, key }), leaving));
  }
  for (const item of after.values()) {
    const other = before.get(item.key);
    if (other === undefined || !isSameThing(other, item)) {
      changes.push(comeOrGo('enter', item, entering));
      continue;
    }
    if (passing && jumps(other, item, passing)) {
      changes.push({ kind: 'jump', from: other, to: item });
      continue;
    }
    const isKernel = item.owner !== undefined && kernels.has(item.owner);
    changes.push(remain(other, item, isKernel ? 'kernels' : 'rest', takenKeys));
  }
  changes.sort((a, b) => zOf(a) - zOf(b));
  return {
    changes,
    ...{ leaveRanks: countRanks(leaving), enterRanks: countRanks(entering) },
    isOfStacks: stacks !== undefined,
  };
}

/** The item as a mere picture: not to be hit, and without a twin. */
export function withoutLayer(item: Item): Item {
  if (!('layer' in item)) return item;
  const { layer: _dropped, ...rest } = item;
  return rest;
}

function byKey(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.key, item]));
}

function remain(from: Item, to: Item, track: Track, takenKeys: Set<string>): Change {
  if (isSameItem(from, to)) return { kind: 'stay', item: to };
  const mixes = canMix(from, to);
  if (mixes && isSameLook(from, to)) return { kind: 'move', from, to, track };
  return { kind: 'swap', from, to, track, mixes, spareKey: freeKey(to.key, takenKeys) };
}

/** A text as short as this changes on the way: a letter stands on a badge, which travels. */
const MARK_LENGTH = 2;

/**
 * While stacks travel: those that have to pass others, and what would be in the way of itself. A text that
 * says something else, or breaks its lines elsewhere, is out of sight until there is room for it again.
 */
function jumps(from: Item, to: Item, passing: ReadonlySet<string>): boolean {
  if (isSameItem(from, to)) return false;
  if (isOfAny(passing, to) || !canMix(from, to)) return true;
  if (from.t !== 'text' || to.t !== 'text' || isSameLook(from, to)) return false;
  return Math.max(from.text.length, to.text.length) > MARK_LENGTH;
}

function comeOrGo(kind: 'leave' | 'enter', item: Item, ranks: ReadonlyMap<string, number>): Change {
  const rank = item.owner === undefined ? undefined : ranks.get(item.owner);
  if (rank !== undefined) return { kind, item, track: `${kind} ${rank}`, by: 'body' };
  return { kind, item, track: kind === 'leave' ? 'out' : 'in', by: 'fade' };
}

function kernelOwners(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) =>
    item.t === 'box' && item.look === 'kernel' && item.owner !== undefined ? [item.owner] : [],
  );
}

/** Ranks the layers whose bodies are missing among `others`, by the height of their feet. */
function rankOwners(
  items: readonly Item[],
  others: ReadonlyMap<string, Item>,
  order: 'top first' | 'bottom first',
): ReadonlyMap<string, number> {
  const footOf = new Map<string, number>();
  for (const item of items) {
    if (!('layer' in item) || !item.layer || item.owner === undefined) continue;
    const isGone = !isSameThing(others.get(item.key), item);
    if (isGone) footOf.set(item.owner, Math.round(item.box.y + item.box.h));
  }
  const feet = [...new Set(footOf.values())].sort((a, b) =>
    order === 'top first' ? a - b : b - a,
  );
  const step = Math.max(1, (feet.length - 1) / (MAX_RANKS - 1));
  const rankOf = new Map(feet.map((foot, index) => [foot, Math.floor(index / step)]));
  return new Map([...footOf].map(([owner, foot]) => [owner, rankOf.get(foot) ?? 0]));
}

function countRanks(ranks: ReadonlyMap<string, number>): number {
  return Math.max(-1, ...ranks.values()) + 1;
}

function freeKey(key: string, takenKeys: Set<string>): string {
  let candidate = `${key}~was`;
  while (takenKeys.has(candidate)) candidate += '~';
  takenKeys.add(candidate);
  return candidate;
}

function zOf(change: Change): number {
  return 'to' in change ? change.to.z : change.item.z;
}
