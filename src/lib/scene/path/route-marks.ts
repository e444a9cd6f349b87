/** The line over a stack at a moment: solid where the work has been, dotted ahead, a diamond per border. */
import type { PathOp } from '../../model/path/route.ts';
import type { IconShape, Item } from '../display-list.ts';
import { SHAPES } from '../drawn/marks.ts';
import { cut, distinct, pointAt, type Point } from './poly.ts';
import type { DrawnHop, RouteLine } from './route-line.ts';

const DIAMOND: IconShape = { fill: 'M8 0.5 15.5 8 8 15.5 0.5 8Z' };
const PACKET: IconShape = { stroke: 'M2 4H14V12H2ZM2 4.5 8 9 14 4.5' };
const CALL: IconShape = { stroke: 'M8 2V12M4 8.5 8 12.5 12 8.5' };
const PAGE: IconShape = { stroke: 'M4 1.8H9.5L12.5 5V14.2H4ZM9.3 2V5.2H12.4' };

const TOKENS: Readonly<Record<PathOp, IconShape>> = {
  syscall: CALL,
  packet: PACKET,
  write: SHAPES.disk,
  fault: PAGE,
  instruction: SHAPES.gear,
};

export const MARK_Z = 9100;

interface MarkInput {
  readonly key: string;
  readonly line: RouteLine;
  readonly down: number;
  readonly op: PathOp;
  /** Hops done, with the share of the one that runs; null: the finished picture. */
  readonly progress: number;
}

/** The line as far as it is walked. */
function walked(hops: readonly DrawnHop[], progress: number): readonly Point[] {
  return distinct(
    hops.flatMap(({ points }, at) =>
      progress <= at ? [] : progress >= at + 1 ? points : cut(points, progress - at),
    ),
  );
}

function whole(hops: readonly DrawnHop[]): readonly Point[] {
  return distinct(hops.flatMap(({ points }) => points));
}

export function lineItems(input: MarkInput): readonly Item[] {
  const { key, line, down, progress } = input;
  const forward = line.hops.slice(0, down);
  const back = line.hops.slice(down);
  const all = whole(forward);
  const done = walked(forward, progress);
  const returned = walked(back, progress - down);
  const items: Item[] = [];
  const path = (
    name: string,
    points: readonly Point[],
    ink: 'ink' | 'paper',
    width: number,
    z: number,
  ): void => {
    if (points.length > 1) items.push({ t: 'path', key: `${key}#${name}`, points, ink, width, z });
  };
  path('way-edge', all, 'paper', 9, MARK_Z + 2);
  items.push({
    ...{ t: 'path', key: `${key}#way-ahead`, points: all, ink: 'ink', width: 4 },
    ...{ dash: [0.5, 9], z: MARK_Z + 3 },
  });
  path('way', done, 'ink', 5, MARK_Z + 4);
  path('back-edge', whole(back), 'paper', 5, MARK_Z);
  items.push({
    ...{ t: 'path', key: `${key}#back-ahead`, points: whole(back), ink: 'ink', width: 1.6 },
    ...{ dash: [4, 4], z: MARK_Z + 1, alpha: 0.7 },
  });
  if (returned.length > 1)
    items.push({
      ...{ t: 'path', key: `${key}#back`, points: returned, ink: 'ink', width: 1.8 },
      ...{ arrow: 'end', z: MARK_Z + 1 },
    });
  return [
    ...items.filter((item) => item.t !== 'path' || item.points.length > 1),
    ...diamonds(input),
    ...startItems(input),
  ];
}

function diamonds({ key, line, down, progress }: MarkInput): readonly Item[] {
  return line.hops.flatMap(({ border }, at): readonly Item[] => {
    if (border === null) return [];
    const size = at < down ? 19 : 11;
    const isPassed = progress > at + 0.001;
    const inner = isPassed ? size - 5 : size - 8;
    const icon = (name: string, px: number, ink: 'ink' | 'paper', z: number): Item => ({
      ...{ t: 'icon', key: `${key}#border${at}${name}`, icon: DIAMOND, size: px, ink, z },
      ...{ x: border[0] - px / 2, y: border[1] - px / 2 },
    });
    const z = MARK_Z + 10;
    return isPassed
      ? [icon('edge', size + 3, 'paper', z), icon('', inner + 3, 'ink', z + 1)]
      : [icon('edge', size + 3, 'ink', z), icon('', inner + 4, 'paper', z + 1)];
  });
}

function startItems({ key, line, op, progress }: MarkInput): readonly Item[] {
  const start = line.hops[0]?.points[0];
  if (start === undefined) return [];
  const dot = (
    name: string,
    r: number,
    look: 'paper' | 'badge',
    z: number,
    [x, y]: Point,
  ): Item => ({
    ...{ t: 'box', key: `${key}#${name}`, look, radius: r, z },
    box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r },
  });
  const at = Math.min(line.hops.length - 1, Math.floor(progress));
  const hop = line.hops[at];
  const point = hop === undefined ? start : pointAt(hop.points, progress - at);
  const z = MARK_Z + 20;
  const r = 15;
  return [
    dot('start-edge', 7, 'paper', MARK_Z + 5, start),
    dot('start', 5, 'badge', MARK_Z + 6, start),
    dot('token-edge', r + 2.5, 'paper', z, point),
    dot('token', r, 'badge', z + 1, point),
    {
      ...{ t: 'icon', key: `${key}#token-icon`, icon: TOKENS[op], size: 17, ink: 'on-badge' },
      ...{ x: point[0] - 8.5, y: point[1] - 8.5, z: z + 2 },
    },
  ];
}
