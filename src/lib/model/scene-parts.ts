/** A scene as what it has beyond the empty one: short enough to stand in a page. */
import { EMPTY_SCENE } from './scene.ts';
import type { Scene } from './scene.ts';

export type SceneParts = Partial<Scene>;

/** @returns what differs from the empty scene */
export function partsOf(scene: Scene): SceneParts {
  const empty = new Map<string, unknown>(Object.entries(EMPTY_SCENE));
  return Object.fromEntries(
    Object.entries(scene).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(empty.get(key)),
    ),
  );
}

/** @returns the scene that `partsOf` took apart */
export function sceneOf(parts: SceneParts): Scene {
  return { ...EMPTY_SCENE, ...parts };
}
