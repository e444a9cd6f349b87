/** Names of borders and places beside the drawing, on leaders that do not cross; or numbers at them. */
import type { Place } from '../../model/path/route.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import type { Layer } from '../../model/stack.ts';
import type { Box, Item, TextItem } from '../display-list.ts';
import { textBox } from '../text-box.ts';
import { Z, zAt } from '../structure/depth.ts';
import type { Point } from './poly.ts';
import type { PathStack, PathStage } from './path-stage.ts';
import { MARK_Z } from './route-marks.ts';

/** Places that are a layer of their own, or the whole of what the layer does: its label says it. */
const SAID_BY_LAYER: ReadonlySet<Place> = new Set([
  ...(['app', 'libs', 'runtime', 'sentry', 'library-os', 'answer', 'hypervisor'] as const),
  ...(['vmm', 'disk', 'card', 'cpu', 'code', 'outer', 'provider'] as const),
]);

interface Name {
  readonly key: string;
  readonly at: Point;
  readonly text: string;
  readonly isBorder: boolean;
  readonly side: 'left' | 'right';
}

const STEP_PX = 1.32;

function namesOf({ drawn, line, route }: PathStack, stage: PathStage): readonly Name[] {
  if (line === null || route === null) return [];
  const { words } = stage;
  return line.hops
    .slice(0, route.down)
    .flatMap(({ hop, points, border }, index): readonly Name[] => {
      const end = points.at(-1);
      const key = `${drawn.stack.key}#name${index}`;
      const at = (point: Point, text: string, isBorder: boolean): Name => ({
        key: `${key}${isBorder ? 'b' : 'p'}`,
        at: point,
        ...{ text, isBorder, side: line.sideOf(point) },
      });
      return [
        ...(border === null || hop.border === null
          ? []
          : [at(border, words.borders[hop.border], true)]),
        ...(end === undefined || SAID_BY_LAYER.has(hop.to.place)
          ? []
          : [at(end, words.places[hop.to.place].name, false)]),
      ];
    });
}

/** Spreads heights so that none is nearer than `gap` to the next, as little as can be. */
function spread(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const placed: number[] = [];
  for (const y of wanted) placed.push(Math.max(y, (placed.at(-1) ?? top - gap) + gap));
  let limit = bottom;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? limit, limit);
    limit = (placed[at] ?? limit) - gap;
  }
  return placed;
}

export function nameItems(stack: PathStack, stage: PathStage): readonly Item[] {
  const names = namesOf(stack, stage);
  const dots = names
    .filter(({ isBorder }) => !isBorder)
    .flatMap(({ key, at }, index, all) => dotItems(key, at, radiusAmong(all, index)));
  if (stage.naming === 'numbers') return [...dots, ...numberItems(stack, stage)];
  return [
    ...dots,
    ...sideItems(names, 'left', stack, stage),
    ...sideItems(names, 'right', stack, stage),
  ];
}

/** Where many places share a low kernel their dots get smaller, so that each can be seen. */
function radiusAmong(dots: readonly Name[], index: number): number {
  const own = dots[index];
  const apart = dots
    .filter((_, at) => at !== index)
    .map(({ at: [x, y] }) => (own === undefined ? 99 : Math.hypot(x - own.at[0], y - own.at[1])));
  return Math.max(2.4, Math.min(6, Math.min(...apart) * 0.45));
}

function dotItems(key: string, [x, y]: Point, radius: number): readonly Item[] {
  const dot = (name: string, r: number, look: 'paper' | 'badge', z: number): Item => ({
    ...{ t: 'box', key: `${key}${name}`, look, radius: r, z },
    box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r },
  });
  return [
    dot('-edge', radius, 'badge', MARK_Z + 7),
    dot('-dot', radius * 0.58, 'paper', MARK_Z + 8),
  ];
}

function sideItems(
  names: readonly Name[],
  side: 'left' | 'right',
  { drawn, left, right }: PathStack,
  stage: PathStage,
): readonly Item[] {
  const own = names
    .filter((one) => one.side === side && (one.isBorder || stage.naming === 'all'))
    .sort((a, b) => a.at[1] - b.at[1]);
  const size = stage.textPx;
  const gap = size * STEP_PX;
  const ys = spread(
    own.map(({ at }) => at[1]),
    gap,
    drawn.headerY + 66,
    stage.groundY - 8,
  );
  // Under the labels of layers, whose outline cuts it; over their bodies.
  const depth = Math.max(0, ...drawn.placed.map((one) => one.depth));
  const leaderZ = zAt(depth, Z.label - 10);
  const isLeft = side === 'left';
  const besides = drawn.placed.flatMap(({ layer, box }) => (BESIDE.has(layer.kind) ? [box] : []));
  const edge = isLeft ? drawn.x - 8 : drawn.x + drawn.w + 8;
  const textX = isLeft ? drawn.x - 24 : drawn.x + drawn.w + 24;
  const room = (isLeft ? left : right) - 26;
  const first = (stage.groundY - (ys[0] ?? 0)) / Math.max(1, own.length);
  if (own.length > 0 && first < size) return [];
  return own.flatMap(({ key, at, text, isBorder }, index): readonly Item[] => {
    const y = ys[index] ?? at[1];
    const weight = isBorder ? 650 : 450;
    if (textWidth(text, size, weight) > room + 8) return [];
    const label: TextItem = {
      ...{ t: 'text', key, z: MARK_Z + 1, x: textX, y: y + size * 0.35, text, size, weight },
      ...{ anchor: isLeft ? 'end' : 'start', ink: isBorder ? 'ink' : 'secondary', halo: true },
    };
    const line = { t: 'path', z: leaderZ, width: 1.3, ink: isBorder ? 'ink' : 'tertiary' } as const;
    const seen = outsideOf(at, edge, besides);
    return [
      ...seen.slice(0, -1).map(([from, to], piece): Item => ({
        ...{ ...line, key: `${key}-leader${piece}` },
        points: [
          [from, at[1]],
          [to, at[1]],
        ],
      })),
      {
        ...{ ...line, key: `${key}-leader` },
        points: [
          [seen.at(-1)?.[0] ?? edge, at[1]],
          [edge, at[1]],
          [isLeft ? textX + 5 : textX - 5, y],
        ],
      },
      label,
    ];
  });
}

/** Processes beside the way: a leader goes behind them, as if they stood before it. */
const BESIDE: ReadonlySet<Layer['kind']> = new Set(['vmm', 'engine']);

/** @returns the parts of a level line that no box hides, from the point outwards */
function outsideOf(
  [x, y]: Point,
  edge: number,
  boxes: readonly Box[],
): readonly (readonly [from: number, to: number])[] {
  const sign = Math.sign(edge - x);
  const hidden = boxes
    .filter((box) => y > box.y && y < box.y + box.h && (x < box.x || x > box.x + box.w))
    .map((box): readonly [near: number, far: number] =>
      sign > 0 ? [box.x, box.x + box.w] : [box.x + box.w, box.x],
    )
    .filter(([from]) => (from - x) * sign > 0 && (edge - from) * sign > 0)
    .toSorted(([a], [b]) => (a - b) * sign);
  const parts: (readonly [number, number])[] = [];
  let from = x;
  for (const [near, far] of hidden) {
    if ((near - from) * sign > 0) parts.push([from, near]);
    from = far;
  }
  return [...parts, [from, edge]];
}

/** Where there is no room for names, the borders are numbered; the strip below says what they are. */
function numberItems({ drawn, line, route }: PathStack, stage: PathStage): readonly Item[] {
  if (line === null || route === null || stage.strip !== 'legend') return [];
  const points = line.hops
    .slice(0, route.down)
    .flatMap(({ border }) => (border === null ? [] : [border]));
  const numbers: TextItem[] = [];
  points.forEach(([x, y], at) => {
    const sides = [12, -12].map((dx): TextItem => ({
      ...{ t: 'text', key: `${drawn.stack.key}#number${at}`, z: MARK_Z + 14, text: String(at + 1) },
      ...{ x: x + dx, y: y + 4.5, size: 13, weight: 750, anchor: dx > 0 ? 'start' : 'end' },
      ...{ ink: 'ink', halo: true },
    }));
    const free = sides.find((one) => numbers.every((other) => !isNear(one, other)));
    if (free !== undefined) numbers.push(free);
  });
  return numbers;
}

function isNear(a: TextItem, b: TextItem): boolean {
  const [one, other] = [textBox(a), textBox(b)];
  return (
    Math.abs(one.x + one.w / 2 - other.x - other.w / 2) < (one.w + other.w) / 2 + 3 &&
    Math.abs(one.y - other.y) < one.h
  );
}
