/**
 * The memory of a host, filled with instances from the floor up: every cell's area is to scale. Rows hold
 * as many as makes cells of one form; a cell stands for one instance, or for a crowd of them.
 */
import type { Box } from './box.ts';

export interface Cell {
  readonly box: Box;
  /** First instance in it, 0-based. */
  readonly first: number;
  /** Instances in it. */
  readonly count: number;
}

export interface CellLayout {
  readonly cells: readonly Cell[];
  /** Instances per cell, but for the last; 1: each is drawn. */
  readonly per: number;
}

/** Width ÷ height that cells are given where they can. */
const ASPECT = 0.66;

/**
 * @param box room of the instances that are there, filled whole
 * @param count instances
 * @param mostCells cells that are drawn at most
 * @param smallestPx2 px² that a cell has at least; smaller ones stand for several: a cell is at least as large, or stands for several
 */
export function layoutCells(
  box: Box,
  count: number,
  mostCells: number,
  smallestPx2: number,
): CellLayout {
  if (count < 1 || box.w <= 0 || box.h <= 0) return { cells: [], per: 1 };
  const most = Math.max(1, Math.min(mostCells, Math.floor((box.w * box.h) / smallestPx2)));
  const per = Math.max(1, Math.ceil(count / most));
  const number = Math.ceil(count / per);
  const counts = Array.from({ length: number }, (_, at) => Math.min(per, count - at * per));
  const rows = rowsFor(box, number);
  const cells: Cell[] = [];
  let y = box.y + box.h;
  for (let row = 0; row < rows; row++) {
    const from = Math.floor((row * number) / rows);
    const to = Math.floor(((row + 1) * number) / rows);
    const inRow = counts.slice(from, to);
    const total = inRow.reduce((sum, one) => sum + one, 0);
    const h = (box.h * total) / count;
    y -= h;
    let { x } = box;
    inRow.forEach((one, at) => {
      const w = (box.w * one) / total;
      cells.push({ box: { x, y, w, h }, first: (from + at) * per, count: one });
      x += w;
    });
  }
  return { cells, per };
}

function rowsFor(box: Box, number: number): number {
  const cellH = Math.sqrt((box.w * box.h) / number / ASPECT);
  return Math.max(1, Math.min(number, Math.round(box.h / cellH)));
}
