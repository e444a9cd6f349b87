/** The way of a break-in as items, drawn as far as it has been gone. */
import type { Box, Item, PathItem } from '../display-list.ts';
import { stopItems } from '../drawn/marks.ts';
import { Z } from '../structure/depth.ts';
import type { Moment } from './clock.ts';
import type { Bar, Leg, Point, Route } from './route.ts';
import type { IsolationType } from './type.ts';

export function routeItems(
  key: string,
  { legs, bar }: Route,
  type: IsolationType,
  moment: Moment,
): readonly Item[] {
  const gone = legs.filter(({ number }) => number <= moment.step);
  const shareOf = (number: number): number => (number < moment.step ? 1 : moment.share);
  const isBarDue = bar !== null && bar.number <= moment.step;
  return [
    ...gone.flatMap((leg, at) => legItems(`${key}#leg${at}`, leg, type, shareOf(leg.number))),
    ...(isBarDue ? barItems(`${key}#bar`, bar, type, shareOf(bar.number)) : []),
  ];
}

function legItems(key: string, leg: Leg, type: IsolationType, share: number): readonly Item[] {
  const lines = leg.lines.flatMap((line, at): readonly Item[] =>
    wayItems(`${key}/${at}`, partOf(line, share), type, leg.hasArrows && share >= 1),
  );
  const discs = share < 1 && leg.lines.length > 0 ? [] : leg.discs;
  return [
    ...lines,
    ...discs.flatMap((at, index) =>
      stopItems(
        { key: `${key}/disc${index}`, z: Z.note + 4 },
        at,
        String(leg.number),
        'tag-reached',
        type.disc,
      ),
    ),
  ];
}

/** A line with a paper edge, so that it is seen on every texture. */
function wayItems(
  key: string,
  points: readonly Point[],
  type: IsolationType,
  hasArrow: boolean,
): readonly Item[] {
  const [tipX, tipY] = points.at(-1) ?? [0, 0];
  if (points.length < 2) return [];
  const wing = type.pathPx * 1.7;
  const strokes: readonly (readonly Point[])[] = [
    points,
    ...(hasArrow
      ? [
          [
            [tipX - wing, tipY + wing],
            [tipX, tipY],
            [tipX + wing, tipY + wing],
          ] as const,
        ]
      : []),
  ];
  const line = (at: number, part: readonly Point[]): PathItem => ({
    ...{ t: 'path', key: `${key}/${at}`, z: Z.note + 2, points: part, ink: 'reached' },
    width: type.pathPx,
  });
  return [
    ...strokes.map((part, at): Item => ({
      ...line(at, part),
      ...{ key: `${key}/${at}/edge`, z: Z.note + 1, ink: 'paper', width: type.pathPx + 3 },
    })),
    ...strokes.map((part, at) => line(at, part)),
  ];
}

function barItems(key: string, bar: Bar, type: IsolationType, share: number): readonly Item[] {
  const line = wayItems(`${key}/way`, partOf(bar.line, share), type, false);
  if (share < 1) return line;
  return [
    ...line,
    ...bar.bars.flatMap((box, at) => uprightItems(`${key}/${at}`, box)),
    ...stopItems(
      { key: `${key}/disc`, z: Z.note + 5 },
      bar.disc,
      String(bar.number),
      'tag-safe',
      type.disc,
    ),
  ];
}

/** A thick line along the longer side of the box, with a paper edge. */
function uprightItems(key: string, { x, y, w, h }: Box): readonly Item[] {
  const isLying = w > h;
  const middle = isLying ? y + h / 2 : x + w / 2;
  const points: readonly Point[] = isLying
    ? [
        [x, middle],
        [x + w, middle],
      ]
    : [
        [middle, y],
        [middle, y + h],
      ];
  const width = Math.min(w, h);
  const line = { t: 'path', key, z: Z.note + 4, points, ink: 'safe', width } as const;
  return [{ ...line, key: `${key}/edge`, z: Z.note + 3, ink: 'paper', width: width + 3 }, line];
}

/** The first `share` of a way, by length. */
function partOf(points: readonly Point[], share: number): readonly Point[] {
  if (share >= 1) return points;
  const lengths = points.slice(1).map((point, at) => {
    const before = points[at] ?? point;
    return Math.hypot(point[0] - before[0], point[1] - before[1]);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) * Math.max(0, share);
  const first = points[0];
  if (first === undefined) return [];
  const gone: Point[] = [first];
  for (const [at, length] of lengths.entries()) {
    const from = points[at];
    const to = points[at + 1];
    if (from === undefined || to === undefined || left <= 0) break;
    const part = Math.min(1, left / Math.max(length, 1e-9));
    gone.push([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
    left -= length;
  }
  return gone;
}
