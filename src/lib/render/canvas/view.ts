/**
 * From world to screen. World: CSS px of the fitted picture. Screen: CSS px from the stage's top left.
 * Device: canvas pixels. The picture's origin is snapped to whole device pixels, so that text and
 * textures stay crisp at rest; the twin uses the same numbers, so that it lies on what is painted.
 */
import type { Box } from '../../layout/box.ts';
import type { Camera } from '../../model/scene.ts';

export interface View {
  /** Device px per world px. */
  readonly scale: number;
  /** Screen px per world px: what level of detail and screen-constant strokes go by. */
  readonly zoom: number;
  /** Device px of the world's origin; integers. */
  readonly originX: number;
  readonly originY: number;
  /** Size of the canvas in device px. */
  readonly width: number;
  readonly height: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

export const FITTED: Camera = { x: 0.5, y: 0.5, zoom: 1 };

/** @returns where the fitted picture lies in a view of `view` px: centred, as large as fits whole. */
export function fittedBox(view: Extent, picture: Extent): Box {
  const fit = fitScale(view, picture);
  const w = picture.width * fit;
  const h = picture.height * fit;
  return { x: (view.width - w) / 2, y: (view.height - h) / 2, w, h };
}

function fitScale(view: Extent, picture: Extent): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  const fit = Math.min(view.width / picture.width, view.height / picture.height);
  // A picture laid out for this very stage is painted 1:1, whatever a fraction of a pixel says.
  return Math.abs(fit - 1) < 0.004 || !(fit > 0) ? 1 : fit;
}

/**
 * @param view size of the stage, CSS px
 * @param picture size of the display list, world px
 * @param dpr device px per CSS px
 */
export function viewFor(camera: Camera, view: Extent, picture: Extent, dpr: number): View {
  const zoom = fitScale(view, picture) * camera.zoom;
  const scale = zoom * dpr;
  return {
    scale,
    zoom,
    originX: Math.round((view.width / 2) * dpr - camera.x * picture.width * scale),
    originY: Math.round((view.height / 2) * dpr - camera.y * picture.height * scale),
    width: Math.round(view.width * dpr),
    height: Math.round(view.height * dpr),
  };
}

/** @returns the world box in CSS px from the stage's top left. */
export function boxOnScreen(view: View, box: Box): Box {
  const dpr = view.scale / view.zoom;
  return {
    x: box.x * view.zoom + view.originX / dpr,
    y: box.y * view.zoom + view.originY / dpr,
    w: box.w * view.zoom,
    h: box.h * view.zoom,
  };
}

/** @returns the world point under a point of the stage (CSS px from its top left). */
export function toWorld(view: View, x: number, y: number): { x: number; y: number } {
  const dpr = view.scale / view.zoom;
  return { x: (x * dpr - view.originX) / view.scale, y: (y * dpr - view.originY) / view.scale };
}

/** @returns the part of the world that the canvas shows. */
export function visibleWorld(view: View): Box {
  return {
    x: -view.originX / view.scale,
    y: -view.originY / view.scale,
    w: view.width / view.scale,
    h: view.height / view.scale,
  };
}
