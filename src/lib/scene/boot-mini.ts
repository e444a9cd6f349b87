/**
 * The miniature at the left of a row: the stack of the Structure lens, made small. Layers keep their
 * keys, so that they travel here from there; what has not started yet is a dashed outline.
 */
import type { PlacedLayer } from '../layout/stack-layout.ts';
import type { Item } from './display-list.ts';
import { lineItem, Z as BOOT_Z, type BootStage, type PlacedRow } from './boot-ink.ts';
import { layNominal, miniLayerItems, NOMINAL_WIDTH, shrink } from './drawn/mini.ts';

export interface Mini {
  readonly placed: readonly PlacedLayer[];
  /** The miniature with a layer started or not, by path. */
  readonly solid: ReadonlyMap<string, readonly Item[]>;
  readonly ghost: ReadonlyMap<string, readonly Item[]>;
  readonly ground: Item;
}

/**
 * Scale that fits every stack of the race into its miniature: one for all rows, so that a slab is as
 * high in one row as in the next.
 */
function heightScale(heights: readonly number[], maxPx: number, widthScale: number): number {
  const tallest = Math.max(...heights, 1);
  return Math.min(widthScale * 0.9, maxPx / tallest);
}

/** The miniatures of all rows. */
export function miniatures(stage: BootStage, rows: readonly PlacedRow[]): readonly Mini[] {
  const { mini, narrow, margin } = stage.layout;
  const laid = rows.map(({ row }) => layNominal(row.stack));
  const floors = laid.map((placed) => Math.max(...placed.map(({ box }) => box.y + box.h), 1));
  const sx = mini.w / NOMINAL_WIDTH;
  const sy = heightScale(floors, mini.h, sx);
  return rows.map(({ box, key }, index) => {
    const tallest = floors[index] ?? 1;
    // Wide: about the middle of the bar, a little lower.
    const centred = box.bar.y + box.bar.h / 2 + (tallest * sy) / 2 + 8;
    const bottom = narrow ? box.miniBottom : Math.min(box.miniBottom, centred);
    const at = { x: mini.x, y: bottom - tallest * sy, w: mini.w, h: tallest * sy };
    const placed = (laid[index] ?? []).map((item) => shrink(item, at, sx, sy, tallest));
    const over = Math.min(6, margin - 2);
    const ground = lineItem(
      `${key}/ground`,
      [
        [mini.x - over, bottom],
        [mini.x + mini.w + over, bottom],
      ],
      'ground',
      1.6,
      BOOT_Z.grid,
    );
    return {
      placed,
      ground,
      solid: new Map(placed.map((item) => [item.layer.path, miniLayerItems(item, false)])),
      ghost: new Map(placed.map((item) => [item.layer.path, miniLayerItems(item, true)])),
    };
  });
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
