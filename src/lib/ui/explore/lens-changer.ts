import type { Lens } from '#lib/model/scene.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import { loadAbove } from './lens-parts.ts';

/** @returns what shows a lens once that which stands above its picture is there; the last one asked for wins */
export function lensChanger(explorer: Workbench): (lens: Lens) => void {
  let wanted: Lens | null = null;
  return (lens) => {
    wanted = lens;
    void loadAbove(lens).then(() => {
      if (wanted === lens) explorer.setLens(lens);
    });
  };
}
