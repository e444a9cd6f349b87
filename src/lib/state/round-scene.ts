/** Numbers of a scene that runs. */
import type { Scene } from '../model/scene.ts';

/**
 * The scene with its running numbers as short as they need to be in a link: the playhead to a
 * thousandth of a ms, the camera to four digits.
 */
export function roundScene(scene: Scene): Scene {
  const round = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;
  const { camera, tMs } = scene;
  return {
    ...scene,
    tMs: tMs === null ? null : round(tMs, 3),
    camera: camera && {
      x: round(camera.x, 4),
      y: round(camera.y, 4),
      zoom: round(camera.zoom, 4),
    },
  };
}
