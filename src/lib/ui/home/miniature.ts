/** A scene as a few shapes, small enough to stand in the page itself: no label, no texture. Pure. */
import type { Item, Look } from '#lib/scene/display-list.ts';
import type { Picture } from '#lib/scene/picture.ts';

export interface MiniShape {
  readonly key: string;
  readonly look: Look | 'fence' | 'wall';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly r: number;
}

export interface Miniature {
  readonly viewBox: string;
  readonly groundY: number;
  readonly x1: number;
  readonly x2: number;
  readonly shapes: readonly MiniShape[];
}

/** Room around the drawing, px of the picture. */
const MARGIN = 12;
/** Width and height of the room on a card. */
const RATIO = 220 / 84;

/** @returns the layers of a picture at rest, cropped to what is drawn. */
export function miniatureOf(picture: Picture): Miniature {
  const shapes = picture.rest.items.flatMap(shapeOf);
  const ground = picture.rest.items.find((item) => item.t === 'ground');
  const groundY = Math.round(ground?.t === 'ground' ? ground.y : picture.rest.height);
  const left = Math.min(...shapes.map((shape) => shape.x)) - MARGIN;
  const right = Math.max(...shapes.map((shape) => shape.x + shape.w)) + MARGIN;
  const top = Math.min(...shapes.map((shape) => shape.y)) - 4;
  const width = Math.max(right - left, (groundY + 4 - top) * RATIO);
  const x1 = Math.round((left + right) / 2 - width / 2);
  const height = Math.max(groundY + 4 - top, width / RATIO);
  return {
    viewBox: [x1, Math.round(groundY + 4 - height), Math.round(width), Math.round(height)].join(
      ' ',
    ),
    groundY,
    x1,
    x2: Math.round(x1 + width),
    shapes,
  };
}

function shapeOf(item: Item): MiniShape[] {
  if (!('layer' in item) || item.layer !== true) return [];
  const { x, y, w, h } = item.box;
  const place = { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
  if (item.t !== 'box')
    return [{ key: item.key, look: item.t, ...place, r: item.t === 'wall' ? 0 : 4 }];
  return [{ key: item.key, look: item.look, ...place, r: item.radius }];
}
