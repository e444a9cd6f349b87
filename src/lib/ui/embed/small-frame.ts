/** What a small frame has room for. */
import type { Lens, Scene } from '#lib/model/scene.ts';

/** Lenses that show numbers somebody measured, or flaws somebody found. */
const SOURCED: readonly Lens[] = ['boot', 'size', 'isolation', 'path'];

/** @returns whether what is shown has sources to be told in the frame itself */
export function hasFrameSources({ lens }: Scene): boolean {
  return SOURCED.includes(lens);
}

/** Head, axis and a line per stack of a race, px. */
const RACE_PX = { around: 49, row: 19, narrowRow: 25 };
/** Narrower than this, the figures of a race need two lines each, px. */
const NARROW_RACE_PX = 340;
/** Narrower than this, both halves of the Size lens stand under each other, px. */
const NARROW_SIZE_PX = 600;

const LEAST_PX: Readonly<Partial<Record<Lens, number>>> = { isolation: 92, path: 140, manage: 150 };

/**
 * @param widthPx of the frame
 * @returns height of the stage, px; on a lower one parts of the picture would lie on each other, or be no
 * picture any more: its table tells the same
 */
export function leastStage({ lens, stacks, path, kernel }: Scene, widthPx: number): number {
  switch (lens) {
    case 'boot':
      return (
        RACE_PX.around +
        stacks.length * (widthPx < NARROW_RACE_PX ? RACE_PX.narrowRow : RACE_PX.row)
      );
    case 'size':
      return widthPx < NARROW_SIZE_PX ? 380 : 250;
    case 'kernel':
      return kernel.view === 'run' ? 225 : kernel.view === 'ask' ? 100 : 150;
    default:
      return lens === 'path' && path.view === 'overhead' ? 150 : (LEAST_PX[lens] ?? 0);
  }
}
