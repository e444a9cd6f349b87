/**
 * The miniature at the left of a row: the stack of the Structure lens, made small. Layers keep their
 * keys, so that they travel here from there; what has not started yet is a dashed outline.
 */
import { layoutStack, type PlacedLayer } from '../layout/stack-layout.ts';
import type { Box } from '../layout/box.ts';
import type { ResolvedStack } from '../model/stack.ts';
import type { Item } from './display-list.ts';
import { lineItem, Z as BOOT_Z, type BootStage, type PlacedRow } from './boot-ink.ts';
import { Z, zAt } from './structure/depth.ts';
import { lookOf, radiusOf } from './structure/stack-items.ts';

/** Width at which a stack is laid out before it is made small, px. */
const NOMINAL_WIDTH = 330;
/** Instances drawn one by one in a miniature. */
const MOST_INSTANCES = 6;

export interface Mini {
  readonly placed: readonly PlacedLayer[];
  /** The miniature with a layer started or not, by path. */
  readonly solid: ReadonlyMap<string, readonly Item[]>;
  readonly ghost: ReadonlyMap<string, readonly Item[]>;
  readonly ground: Item;
}

function lay(stack: ResolvedStack): readonly PlacedLayer[] {
  return layoutStack(stack, {
    widthPx: NOMINAL_WIDTH,
    unit: 1,
    crowdBelowPx: 14,
    mostInstances: MOST_INSTANCES,
  }).placed;
}

/** Items of one layer; `ghost`: it has not started. */
function layerItems({ layer, box, depth, crowd }: PlacedLayer, ghost: boolean): readonly Item[] {
  const base = { key: layer.path, owner: layer.path, layer: true, ...(ghost ? { ghost } : {}) };
  if (layer.kind === 'fence' && crowd === undefined) {
    // Under what it wraps, so that its tint hides nothing.
    return [{ t: 'fence', ...base, z: zAt(depth, Z.tint), box, foot: 0 }];
  }
  if (layer.kind === 'wall' && crowd === undefined) {
    const thickness = Math.max(1.5, Math.min(2.5, box.w / 8));
    return [{ t: 'wall', ...base, z: zAt(depth, Z.wall), box, thickness, leg: 2 }];
  }
  const slab = layer.kind === 'kernel' || layer.kind === 'hypervisor' || layer.kind === 'hardware';
  const inside = layer.relation === 'inside';
  const partition = layer.kind === 'control-domain';
  const z = inside ? Z.strip : partition ? Z.tint : slab ? Z.slab : Z.program;
  const radius = Math.min(radiusOf(layer) / 2, 3, box.w / 4, box.h / 4);
  return [{ t: 'box', ...base, z: zAt(depth, z), box, look: lookOf(layer), radius }];
}

/**
 * Scale that fits every stack of the race into its miniature: one for all rows, so that a slab is as
 * high in one row as in the next.
 */
function heightScale(heights: readonly number[], maxPx: number, widthScale: number): number {
  const tallest = Math.max(...heights, 1);
  return Math.min(widthScale * 0.9, maxPx / tallest);
}

function shrink(
  placed: PlacedLayer,
  at: Box,
  sx: number,
  sy: number,
  tallest: number,
): PlacedLayer {
  const { box } = placed;
  const floor = at.y + at.h;
  return {
    ...placed,
    box: { x: at.x + box.x * sx, y: floor - (tallest - box.y) * sy, w: box.w * sx, h: box.h * sy },
  };
}

/** Where a miniature stands. */
export interface MiniStand {
  readonly stack: ResolvedStack;
  /** Of what belongs to the stand itself. */
  readonly key: string;
  readonly x: number;
  /** @returns y of the floor of a miniature that is that high, px */
  floorY(heightPx: number): number;
}

/**
 * Miniatures side by side or under each other, each in its stand.
 * @param most width of each, and the height of the tallest, px
 * @param overPx how far the ground reaches beyond it on both sides
 */
export function standMinis(
  stands: readonly MiniStand[],
  most: { readonly w: number; readonly h: number },
  overPx: number,
): readonly Mini[] {
  const laid = stands.map(({ stack }) => lay(stack));
  const floors = laid.map((placed) => Math.max(...placed.map(({ box }) => box.y + box.h), 1));
  const sx = most.w / NOMINAL_WIDTH;
  const sy = heightScale(floors, most.h, sx);
  return stands.map(({ x, key, floorY }, index) => {
    const tallest = floors[index] ?? 1;
    const h = tallest * sy;
    const bottom = floorY(h);
    const at = { x, y: bottom - h, w: most.w, h };
    const placed = (laid[index] ?? []).map((item) => shrink(item, at, sx, sy, tallest));
    const points = [
      [x - overPx, bottom],
      [x + most.w + overPx, bottom],
    ] as const;
    return {
      placed,
      ground: lineItem(`${key}/ground`, points, 'ground', 1.6, BOOT_Z.grid),
      solid: new Map(placed.map((item) => [item.layer.path, layerItems(item, false)])),
      ghost: new Map(placed.map((item) => [item.layer.path, layerItems(item, true)])),
    };
  });
}

/** The miniatures of all rows. */
export function miniatures(stage: BootStage, rows: readonly PlacedRow[]): readonly Mini[] {
  const { mini, narrow, margin } = stage.layout;
  const stands = rows.map(({ row, box, key }): MiniStand => {
    // Wide: about the middle of the bar, a little lower.
    const middle = box.bar.y + box.bar.h / 2;
    const floorY = (h: number): number =>
      narrow ? box.miniBottom : Math.min(box.miniBottom, middle + h / 2 + 8);
    return { stack: row.stack, key, x: mini.x, floorY };
  });
  return standMinis(stands, mini, Math.min(6, margin - 2));
}

/** @returns a miniature as it is at `tMs`; null: at rest, everything that is known to start has */
export function miniItems(mini: Mini, { row }: PlacedRow, tMs: number | null): readonly Item[] {
  const items = mini.placed.flatMap(({ layer }) => {
    const startMs = row.starts.get(layer.path) ?? 0;
    const started = tMs === null || startMs <= tMs;
    return (started ? mini.solid : mini.ghost).get(layer.path) ?? [];
  });
  return [...items, mini.ground];
}
