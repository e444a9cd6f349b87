/** What all parts of one picture of the Overhead view share. */
import type { LabelRoom } from '../../layout/boot-room.ts';
import type { Box } from '../../layout/box.ts';
import type { OverheadWords } from '../../model/path/overhead-words.ts';
import type {
  Overhead,
  OverheadCell,
  OverheadColumn,
  OverheadStudy,
} from '../../sim/path/overhead.ts';
import type { OverheadAxis } from './overhead-axis.ts';
import type { OverheadGrid } from './overhead-grid.ts';

export interface OverheadStage {
  readonly overhead: Overhead;
  readonly grid: OverheadGrid;
  /** One per column. */
  readonly axes: readonly OverheadAxis[];
  readonly words: OverheadWords;
  readonly room: LabelRoom;
}

/** A cell with its place. */
export interface PlacedCell {
  readonly cell: OverheadCell;
  readonly stackKey: string;
  readonly isNative: boolean;
  /** `overhead/<stack>/<resource>.<scale>` */
  readonly key: string;
  readonly box: Box;
  readonly axis: OverheadAxis;
}

/** Room between the end of an axis and the edge of its cell, px at scale 1. */
const EDGE = 9;

/** @returns px of a share of half the axis, −1 to 1 */
export function axisX({ x, w }: Box, share: number, s: number): number {
  return x + w / 2 + share * (w / 2 - EDGE * s);
}

export function columnName({ resource, scale }: OverheadColumn, words: OverheadWords): string {
  return words.column(words.resources[resource], words.scales[scale]);
}

export function studyName({ source, year, key }: OverheadStudy, words: OverheadWords): string {
  return words.study(source?.short ?? key, year);
}

/** Every cell with its place, stack by stack. */
export function placedCells({ overhead, grid, axes }: OverheadStage): readonly PlacedCell[] {
  return overhead.rows.flatMap(({ stack, isNative, cells }, row) =>
    cells.flatMap((cell, at): readonly PlacedCell[] => {
      const box = grid.cells[row]?.[at];
      const axis = axes[at];
      if (box === undefined || axis === undefined) return [];
      const { resource, scale } = cell.column;
      return [
        {
          cell,
          stackKey: stack.key,
          isNative,
          box,
          axis,
          key: `overhead/${stack.key}/${resource}.${scale}`,
        },
      ];
    }),
  );
}
