/** Labels of layers make way for the line: beside it, above it, shorter; else twin and table say them. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { Box, Item, TextItem } from '../display-list.ts';
import { textBox } from '../text-box.ts';
import type { PathStack } from './path-stage.ts';
import { meets, type Point } from './poly.ts';

const PAD = 5;
const TOKEN_PX = 18;
/** Lower than any text: none fits between two lines. */
const COVER_PX = 8;

export type Lines = readonly (readonly Point[])[];

/**
 * @param leaders lines to the names beside the stack: labels keep clear of them where they can
 * @param numbers texts in the drawing, which they never touch
 */
export function clearOfLine(
  { drawn, line }: PathStack,
  leaders: Lines,
  numbers: readonly TextItem[],
): readonly Item[] {
  if (line === null) return drawn.drawing;
  const { outer } = line;
  const lines: Lines = [
    ...line.hops.map(({ points }) => points),
    ...tokenRoom(line.hops.at(-1)?.points),
    ...numbers.flatMap(crossed),
  ];
  const byOwner = new Map<LayerPath, TextItem[]>();
  for (const item of drawn.drawing) {
    if (item.t !== 'text' || item.owner === undefined) continue;
    byOwner.set(item.owner, [...(byOwner.get(item.owner) ?? []), item]);
  }
  const bricks = new Map(
    drawn.drawing.flatMap((item) =>
      item.t === 'wall' ? [[item.key, item.thickness] as const] : [],
    ),
  );
  const moved = new Map<string, TextItem | null>();
  const iconless = new Set<LayerPath>();
  for (const [owner, texts] of byOwner) {
    const body = drawn.byPath.get(owner)?.box;
    if (body === undefined) continue;
    const isGround = outer !== null && owner === drawn.stack.ground.path;
    const room = isGround ? below(body, outer) : withoutBricks(body, bricks.get(owner) ?? 0);
    const hasMoved = isGround;
    const own = [...lines, ...partsIn(body, drawn.byPath.values())];
    const both = [...own, ...leaders];
    if (!hasMoved && texts.every((text) => isClear(textBox(text), both))) continue;
    const placed = placedTexts(texts, drawn.byPath.get(owner)?.layer.short, room, [both, own]);
    for (const text of texts)
      moved.set(text.key, placed.find(({ key }) => key === text.key) ?? null);
    iconless.add(owner);
  }
  return drawn.drawing.flatMap((item): readonly Item[] => {
    if (item.t === 'icon') {
      const box = { x: item.x, y: item.y, w: item.size, h: item.size };
      const isGone = item.owner !== undefined && iconless.has(item.owner);
      return isGone || !isClear(box, lines) ? [] : [item];
    }
    if (item.t !== 'text') return [item];
    const now = moved.get(item.key);
    return now === undefined ? [item] : now === null ? [] : [now];
  });
}

/** A text as lines that what stands beside it must not meet. */
export function crossed(text: TextItem): Lines {
  const { x, y, w, h } = textBox(text);
  return [y + 2, y + h - 2].map((at): readonly Point[] => [
    [x, at],
    [x + w, at],
  ]);
}

/** The token comes to rest where the way back ends. */
function tokenRoom(points: readonly Point[] | undefined): Lines {
  const end = points?.at(-1);
  if (end === undefined) return [];
  return [
    [
      [end[0] - TOKEN_PX, end[1]],
      [end[0] + TOKEN_PX, end[1]],
    ],
    [
      [end[0], end[1] - TOKEN_PX],
      [end[0], end[1] + TOKEN_PX],
    ],
  ];
}

/**
 * What is drawn inside a body, as lines that cover it: a name must not lie on a part's. It may stand close
 * to one, as a wall's name does: the lines end where their own distance begins.
 */
function partsIn(body: Box, placed: Iterable<PlacedLayer>): Lines {
  const parts = [...placed].map(({ box }) => box).filter((box) => isIn(box, body));
  return parts.flatMap(({ x, y, w, h }) => {
    const [left, right] = inner(x, w);
    const [top, bottom] = inner(y, h);
    return Array.from({ length: Math.ceil((bottom - top) / COVER_PX) + 1 }, (_, at) => {
      const level = Math.min(top + at * COVER_PX, bottom);
      return [
        [left, level],
        [right, level],
      ] as const;
    });
  });
}

/** A stretch without its ends; its middle, where nothing else is left. */
function inner(from: number, length: number): readonly [number, number] {
  const pad = Math.min(PAD, length / 2);
  return [from + pad, from + length - pad];
}

/** To within half a pixel: edges that coincide differ in their last digits. */
function isIn(part: Box, body: Box): boolean {
  return (
    part.x >= body.x - 0.5 &&
    part.y >= body.y - 0.5 &&
    part.x + part.w <= body.x + body.w + 0.5 &&
    part.y + part.h <= body.y + body.h + 0.5 &&
    part.w * part.h < body.w * body.h - 1
  );
}

/** A name close under the bricks of its wall is its own; on them it cannot be read. */
function withoutBricks(body: Box, thicknessPx: number): Box {
  const px = Math.max(0, thicknessPx - 3);
  return { ...body, y: body.y + px, h: body.h - px };
}

function below(body: Box, outer: Box): Box {
  const y = outer.y + outer.h;
  return { ...body, y, h: body.y + body.h - y };
}

function isClear(box: Box, lines: Lines): boolean {
  return lines.every((points) => !meets(points, box, PAD));
}

/**
 * @param strictness lines to keep clear of, the most first
 * @returns the texts at their new places; fewer or shorter where not all find room
 */
function placedTexts(
  texts: readonly TextItem[],
  short: string | undefined,
  body: Box,
  strictness: readonly Lines[],
): readonly TextItem[] {
  const [name] = texts;
  const alone = name === undefined || texts.length < 2 ? [] : [[name]];
  const shorter = name === undefined || short === undefined ? [] : [[{ ...name, text: short }]];
  for (const some of [texts, ...alone, ...shorter]) {
    for (const lines of strictness) {
      const block = blockOf(some);
      const spot = spotFor(block, body, lines);
      if (spot === null) continue;
      const [x, y] = spot;
      return some.map((text) => ({
        ...{ ...text, anchor: 'middle', x: x + block.w / 2, y: text.y + y - block.y },
      }));
    }
  }
  return [];
}

function blockOf(texts: readonly TextItem[]): Box {
  const boxes = texts.map(textBox);
  const y = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x: 0, y, w: Math.max(...boxes.map(({ w }) => w)), h: bottom - y };
}

/** The widest gap beside, above or below the lines that the block fits in; its own height first. */
export function spotFor(block: Box, body: Box, lines: Lines): Point | null {
  const top = body.y + 4;
  const bottom = body.y + body.h - block.h - 4;
  const middle = body.y + (body.h - block.h) / 2;
  const heights = [block.y, middle, top, bottom, (top + middle) / 2, (middle + bottom) / 2];
  for (const y of heights) {
    if (y < top - 2 || y > bottom + 2) continue;
    const gap = widestGap({ ...body, y, h: block.h }, lines);
    if (gap !== null && gap[1] - gap[0] >= block.w) return [(gap[0] + gap[1] - block.w) / 2, y];
  }
  return null;
}

/** @returns from and to of the widest stretch of a band that no line comes near */
function widestGap(band: Box, lines: Lines): readonly [number, number] | null {
  const taken = lines
    .flatMap((points) => points.slice(1).map((to, at) => [points[at] ?? to, to] as const))
    .filter((pair) => meets(pair, band, PAD))
    .map(([a, b]): Point => [Math.min(a[0], b[0]) - PAD, Math.max(a[0], b[0]) + PAD])
    .sort((a, b) => a[0] - b[0]);
  const end = band.x + band.w - 4;
  let from = band.x + 4;
  let best: readonly [number, number] | null = null;
  for (const [left, right] of [...taken, [end, end] as const]) {
    const to = Math.min(left, end);
    if (to - from > (best === null ? 0 : best[1] - best[0])) best = [from, to];
    from = Math.max(from, right);
  }
  return best;
}
