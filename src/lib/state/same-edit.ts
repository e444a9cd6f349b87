import type { Scene } from '../model/scene.ts';
import { LENS_SETTINGS, type SettingLens } from '../model/settings.ts';

/** @returns whether an edit changed nothing that is drawn */
export function isSameEdit(a: Scene, b: Scene): boolean {
  return (
    a.stacks === b.stacks &&
    a.lens === b.lens &&
    a.overlays === b.overlays &&
    a.n === b.n &&
    (Object.keys(LENS_SETTINGS) as SettingLens[]).every((lens) => a[lens] === b[lens])
  );
}
