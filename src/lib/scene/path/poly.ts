/** Polylines of right angles: lengths, cuts, offsets, and where they enter a box. Pure geometry, px. */
import type { Box } from '../display-list.ts';

export type Point = readonly [x: number, y: number];

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, point, at) => sum + distance(points[at] ?? point, point), 0);
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

/** @returns the point at a share of the length, 0 to 1 */
export function pointAt(points: readonly Point[], share: number): Point {
  const last = cut(points, share).at(-1);
  return last ?? [0, 0];
}

/** @returns the first part of a line, up to a share of its length */
export function cut(points: readonly Point[], share: number): readonly Point[] {
  let left = lengthOf(points) * Math.min(1, Math.max(0, share));
  const kept: Point[] = points.slice(0, 1);
  for (const [at, point] of points.slice(1).entries()) {
    const from = points[at] ?? point;
    const step = distance(from, point);
    if (step >= left) {
      const part = step === 0 ? 0 : left / step;
      kept.push([from[0] + (point[0] - from[0]) * part, from[1] + (point[1] - from[1]) * part]);
      return kept;
    }
    left -= step;
    kept.push(point);
  }
  return kept;
}

/** @returns the line without points that lie on one another */
export function distinct(points: readonly Point[]): readonly Point[] {
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || distance(before, point) > 0.01;
  });
}

/** Unit vector to the left of the way from a to b (y down). */
function leftOf([ax, ay]: Point, [bx, by]: Point): Point {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? [0, 0] : [(by - ay) / length, -(bx - ax) / length];
}

/** Every point shifted to the left of the way by `px`; corners stay corners. */
export function offset(points: readonly Point[], px: number): readonly Point[] {
  return points.map((point, at): Point => {
    const before = points[at - 1];
    const after = points[at + 1];
    const into = before === undefined ? null : leftOf(before, point);
    const out = after === undefined ? null : leftOf(point, after);
    const a = into ?? out ?? [0, 0];
    const b = out ?? a;
    const isStraight = a[0] * b[0] + a[1] * b[1] > 0.5;
    const [x, y] = isStraight ? a : [a[0] + b[0], a[1] + b[1]];
    return [point[0] + x * px, point[1] + y * px];
  });
}

export function isIn([x, y]: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}

/** @returns where a line crosses the edge of a box first, coming from outside; null: it does not */
export function entryInto(points: readonly Point[], box: Box): Point | null {
  for (const [at, to] of points.slice(1).entries()) {
    const from = points[at] ?? to;
    if (!isIn(from, box) && touches(from, to, box)) return edgePoint(from, to, box);
  }
  return null;
}

function touches(from: Point, to: Point, box: Box): boolean {
  const left = Math.min(from[0], to[0]);
  const top = Math.min(from[1], to[1]);
  return (
    Math.max(from[0], to[0]) >= box.x &&
    left <= box.x + box.w &&
    Math.max(from[1], to[1]) >= box.y &&
    top <= box.y + box.h
  );
}

function edgePoint([fx, fy]: Point, [tx, ty]: Point, box: Box): Point {
  if (fx === tx) return [fx, ty > fy ? box.y : box.y + box.h];
  return [tx > fx ? box.x : box.x + box.w, fy];
}

/** @returns true when the line comes nearer than `pad` to the box */
export function meets(points: readonly Point[], box: Box, pad: number): boolean {
  const wide = { x: box.x - pad, y: box.y - pad, w: box.w + 2 * pad, h: box.h + 2 * pad };
  return points.slice(1).some((to, at) => touches(points[at] ?? to, to, wide));
}
