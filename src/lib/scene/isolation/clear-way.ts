/** The drawing with the names of slabs moved out of the way of the break-in. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { Item } from '../display-list.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import { labelItems } from '../structure/labels.ts';
import type { Sizes } from '../structure/sizes.ts';
import { lookOf } from '../structure/stack-items.ts';
import type { Route } from './route.ts';
import type { Story } from './story.ts';
import type { IsolationType } from './type.ts';

/** Wide enough for a name beside or below the way, px. */
const WIDE_PX = 190;

/** @returns the items of the Structure lens without the engine's wires, names beside the way */
export function clearedDrawing(
  drawn: DrawnStack,
  story: Story,
  { legs, bar }: Route,
  sizes: Sizes,
  type: IsolationType,
): readonly Item[] {
  const r = type.disc * 0.82;
  const points = [
    ...legs.flatMap(({ lines }) => lines.flat()),
    ...(bar?.line ?? []),
    ...(bar ? [bar.disc] : []),
  ];
  const moved = new Map<string, readonly Item[]>();
  for (const placed of drawn.placed) {
    const { layer, box } = placed;
    if (layer.kind !== 'kernel' && layer.kind !== 'hypervisor') continue;
    const inside = points.filter(
      ([x, y]) => x >= box.x && x <= box.x + box.w && y >= box.y - 4 && y < box.y + box.h,
    );
    if (inside.length === 0) continue;
    const strips = layer.inside.flatMap((strip) => drawn.byPath.get(strip.path)?.box ?? []);
    const low = Math.max(...inside.map(([, y]) => y)) + r + 3;
    const left = Math.min(...inside.map(([x]) => x)) - r - 3;
    const free = box.w >= WIDE_PX ? below(placed, low) : leftOf(placed, left);
    moved.set(layer.path, labelItems(free, lookOf(layer), sizes, strips, false));
  }
  void story;
  return [
    ...drawn.drawing.filter(
      ({ key, owner }) =>
        // Where the attack's way runs, the engine's own wires only confuse.
        !key.includes('#wire') &&
        !(owner !== undefined && moved.has(owner) && /#(?:label\d+|icon)$/.test(key)),
    ),
    ...[...moved.values()].flat(),
  ];
}

function below(placed: PlacedLayer, y: number): PlacedLayer {
  const { box } = placed;
  const top = Math.min(box.y + box.h, Math.max(box.y, y));
  return { ...placed, box: { ...box, y: top, h: box.y + box.h - top } };
}

function leftOf(placed: PlacedLayer, x: number): PlacedLayer {
  const { box } = placed;
  return { ...placed, box: { ...box, w: Math.max(0, Math.min(box.w, x - box.x)) } };
}
