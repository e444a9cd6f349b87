/** What a small frame has room for. */
import type { Lens, Scene } from '#lib/model/scene.ts';

/**
 * A stack alone has no numbers but its own count, and what is taken apart has its sizes in the full view.
 * @returns whether what is shown has sources to be told in the frame itself
 */
export function hasFrameSources({ lens, kernel }: Scene): boolean {
  return lens !== 'structure' && !(lens === 'kernel' && kernel.view === 'apart');
}

/** Head and axis of a race, px; then a line per stack, or two where they are too narrow for their figures. */
const RACE_PX = { around: 49, row: 19, narrowRow: 25 };
const NARROW_RACE_PX = 340;

/** There is room for three stacks; for three with marks on them, px. */
const THREE_PX = 1000;
const THREE_MARKED_PX = 1280;

/**
 * @param widthPx of the frame; 0: not known yet
 * @returns how many stacks stand side by side
 */
export function stacksAbreast({ lens }: Scene, widthPx: number): 1 | 2 | 3 {
  if (widthPx >= (lens === 'structure' ? THREE_PX : THREE_MARKED_PX)) return 3;
  return widthPx > 0 && widthPx < TWO_PX ? 1 : 2;
}

/** Two stacks side by side have half the width for the words over them, px. */
const TWO_PX = 600;

/** On a stage lower than this, parts lie on each other or lose the names they are about, px. */
const LEAST: Readonly<Record<Exclude<Lens, 'boot'>, (scene: Scene, isTwo: boolean) => number>> = {
  structure: () => 0,
  size: () => 180,
  isolation: () => 92,
  path: ({ path }, isTwo) => (path.view === 'overhead' ? 146 : isTwo ? 230 : 140),
  kernel: ({ kernel: { view } }, isTwo) =>
    ({ ask: 100, apart: isTwo ? 240 : 166, namespaces: 150, needs: 150, run: 220 })[view],
  manage: ({ manage }, isTwo) => {
    if (isTwo) return 215;
    return manage.story === 'reach' ? 166 : 150;
  },
};

/**
 * @param widthPx of the frame
 * @returns height of the stage, px, below which a picture tells less than its table
 */
export function leastStage(scene: Scene, widthPx: number): number {
  if (scene.lens !== 'boot') return LEAST[scene.lens](scene, widthPx >= TWO_PX);
  const row = widthPx < NARROW_RACE_PX ? RACE_PX.narrowRow : RACE_PX.row;
  return RACE_PX.around + scene.stacks.length * row;
}
