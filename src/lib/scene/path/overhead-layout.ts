/** Where the parts of the Overhead view lie: stacks as rows and resources as columns, or the other way. */
import type { Box } from '../../layout/box.ts';
import type { LensInput } from '../lens.ts';

export interface OverheadLayout {
  /** Stacks are columns: there is no room for resources side by side. */
  readonly isTurned: boolean;
  readonly margin: number;
  /** Title and miniature of each stack. */
  readonly heads: readonly Box[];
  /** By stack, then by resource. */
  readonly cells: readonly (readonly Box[])[];
  /** Titles of the resources, where they stand over columns. */
  readonly titles: readonly Box[];
  readonly legendY: number;
  /** Room of one figure, px. */
  readonly pitch: number;
  readonly size: number;
}

const GAP = 26;
const LEAST_PANEL = 158;
const HEADER = 44;
const LEGEND = 30;
/** Title of a resource inside its cell. */
export const CELL_TITLE = 20;

/** @param weights figures of each resource in the fullest stack: a panel with more gets more room */
export function overheadLayout(
  { widthPx, heightPx, shell }: LensInput,
  stacks: number,
  weights: readonly number[],
): OverheadLayout {
  const margin = shell === 'mobile' ? 16 : 36;
  const size = shell === 'projector' ? 32 : 12.5;
  const pitch = size * 2.45;
  const count = Math.max(1, weights.length);
  const headW = Math.max(118, Math.min(200, widthPx * 0.14));
  const panelW = (widthPx - 2 * margin - headW) / count - GAP;
  const legendY = heightPx - LEGEND;
  const base = { margin, legendY, pitch, size };
  if (panelW >= LEAST_PANEL) {
    const rowH = Math.min(230, (legendY - HEADER) / Math.max(1, stacks));
    const row = (index: number) => ({ y: HEADER + index * rowH, h: rowH });
    const column = (at: number) => ({
      x: margin + headW + GAP / 2 + at * (panelW + GAP),
      w: panelW,
    });
    return {
      ...base,
      isTurned: false,
      heads: Array.from({ length: stacks }, (_, at) => ({ x: margin, w: headW - 14, ...row(at) })),
      titles: weights.map((_, at) => ({ ...column(at), y: 0, h: HEADER })),
      cells: Array.from({ length: stacks }, (_, at) =>
        weights.map((__, resource) => ({ ...column(resource), ...row(at) })),
      ),
    };
  }
  const w = (widthPx - 2 * margin - GAP * Math.max(0, stacks - 1)) / Math.max(1, stacks);
  const headH = heightPx < 420 ? 34 : 96;
  const room = legendY - headH - 4;
  const total = weights.reduce((sum, weight) => sum + Math.max(1, weight) + 0.7, 0);
  let y = headH;
  const rows = weights.map((weight) => {
    const h = (room * (Math.max(1, weight) + 0.7)) / total;
    const box = { y, h };
    y += h;
    return box;
  });
  const column = (at: number) => ({ x: margin + at * (w + GAP), w });
  return {
    ...base,
    isTurned: true,
    heads: Array.from({ length: stacks }, (_, at) => ({ ...column(at), y: 0, h: headH })),
    titles: [],
    cells: Array.from({ length: stacks }, (_, at) =>
      rows.map((row) => ({ ...column(at), ...row })),
    ),
  };
}
