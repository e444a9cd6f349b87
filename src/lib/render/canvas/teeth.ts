/**
 * The system-call joint: teeth on a kernel's top edge, one shape per ABI family. Pure geometry, written
 * into any path.
 */
import type { AbiFamily } from '../../model/kinds.ts';
import type { BoxItem, Teeth } from '../../scene/display-list.ts';
import tokens from '../tokens.json' with { type: 'json' };

/** The part of a canvas path that teeth need; tests pass a recorder. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  ellipse(
    ...args: [x: number, y: number, rx: number, ry: number, turn: number, from: number, to: number]
  ): void;
}

const { height: HEIGHT, pitch: PITCH } = tokens.teeth;
/** Plain edge kept free at both ends together, px. */
const MARGIN = 8;

/** How high teeth rise above the edge, world px. */
export function teethHeight(factor: number): number {
  return HEIGHT * factor;
}

/** @returns x of each tooth's cell, world px from the box's left; teeth are centred in their range. */
export function teethCells(teeth: Teeth, factor: number): readonly number[] {
  const pitch = PITCH * factor;
  const width = teeth.to - teeth.from;
  const count = Math.max(width >= pitch ? 1 : 0, Math.floor((width - MARGIN * factor) / pitch));
  const start = teeth.from + (width - count * pitch) / 2;
  return Array.from({ length: count }, (_, index) => start + index * pitch);
}

/**
 * Continues a path along the top edge, left to right, over all the teeth. The path must stand at the
 * edge's left end; it is left at the last tooth's right foot.
 *
 * @param factor 1, or the theme's teeth factor
 */
export function traceTeeth(path: PathSink, item: BoxItem, factor: number): void {
  const { x, y } = item.box;
  for (const teeth of item.teeth ?? []) {
    for (const cell of teethCells(teeth, factor)) {
      TOOTH[teeth.family](path, x + cell, y, factor);
    }
  }
}

/** One tooth in a cell of 12 px at factor 1; all are 5 high but the triangle, which is 6.5. */
const TOOTH: Record<AbiFamily, (path: PathSink, x: number, y: number, k: number) => void> = {
  linux(path, x, y, k) {
    path.lineTo(x + 3 * k, y);
    path.lineTo(x + 3 * k, y - HEIGHT * k);
    path.lineTo(x + 9 * k, y - HEIGHT * k);
    path.lineTo(x + 9 * k, y);
  },
  nt(path, x, y, k) {
    path.lineTo(x + 1 * k, y);
    path.lineTo(x + 6 * k, y - 1.3 * HEIGHT * k);
    path.lineTo(x + 11 * k, y);
  },
  xnu(path, x, y, k) {
    path.lineTo(x + 1.5 * k, y);
    path.ellipse(x + 6 * k, y, 4.5 * k, HEIGHT * k, 0, Math.PI, 2 * Math.PI);
  },
  bsd(path, x, y, k) {
    path.lineTo(x + 4 * k, y);
    path.lineTo(x + 2 * k, y - HEIGHT * k);
    path.lineTo(x + 10 * k, y - HEIGHT * k);
    path.lineTo(x + 8 * k, y);
  },
};
