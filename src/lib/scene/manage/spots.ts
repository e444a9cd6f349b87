/** Where a small mark finds room in a box without lying on text. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { Box, Item } from '../display-list.ts';
import { textBox } from '../text-box.ts';

/** Boxes that are taken; marks that find room are added. */
export class Taken {
  readonly #boxes: Box[];

  constructor(items: readonly Item[]) {
    this.#boxes = items.flatMap((item) =>
      item.t === 'text'
        ? [textBox(item)]
        : item.t === 'icon'
          ? [{ x: item.x, y: item.y, w: item.size, h: item.size }]
          : [],
    );
  }

  isFree(box: Box): boolean {
    return !this.#boxes.some((other) => touch(box, other));
  }

  add(box: Box): void {
    this.#boxes.push(box);
  }

  /** @returns the first free of the places, which is taken then; or null */
  take(places: readonly Box[]): Box | null {
    const found = places.find((place) => this.isFree(place)) ?? null;
    if (found !== null) this.add(found);
    return found;
  }
}

const WALL_INSET = 11;

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/**
 * Places for a mark on a layer: not on a strip that is part of it, and on a slab low first, where no wires run
 * and no feet stand.
 */
export function placesOn(
  { layer, box }: PlacedLayer,
  byPath: ReadonlyMap<LayerPath, PlacedLayer>,
  w: number,
  h: number,
): readonly Box[] {
  const strips = layer.inside.flatMap((strip) => byPath.get(strip.path)?.box ?? []);
  // Not on the bricks of a wall.
  const places = placesIn(box, w, h, layer.kind === 'wall' ? WALL_INSET : 5).filter(
    (place) => !strips.some((strip) => touch(place, strip)),
  );
  const isSlab = layer.kind === 'kernel' || layer.kind === 'hypervisor';
  return isSlab ? places.toSorted((a, b) => b.y - a.y) : places;
}

/** Corners and edges of a box, for a mark of that size; none where it does not fit. */
function placesIn(box: Box, w: number, h: number, inset: number): readonly Box[] {
  if (box.w < w + 2 * inset || box.h < h + 2) return [];
  const dy = Math.min(inset, (box.h - h) / 2);
  const left = box.x + inset;
  const right = box.x + box.w - inset - w;
  const middle = box.x + (box.w - w) / 2;
  const top = box.y + dy;
  const low = box.y + box.h - dy - h;
  return [
    ...[right, left, middle].map((x) => ({ x, y: top, w, h })),
    ...[right, left, middle].map((x) => ({ x, y: low, w, h })),
    { x: right, y: box.y + (box.h - h) / 2, w, h },
  ];
}
