/** The marks of one row: typical as a dot, low to high as a hatched band with caps, bounds as arrows. */
import type { Ink, Item, Look, PathItem } from '../display-list.ts';
import type { Ends } from './chart-data.ts';
import type { ValueAxis } from './value-axis.ts';

/** Paint order. */
export const Z = {
  grid: 0,
  marked: 50,
  band: 100,
  zero: 150,
  cap: 200,
  halo: 300,
  dot: 400,
  text: 500,
} as const;

/** Below this a hatch is not painted, px: a plain line stands for it. */
const LEAST_HATCHED = 10;
const BAND = 11;
const STROKE = 1.6;

export function line(
  key: string,
  points: PathItem['points'],
  ink: Ink,
  width: number,
  z: number,
  dash?: readonly number[],
): PathItem {
  return { t: 'path', key, z, points, ink, width, ...(dash === undefined ? {} : { dash }) };
}

function cap(key: string, x: number, y: number, s: number): Item {
  const half = (BAND / 2 + 2) * s;
  return line(
    key,
    [
      [x, y - half],
      [x, y + half],
    ],
    'secondary',
    STROKE,
    Z.cap,
  );
}

/** A line that ends in an arrow: the value lies somewhere that way. */
function arrow(key: string, from: number, to: number, y: number): Item {
  const points = [
    [from, y],
    [to, y],
  ] as const;
  return { ...line(key, points, 'secondary', STROKE, Z.cap), arrow: 'end' };
}

function band(key: string, x1: number, x2: number, y: number, s: number): readonly Item[] {
  const h = BAND * s;
  if (x2 - x1 < LEAST_HATCHED) {
    const points = [
      [x1, y],
      [x2, y],
    ] as const;
    return [line(`${key}/thread`, points, 'secondary', STROKE, Z.band)];
  }
  const box = { x: x1, y: y - h / 2, w: x2 - x1, h };
  return [{ t: 'box', key, z: Z.band, box, look: 'band', radius: 0 }];
}

/** A round body of a look, whatever strokes a theme has. */
function disc(key: string, x: number, y: number, r: number, look: Look, z: number): Item {
  return { t: 'box', key, z, box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r }, look, radius: r };
}

/** A dot with a paper halo, so that it stands out from a hatch. */
function dot(key: string, x: number, y: number, s: number): readonly Item[] {
  return [
    disc(`${key}/halo`, x, y, 6.5 * s, 'paper', Z.halo),
    disc(`${key}/dot`, x, y, 5 * s, 'badge', Z.dot),
  ];
}

/** An open diamond: a shape that no sourced figure has. */
function diamond(key: string, x: number, y: number, s: number): readonly Item[] {
  const r = 6.5 * s;
  const points = [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
    [x, y - r],
  ] as const;
  return [
    disc(`${key}/halo`, x, y, r, 'paper', Z.halo),
    line(`${key}/diamond`, points, 'ink', 2.2, Z.dot),
  ];
}

/** The mark of a typical value: a dot, or for an own measurement a diamond. */
export function typicalMark(
  key: string,
  x: number,
  y: number,
  s: number,
  isOwn: boolean,
): readonly Item[] {
  return isOwn ? diamond(key, x, y, s) : dot(key, x, y, s);
}

/** @returns band with caps, or an arrow where one end is all that is known */
export function rangeMark(
  key: string,
  { low, typical, high }: Ends,
  axis: ValueAxis,
  y: number,
  s: number,
): readonly Item[] {
  if (low === undefined && high === undefined) return [];
  if (typical === undefined && low === undefined && high !== undefined) {
    return [cap(`${key}/high`, axis.x(high), y, s), arrow(`${key}/most`, axis.x(high), axis.x0, y)];
  }
  if (typical === undefined && high === undefined && low !== undefined) {
    return [cap(`${key}/low`, axis.x(low), y, s), arrow(`${key}/least`, axis.x(low), axis.x1, y)];
  }
  const x1 = axis.x(low ?? typical ?? axis.from);
  const x2 = axis.x(high ?? typical ?? axis.to);
  return [
    ...(x2 > x1 ? band(`${key}/band`, x1, x2, y, s) : []),
    ...(low === undefined ? [] : [cap(`${key}/low`, x1, y, s)]),
    ...(high === undefined ? [] : [cap(`${key}/high`, x2, y, s)]),
  ];
}
