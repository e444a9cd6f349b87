/**
 * The line of a route over a drawn stack: one polyline per hop, right angles only. The way down keeps to
 * one lane until it turns; the way back runs beside it.
 */
import type { Hop, Route, Stop } from '../../model/path/route.ts';
import type { Box } from '../display-list.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import { distinct, entryInto, isIn, offset, type Point } from './poly.ts';

export interface DrawnHop {
  readonly hop: Hop;
  readonly points: readonly Point[];
  /** Where the border is crossed; null: none is. */
  readonly border: Point | null;
}

export interface RouteLine {
  readonly hops: readonly DrawnHop[];
  /** Of the whole way down. */
  readonly down: readonly Point[];
  /** On which side of the stack the names of a point stand. */
  sideOf(point: Point): 'left' | 'right';
  /** Where an outer hypervisor is drawn; null: there is none. */
  readonly outer: Box | null;
}

const EDGE = 16;
const LANE = 34;
/** How far the way back runs beside the way down, px. */
const BESIDE = 20;
/** Beside the whole stack: nobody in it is asked. */
const OUTSIDE = 36;

interface Cursor {
  x: number;
  y: number;
  /** Of the stop where it is. */
  box: Box | null;
  /** 1 down, -1 up. */
  direction: number;
}

export function routeLine(drawn: DrawnStack, route: Route): RouteLine | null {
  const frame = frameOf(drawn, route);
  if (frame === null) return null;
  const { boxOf, side, lane, start, beside, app } = frame;
  const cursor: Cursor = { x: start[0], y: start[1], box: null, direction: 1 };
  const down: Point[] = [start];
  /** For each stop of the way down, its index in `down`. */
  const stops: { readonly stop: Stop; readonly at: number }[] = [{ stop: firstOf(route), at: 0 }];
  const spans: (readonly [number, number])[] = [];
  const hops = route.hops.slice(0, route.down);
  hops.forEach((hop, index) => {
    const from = down.length - 1;
    const box = boxOf(hop.to);
    const y = stopY(hops, index, roomOf(drawn, hop.to, box));
    down.push(...stepTo(cursor, hop.to, box, y, { side, lane, right: drawn.x + drawn.w }));
    stops.push({ stop: hop.to, at: down.length - 1 });
    spans.push([from, down.length - 1]);
  });
  const back = backHops(route, stops, down, boxOf, beside * (side === 1 ? 1 : -1));
  const borderOf = (hop: Hop, points: readonly Point[]): Point | null => {
    if (hop.border === null) return null;
    const to = boxOf(hop.to);
    const first = points[0];
    const entered = first && isIn(first, to) ? null : entryInto(points, to);
    return entered ?? entryInto([...points].reverse(), boxOf(hop.from)) ?? points.at(-1) ?? null;
  };
  const drawnHops = [
    ...hops.map((hop, at): DrawnHop => {
      const [from, to] = spans[at] ?? [0, 0];
      const points = distinct(down.slice(from, to + 1));
      return { hop, points, border: borderOf(hop, points) };
    }),
    ...back.map(({ hop, points }): DrawnHop => ({ hop, points, border: borderOf(hop, points) })),
  ];
  const hasOuter = route.hops.some(({ to }) => to.place === 'outer');
  return {
    hops: drawnHops,
    down: distinct(down),
    // On the side that the point is nearer to, so that leaders cross little.
    sideOf: ([x]) =>
      side === 1 ? (x > app.x + app.w ? 'right' : 'left') : x < app.x ? 'left' : 'right',
    outer: hasOuter ? boxOf({ layer: drawn.stack.ground.path, place: 'outer' }) : null,
  };
}

function firstOf({ hops }: Route): Stop {
  const [first] = hops;
  if (first === undefined) throw new Error('a route without hops');
  return first.from;
}

interface Frame {
  readonly app: Box;
  readonly boxOf: (stop: Stop) => Box;
  /** Where the lanes go: 1 right, -1 left. */
  readonly side: 1 | -1;
  readonly lane: number;
  readonly beside: number;
  readonly start: Point;
}

function frameOf(drawn: DrawnStack, route: Route): Frame | null {
  const app = drawn.byPath.get(firstOf(route).layer)?.box;
  if (app === undefined) return null;
  const boxOf = (stop: Stop): Box => stopBox(drawn, stop) ?? app;
  const appX = app.x + app.w / 2;
  const aside = route.hops
    .map(({ to }) => boxOf(to))
    .find((box) => box.x > app.x + app.w || box.x + box.w < app.x);
  const side = aside !== undefined && aside.x + aside.w / 2 > appX ? 1 : -1;
  const turns = turnsOf(route, boxOf);
  const lane = Math.max(10, Math.min(LANE, (app.w - 2 * EDGE) / (turns + 1)));
  const widest = app.w < 130 ? 15 : BESIDE;
  const beside = Math.max(5, Math.min(widest, turns > 0 ? lane / 2 : app.w / 3));
  const isBeside = route.hops.some(({ to }) => to.place === 'cpu');
  const edge = Math.min(EDGE, app.w / 4);
  // The way back runs on the inner side: both fit between the app's name and its edge.
  const x = side === 1 ? app.x + app.w - edge - beside : app.x + app.w - edge;
  return {
    app,
    boxOf,
    side,
    lane,
    beside: isBeside ? 10 : beside,
    start: [x, app.y + app.h * 0.36],
  };
}

/** How often the way down turns over the app's own column. */
function turnsOf({ hops, down }: Route, boxOf: (stop: Stop) => Box): number {
  const app = hops[0] === undefined ? null : boxOf(hops[0].from);
  const over = hops.slice(0, down).filter(({ to }) => {
    const box = boxOf(to);
    return app !== null && box.x < app.x + app.w && box.x + box.w > app.x;
  });
  const middles = over.map(({ to }) => boxOf(to).y + boxOf(to).h / 2);
  const steps = middles.slice(1).map((y, at) => Math.sign(y - (middles[at] ?? y)));
  const moves = steps.filter((step) => step !== 0);
  return moves.slice(1).filter((step, at) => step !== moves[at]).length;
}

/** A stop's own box; an outer hypervisor has the upper part of the hardware. */
function stopBox(drawn: DrawnStack, { layer, place }: Stop): Box | null {
  const box = drawn.byPath.get(layer)?.box;
  if (box === undefined) return null;
  return place === 'outer' ? { ...box, y: box.y + 3, h: box.h * 0.46 - 3 } : box;
}

/** What of a layer its stops share: of a kernel with a strip in it, what lies below the strip. */
function roomOf(drawn: DrawnStack, stop: Stop, box: Box): Box {
  const placed = drawn.byPath.get(stop.layer);
  const [inside] = placed?.layer.inside ?? [];
  const strip = inside === undefined ? undefined : drawn.byPath.get(inside.path)?.box;
  if (strip === undefined) return box;
  const top = strip.y + strip.h;
  return { ...box, y: top, h: box.y + box.h - top };
}

/** Stops of one visit to a layer share its height out. */
function stopY(hops: readonly Hop[], index: number, box: Box): number {
  const own = hops[index]?.to;
  if (own === undefined) return box.y;
  if (own.place === 'stub') return box.y + box.h * 0.74;
  let first = index;
  while (first > 0 && hops[first - 1]?.to.layer === own.layer && first > 0) first -= 1;
  let last = index;
  while (hops[last + 1]?.to.layer === own.layer) last += 1;
  const isHardware = own.place === 'disk' || own.place === 'card' || own.place === 'cpu';
  if (isHardware) return box.y + box.h * 0.7;
  const count = last - first + 1;
  const before = hops[first]?.from;
  // From below: the turn lies low, so that the name finds room over it.
  if (before !== undefined && hops[first]?.border === 'wake') {
    const climb = count === 1 ? 0.14 : (0.3 * (index - first)) / (count - 1);
    return box.y + box.h * (0.8 - climb);
  }
  const top = box.y + Math.min(15, box.h / 3);
  const bottom = box.y + box.h - Math.min(13, box.h / 3);
  // Near the edges: a kernel's name stands in the middle.
  return count === 1
    ? (top + 2 * bottom) / 3
    : top + ((bottom - top) * (index - first)) / (count - 1);
}

interface Lanes {
  readonly side: 1 | -1;
  readonly lane: number;
  /** Right edge of the stack. */
  readonly right: number;
}

/** Moves the cursor to a stop and returns the corners on the way. */
function stepTo(cursor: Cursor, stop: Stop, box: Box, y: number, lanes: Lanes): readonly Point[] {
  const { side, lane, right } = lanes;
  const points: Point[] = [];
  const go = (x: number, toY: number): void => {
    cursor.x = x;
    cursor.y = toY;
    points.push([x, toY]);
  };
  if (stop.place === 'cpu') {
    go(right + OUTSIDE, cursor.y);
    go(cursor.x, y);
    go(box.x + box.w - EDGE, y);
    return points;
  }
  const direction = y >= cursor.y ? 1 : -1;
  const isOver = cursor.x > box.x + 6 && cursor.x < box.x + box.w - 6;
  if (!isOver) {
    const isRight = box.x > cursor.x;
    const inset = Math.min(EDGE, box.w * 0.25);
    go(isRight ? box.x + inset : box.x + box.w - inset, cursor.y);
    cursor.direction = direction;
  } else if (direction !== cursor.direction) {
    // A turn: the next stretch gets a lane of its own, further from where it came.
    const most = (cursor.box?.w ?? Infinity) * 0.5;
    go(cursor.x + side * Math.min(lane, most), cursor.y);
    cursor.direction = direction;
  }
  go(cursor.x, y);
  cursor.box = box;
  return points;
}

/** The way back: the way down, shifted to its inner side and walked the other way. */
function backHops(
  route: Route,
  stops: readonly { readonly stop: Stop; readonly at: number }[],
  down: readonly Point[],
  boxOf: (stop: Stop) => Box,
  shift: number,
): readonly { readonly hop: Hop; readonly points: readonly Point[] }[] {
  const line = [...offset(down, shift)];
  const isSame = (a: Stop, b: Stop): boolean => a.layer === b.layer && a.place === b.place;
  let at = down.length - 1;
  return route.hops.slice(route.down).map((hop) => {
    const known = stops.filter((one) => one.at < at && isSame(one.stop, hop.to)).at(-1);
    const from = line[at] ?? [0, 0];
    if (known !== undefined) {
      const points = line.slice(known.at, at + 1).reverse();
      at = known.at;
      return { hop, points: distinct(points) };
    }
    // A place that the way down passed by: the point of the line that lies in it.
    const box = boxOf(hop.to);
    const y = box.y + box.h / 2;
    const points: Point[] = [from, [from[0], y]];
    // It is walked on from there.
    line[at] = [from[0], y];
    return { hop, points: distinct(points) };
  });
}
