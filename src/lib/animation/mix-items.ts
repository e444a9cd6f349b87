/** Items between two states: geometry is interpolated, everything that is a word or a switch is not. */
import type {
  Box,
  BoxItem,
  FenceItem,
  GaugeItem,
  GroundItem,
  IconItem,
  Item,
  PathItem,
  Teeth,
  TextItem,
  WallItem,
} from '../scene/display-list.ts';

const NO_NAMES: ReadonlySet<string> = new Set();

/** Keys whose values are geometry, per item type; all others are looks. */
const GEOMETRY: Readonly<Record<Item['t'], ReadonlySet<string>>> = {
  box: new Set(['box', 'radius', 'teeth', 'alpha', 'z', 'layer', 'owner']),
  fence: new Set(['box', 'foot', 'draw', 'alpha', 'z', 'layer', 'owner']),
  wall: new Set(['box', 'thickness', 'leg', 'draw', 'alpha', 'z', 'layer', 'owner']),
  gauge: new Set(['box', 'fill', 'limit', 'alpha', 'z', 'owner']),
  text: new Set(['x', 'y', 'size', 'maxWidth', 'alpha', 'z', 'owner']),
  path: new Set(['points', 'width', 'alpha', 'z', 'owner']),
  icon: new Set(['x', 'y', 'size', 'alpha', 'z', 'owner']),
  ground: new Set(['x1', 'x2', 'y', 'alpha', 'z', 'owner']),
};

/** @returns true when both are equal in every value. */
export function isSameItem(a: Item, b: Item): boolean {
  return a === b || isEqual(a, b, NO_NAMES);
}

/** @returns true when only geometry differs, so that one can move into the other. */
export function isSameLook(a: Item, b: Item): boolean {
  return a.t === b.t && isEqual(a, b, GEOMETRY[a.t]);
}

type Boxed = BoxItem | FenceItem | WallItem | GaugeItem;

function isBoxed(item: Item): item is Boxed {
  return 'box' in item;
}

/** @returns true when both are drawings of one thing: a container may be a fence here and an area there. */
export function isSameThing(a: Item | undefined, b: Item | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.t === b.t || (isBoxed(a) && isBoxed(b));
}

/** @returns true when there is a way between the two geometries. */
export function canMix(a: Item, b: Item): boolean {
  if (a.t === 'path' && b.t === 'path') return a.points.length === b.points.length;
  if (a.t === 'text' && b.t === 'text') return a.anchor === b.anchor && a.turned === b.turned;
  return isSameThing(a, b);
}

/** `from` at progress 0, `to` at 1. */
export function mix(from: number, to: number, progress: number): number {
  return from + (to - from) * progress;
}

/**
 * `to`, with its geometry on the way from `from`.
 * @param progress 0 to 1
 */
export function mixItem(from: Item, to: Item, progress: number): Item {
  const mixed = mixGeometry(from, to, progress);
  if (from.alpha === undefined && to.alpha === undefined) return mixed;
  return { ...mixed, alpha: mix(from.alpha ?? 1, to.alpha ?? 1, progress) };
}

function mixGeometry(a: Item, b: Item, p: number): Item {
  if (a.t === 'box' && b.t === 'box') return mixBoxItem(a, b, p);
  if (a.t === 'fence' && b.t === 'fence') return mixFence(a, b, p);
  if (a.t === 'wall' && b.t === 'wall') return mixWall(a, b, p);
  if (a.t === 'gauge' && b.t === 'gauge') return mixGauge(a, b, p);
  if (a.t === 'text' && b.t === 'text') return mixPlaced(a, b, p);
  if (a.t === 'icon' && b.t === 'icon') return mixPlaced(a, b, p);
  if (a.t === 'path' && b.t === 'path') return mixPath(a, b, p);
  if (a.t === 'ground' && b.t === 'ground') return mixGround(a, b, p);
  if (isBoxed(a) && isBoxed(b)) return { ...b, box: mixBox(a.box, b.box, p) };
  return b;
}

function mixBox(a: Box, b: Box, p: number): Box {
  return { x: mix(a.x, b.x, p), y: mix(a.y, b.y, p), w: mix(a.w, b.w, p), h: mix(a.h, b.h, p) };
}

function mixBoxItem(a: BoxItem, b: BoxItem, p: number): BoxItem {
  const mixed = { ...b, box: mixBox(a.box, b.box, p), radius: mix(a.radius, b.radius, p) };
  if (a.teeth === undefined && b.teeth === undefined) return mixed;
  return { ...mixed, teeth: mixTeeth(a.teeth ?? [], b.teeth ?? [], p, mixed.box.w) };
}

/** Teeth that correspond slide; otherwise they change halfway. They never stick out of the box. */
function mixTeeth(
  a: readonly Teeth[],
  b: readonly Teeth[],
  p: number,
  w: number,
): readonly Teeth[] {
  const isAlike =
    a.length === b.length && a.every((teeth, index) => teeth.family === b[index]?.family);
  const source = isAlike || p >= 0.5 ? b : a;
  return source.map((teeth, index) => {
    const before = isAlike ? (a[index] ?? teeth) : teeth;
    return {
      family: teeth.family,
      from: Math.min(w, mix(before.from, teeth.from, p)),
      to: Math.min(w, mix(before.to, teeth.to, p)),
    };
  });
}

function mixDraw(a: number | undefined, b: number | undefined, p: number): { draw?: number } {
  return a === undefined && b === undefined ? {} : { draw: mix(a ?? 1, b ?? 1, p) };
}

function mixFence(a: FenceItem, b: FenceItem, p: number): FenceItem {
  const foot = mix(a.foot, b.foot, p);
  return { ...b, box: mixBox(a.box, b.box, p), foot, ...mixDraw(a.draw, b.draw, p) };
}

function mixWall(a: WallItem, b: WallItem, p: number): WallItem {
  const thickness = mix(a.thickness, b.thickness, p);
  const leg = mix(a.leg, b.leg, p);
  return { ...b, box: mixBox(a.box, b.box, p), thickness, leg, ...mixDraw(a.draw, b.draw, p) };
}

function mixGauge(a: GaugeItem, b: GaugeItem, p: number): GaugeItem {
  const fill = mix(a.fill, b.fill, p);
  return { ...b, box: mixBox(a.box, b.box, p), fill, limit: mix(a.limit, b.limit, p) };
}

function mixPlaced<Placed extends TextItem | IconItem>(a: Placed, b: Placed, p: number): Placed {
  return { ...b, x: mix(a.x, b.x, p), y: mix(a.y, b.y, p), size: mix(a.size, b.size, p) };
}

function mixPath(a: PathItem, b: PathItem, p: number): PathItem {
  const points = b.points.map((point, index) => {
    const [x, y] = a.points[index] ?? point;
    return [mix(x, point[0], p), mix(y, point[1], p)] as const;
  });
  return { ...b, points, width: mix(a.width, b.width, p) };
}

function mixGround(a: GroundItem, b: GroundItem, p: number): GroundItem {
  return { ...b, x1: mix(a.x1, b.x1, p), x2: mix(a.x2, b.x2, p), y: mix(a.y, b.y, p) };
}

/** Deep equality of plain data, but for the `ignored` names at the top; ten thousand times a morph. */
function isEqual(a: unknown, b: unknown, ignored: ReadonlySet<string>): boolean {
  if (Object.is(a, b)) return true;
  if (!isRecord(a) || !isRecord(b)) return false;
  for (const name in a) {
    if (!ignored.has(name) && !isEqual(a[name], b[name], NO_NAMES)) return false;
  }
  for (const name in b) {
    if (!ignored.has(name) && b[name] !== undefined && a[name] === undefined) return false;
  }
  return true;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
