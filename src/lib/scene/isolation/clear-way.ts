/** The drawing with the names of slabs moved out of the way of the break-in. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { Box, Item } from '../display-list.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import { labelItems } from '../structure/labels.ts';
import type { Sizes } from '../structure/sizes.ts';
import { lookOf } from '../structure/looks.ts';
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
    const rooms = roomsBeside(placed, inside);
    const forms = [placed, ...rooms, ...rooms.flatMap((room) => toEdges(room, placed))].map(
      (room) => labelItems(room, lookOf(layer), sizes, strips, false),
    );
    const clear = clearest(forms, inside);
    // A name under a line is read wrongly: where nothing is free, the twin and the table say it.
    moved.set(layer.path, clear);
  }
  const isMoved = ({ key, owner }: Item): boolean =>
    owner !== undefined && moved.has(owner) && /#(?:label\d+|icon)$/.test(key);
  // Where the attack's way runs, the engine's own wires only confuse.
  const kept = drawn.drawing.filter((item) => !item.key.includes('#wire') && !isMoved(item));
  return [...kept, ...[...moved.values()].flat()];
}

/** The label that says most without lying on the way. */
function clearest(forms: readonly (readonly Item[])[], obstacles: readonly Box[]): readonly Item[] {
  const boxesOf = (items: readonly Item[]) =>
    items.flatMap((item) => {
      if (item.t === 'icon') return [{ x: item.x, y: item.y, w: item.size, h: item.size }];
      return item.t === 'text' ? [textBox(item)] : [];
    });
  const saysOf = (items: readonly Item[]): number =>
    items.reduce((sum, item) => sum + (item.t === 'text' ? item.text.length * item.size : 0), 0);
  const free = forms.filter((items) => {
    const boxes = boxesOf(items);
    return boxes.length > 0 && !boxes.some((box) => obstacles.some((other) => meet(box, other)));
  });
  return free.toSorted((a, b) => saysOf(b) - saysOf(a))[0] ?? [];
}

/** Air that a label keeps from the sides of its box, px. */
const LABEL_AIR_PX = 1.5;

/** A room as wide as its box: a name that fits to the edges is better than none. */
function toEdges(room: PlacedLayer, { box }: PlacedLayer): readonly PlacedLayer[] {
  if (room.box.w < box.w) return [];
  const wider = { ...room.box, x: box.x - LABEL_AIR_PX, w: box.w + 2 * LABEL_AIR_PX };
  return [{ ...room, box: wider }];
}

/** A slab has only so many places for a name. */
const MOST_ROOMS = 8;
/** What stands on a slab reaches into it that far, px. */
const FEET_PX = 12;

/** The largest free rectangles that reach the foot or the top edge. */
function roomsBeside(placed: PlacedLayer, inside: readonly Box[]): readonly PlacedLayer[] {
  const { box } = placed;
  const right = box.x + box.w;
  const foot = box.y + box.h;
  const within = (low: number, high: number, values: readonly number[]): readonly number[] =>
    [...new Set([low, high, ...values.filter((value) => value > low && value < high)])].toSorted(
      (a, b) => a - b,
    );
  const xs = within(
    box.x,
    right,
    inside.flatMap(({ x, w }) => [x - 2, x + w + 2]),
  );
  const ys = within(
    box.y,
    foot,
    inside.flatMap(({ y, h }) => [y - 2, y + h + 2]),
  );
  const spans = xs.flatMap((x, at) => xs.slice(at + 1).map((end) => ({ x, w: end - x })));
  const heights = ys.flatMap((y) => [
    { y, h: foot - y },
    { y: box.y, h: y - box.y },
  ]);
  const rooms = spans.flatMap((span) => heights.map((height): Box => ({ ...span, ...height })));
  return rooms
    .filter((room) => room.w > 20 && room.h > 12 && !inside.some((other) => meet(other, room)))
    .toSorted((one, other) => other.w * other.h - one.w * one.h)
    .slice(0, MOST_ROOMS)
    .map((room) => ({
      ...placed,
      box: room,
      // The feet of what it carries stand in its upper edge alone.
      ...(room.y > box.y + FEET_PX ? { layer: { ...placed.layer, carries: [] } } : {}),
    }));
}

/** Discs and lines of the way as boxes. */
export function obstaclesOf({ legs, bar }: Route, r: number): readonly Box[] {
  const discs = [...legs.flatMap((leg) => leg.discs), ...(bar === null ? [] : [bar.disc])];
  const lines = [...legs.flatMap((leg) => leg.lines), ...(bar === null ? [] : [bar.line])];
  return [
    ...discs.map(([x, y]): Box => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r })),
    ...lines.flatMap(boxesAlong),
    ...legs.flatMap((leg) => (leg.hasArrows ? leg.lines.flatMap(headOf) : [])),
    ...(bar?.bars ?? []),
  ];
}

const HALF_LINE = 3;
const HALF_HEAD = 8;

/** An arrow's head, which points up. */
function headOf(points: readonly Point[]): readonly Box[] {
  const tip = points.at(-1);
  if (tip === undefined) return [];
  return [{ x: tip[0] - HALF_HEAD, y: tip[1] - 3, w: 2 * HALF_HEAD, h: HALF_HEAD + 5 }];
}

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
