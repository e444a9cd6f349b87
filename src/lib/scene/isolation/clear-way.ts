/** The drawing with the names of slabs moved out of the way of the break-in. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { Layer } from '../../model/stack.ts';
import type { Box, Item } from '../display-list.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import { labelItems } from '../structure/labels.ts';
import type { Sizes } from '../structure/sizes.ts';
import { lookOf } from '../structure/stack-items.ts';
import { textBox } from '../text-box.ts';
import { meet } from './marks.ts';
import type { Point, Route } from './route.ts';

/** @returns the items of the Structure lens without the engine's wires, names beside the way */
export function clearedDrawing(
  drawn: DrawnStack,
  route: Route,
  sizes: Sizes,
  r: number,
): readonly Item[] {
  const obstacles = obstaclesOf(route, r);
  const moved = new Map<string, readonly Item[]>();
  for (const placed of drawn.placed) {
    const { layer } = placed;
    if (layer.kind === 'wall' || layer.kind === 'fence' || layer.kind === 'control-domain')
      continue;
    const inside = obstacles.filter((box) => meet(box, placed.box));
    if (inside.length === 0) continue;
    const strips = layer.inside.flatMap((strip) => drawn.byPath.get(strip.path)?.box ?? []);
    const forms = [placed, ...roomsBeside(placed, inside)].map((room) =>
      labelItems(room, lookOf(layer), sizes, strips, false),
    );
    const clear = clearest(forms, inside);
    if (clear.length > 0 || SLABS.has(layer.kind)) moved.set(layer.path, clear);
  }
  const isMoved = ({ key, owner }: Item): boolean =>
    owner !== undefined && moved.has(owner) && /#(?:label\d+|icon)$/.test(key);
  // Where the attack's way runs, the engine's own wires only confuse.
  const kept = drawn.drawing.filter((item) => !item.key.includes('#wire') && !isMoved(item));
  return [...kept, ...[...moved.values()].flat()];
}

const SLABS: ReadonlySet<Layer['kind']> = new Set(['kernel', 'hypervisor']);

/** The label that says most without lying on the way. */
function clearest(forms: readonly (readonly Item[])[], obstacles: readonly Box[]): readonly Item[] {
  const boxesOf = (items: readonly Item[]) =>
    items.flatMap((item) => (item.t === 'text' ? [textBox(item)] : []));
  const saysOf = (items: readonly Item[]): number =>
    items.reduce((sum, item) => sum + (item.t === 'text' ? item.text.length * item.size : 0), 0);
  const free = forms.filter((items) => {
    const boxes = boxesOf(items);
    return boxes.length > 0 && !boxes.some((box) => obstacles.some((other) => meet(box, other)));
  });
  return free.toSorted((a, b) => saysOf(b) - saysOf(a))[0] ?? [];
}

/** Below, left and right of what is in the way. */
function roomsBeside(placed: PlacedLayer, inside: readonly Box[]): readonly PlacedLayer[] {
  const { box } = placed;
  const right = box.x + box.w;
  const foot = box.y + box.h;
  const low = Math.min(foot, Math.max(box.y, ...inside.map(({ y, h }) => y + h + 2)));
  const from = Math.min(right, Math.max(box.x, ...inside.map(({ x, w }) => x + w + 2)));
  const to = Math.max(box.x, Math.min(right, ...inside.map(({ x }) => x - 2)));
  return [
    { ...placed, box: { ...box, y: low, h: foot - low } },
    { ...placed, box: { ...box, w: to - box.x } },
    { ...placed, box: { ...box, x: from, w: right - from } },
  ];
}

/** Discs and lines of the way as boxes. */
function obstaclesOf({ legs, bar }: Route, r: number): readonly Box[] {
  const discs = [...legs.flatMap((leg) => leg.discs), ...(bar === null ? [] : [bar.disc])];
  const lines = [...legs.flatMap((leg) => leg.lines), ...(bar === null ? [] : [bar.line])];
  return [
    ...discs.map(([x, y]): Box => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r })),
    ...lines.flatMap(boxesAlong),
    ...(bar?.bars ?? []),
  ];
}

const HALF_LINE = 3;

function boxesAlong(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map(([x, y], at): Box => {
    const [fromX, fromY] = points[at] ?? [x, y];
    return {
      x: Math.min(x, fromX) - HALF_LINE,
      y: Math.min(y, fromY) - HALF_LINE,
      w: Math.abs(x - fromX) + 2 * HALF_LINE,
      h: Math.abs(y - fromY) + 2 * HALF_LINE,
    };
  });
}
