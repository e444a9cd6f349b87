/**
 * Widths where there is too little for all: each part keeps what the names in it need and gives of the rest in
 * proportion. Shares alone would not do: what stands in a boundary shrinks by more than the boundary does.
 */
import type { Layer, LayerPath, ResolvedStack } from '../model/stack.ts';
import { FENCE_PAD, hasFences, leafWidth, type Place } from './nominal.ts';
import { WALL_AIR } from './stack-layout.ts';
import { textWidth } from './text-metrics.ts';
import { floorOf, gapBetween, isNamed, minWidth, placeInside } from './widths.ts';

/** Least type of a label, and the air on both sides of it together, px. */
const LEAST_PX = 12;
const LEAST_AIR = 4.6;
/** What is left of a gap where names have no more room than they need. */
const TIGHT_GAP = 0.75;
/** Least room in which a kernel's name can be broken, px. */
const TIGHT_KERNEL = 40;
/** A short title and a count still need this, px. */
const TIGHT_COLUMN = 140;
/** Nobody gets less than this share of what its names need, so that others may have all of theirs. */
const LEAST_RATION = 0.75;

export interface Tight {
  /**
   * Of a floor that is too narrow for what stands on it; names come before gaps.
   * @param mins narrowest useful width of each, px
   * @param gapSum of all gaps between them, px
   * @param crowds children that stand for a crowd
   * @returns what is left of the gaps, as a share, and the widths
   */
  floor(
    children: readonly Layer[],
    mins: readonly number[],
    gapSum: number,
    widthPx: number,
    where: Place,
    walls: { readonly wallPx: number },
    crowds: ReadonlySet<LayerPath>,
  ): readonly [squeeze: number, widths: readonly number[]];
  /** Widths of columns that fill `totalPx`; `mins` are their narrowest useful ones. */
  columns(
    stacks: readonly ResolvedStack[],
    mins: readonly number[],
    totalPx: number,
    wallPx: number,
  ): readonly number[];
}

export const TIGHT: Tight = {
  floor: (children, mins, gapSum, widthPx, where, { wallPx }, crowds) => {
    const roomPx = widthPx - gapSum * TIGHT_GAP;
    const own = mostTold(roomPx, (tells) =>
      children.map((child, index) =>
        crowds.has(child.path) ? (mins[index] ?? 0) : tightWidth(child, where, wallPx, tells),
      ),
    );
    const tights = tightsOf(children, mins, own, roomPx);
    const usual = widthPx / Math.max(sum(mins) + gapSum, 1e-9);
    const left = (widthPx - sum(tights)) / Math.max(gapSum, 1e-9);
    const squeeze = Math.min(usual, Math.max(TIGHT_GAP, left));
    return [squeeze, shrunk(mins, tights, widthPx - gapSum * squeeze)];
  },
  columns: (stacks, mins, totalPx, wallPx) => {
    const ground: Place = { inFence: false, inWall: false };
    const tights = mostTold(totalPx, (tells) =>
      stacks.map((stack, index) => {
        const tight = tightWidth(stack.ground, ground, wallPx, tells);
        return Math.min(mins[index] ?? 0, Math.max(TIGHT_COLUMN, tight));
      }),
    );
    return shrunk(mins, tights, totalPx);
  },
};

/** @returns the widths in which files say whose they are; in less room than that, that they are files */
function mostTold(
  roomPx: number,
  widthsOf: (tellsWhose: boolean) => readonly number[],
): readonly number[] {
  const told = widthsOf(true);
  return sum(told) <= roomPx ? told : widthsOf(false);
}

/** Narrowest a leaf can be drawn with a name in it, px: the shortest that a label steps down to. */
function tightLeafWidth(layer: Layer, tellsWhose: boolean): number {
  const name = tellsWhose && layer.kind === 'libs' ? layer.name : (layer.short ?? layer.name);
  const words = name.split(' ');
  const weight = layer.kind === 'libs' ? 600 : 650;
  const longest = Math.max(...words.map((word) => textWidth(word, LEAST_PX, weight)));
  const listed = layer.lines?.[0];
  const least =
    listed === undefined ? longest : Math.min(longest, textWidth(listed, LEAST_PX, 500));
  const told = tellsWhose && layer.kind === 'libs';
  return told ? least + LEAST_AIR : Math.min(leafWidth(layer), least + LEAST_AIR);
}

/** @returns the width at which the names in a layer and all that stands on it still fit, px */
function tightWidth(layer: Layer, place: Place, wallPx: number, tellsWhose: boolean): number {
  const floor = floorOf(layer);
  const inside = placeInside(layer, place);
  const inner = floor.reduce((all, child, index) => {
    const before = floor[index - 1];
    const gap = before === undefined ? 0 : gapBetween(before, child) * TIGHT_GAP;
    return all + gap + tightWidth(child, inside, wallPx, tellsWhose);
  }, 0);
  const own = ownWidth(layer, inner, place, wallPx, tellsWhose);
  // A container is wider than its files alone would be.
  if (tellsWhose && layer.kind === 'libs') return own;
  return Math.min(own, minWidth(layer, place, wallPx));
}

function ownWidth(
  layer: Layer,
  inner: number,
  place: Place,
  wallPx: number,
  tellsWhose: boolean,
): number {
  switch (layer.kind) {
    case 'fence':
      return inner + 2 * FENCE_PAD;
    case 'wall':
      return inner + 2 * wallPx;
    case 'control-domain':
      return inner + 8;
    case 'kernel': {
      const air = place.inWall && hasFences(layer) ? WALL_AIR : 0;
      return Math.max(inner + 2 * air, TIGHT_KERNEL);
    }
    default: {
      const isLabelled = floorOf(layer).length === 0 || isNamed(layer);
      return Math.max(inner, isLabelled ? tightLeafWidth(layer, tellsWhose) : 0);
    }
  }
}

/**
 * What the names of each need. Instances look alike: they get different widths only where that gives all of
 * them room for their names.
 */
function tightsOf(
  children: readonly Layer[],
  mins: readonly number[],
  own: readonly number[],
  roomPx: number,
): readonly number[] {
  const most = new Map<string, number>();
  children.forEach(({ instance }, index) => {
    if (instance === undefined) return;
    most.set(instance.group, Math.max(most.get(instance.group) ?? 0, own[index] ?? 0));
  });
  const alike = children.map(({ instance }, index) =>
    Math.min(mins[index] ?? 0, (instance && most.get(instance.group)) ?? own[index] ?? 0),
  );
  const fits = (widths: readonly number[]): boolean => sum(widths) <= roomPx;
  return fits(own) && !fits(alike) ? own : alike;
}

/** @returns the widths, between what is useful (`mins`) and what names need (`tights`), that fill `widthPx` */
function shrunk(
  mins: readonly number[],
  tights: readonly number[],
  widthPx: number,
): readonly number[] {
  const [total, least] = [sum(mins), sum(tights)];
  if (least >= widthPx) return rationed(tights, widthPx);
  const given = (widthPx - least) / Math.max(total - least, 1e-9);
  return mins.map((min, index) => {
    const tight = tights[index] ?? min;
    return tight + (min - tight) * given;
  });
}

/** Not all can have names: those that ask for least have them, as long as the others are not starved for it. */
function rationed(tights: readonly number[], widthPx: number): readonly number[] {
  const asked = [...new Set(tights)].sort((a, b) => b - a);
  for (const most of asked) {
    const served = tights.filter((tight) => tight < most);
    const share = (widthPx - sum(served)) / Math.max(sum(tights) - sum(served), 1e-9);
    if (share >= LEAST_RATION) return tights.map((tight) => (tight < most ? tight : tight * share));
  }
  return tights.map((tight) => (tight * widthPx) / Math.max(sum(tights), 1e-9));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}
