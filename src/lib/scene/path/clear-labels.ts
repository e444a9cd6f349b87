/** Labels of layers make way for the line: beside it, above it, shorter; else twin and table say them. */
import type { LayerPath } from '../../model/stack.ts';
import type { Box, Item, TextItem } from '../display-list.ts';
import { textBox } from '../text-box.ts';
import type { PathStack } from './path-stage.ts';
import { meets, type Point } from './poly.ts';

const PAD = 5;
const TOKEN_PX = 18;
const ICON_ROOM = 34;

type Lines = readonly (readonly Point[])[];

export function clearOfLine({ drawn, line }: PathStack): readonly Item[] {
  if (line === null) return drawn.drawing;
  const { outer } = line;
  const lines: Lines = [
    ...line.hops.map(({ points }) => points),
    ...tokenRoom(line.hops.at(-1)?.points),
  ];
  const byOwner = new Map<LayerPath, TextItem[]>();
  for (const item of drawn.drawing) {
    if (item.t !== 'text' || item.owner === undefined) continue;
    byOwner.set(item.owner, [...(byOwner.get(item.owner) ?? []), item]);
  }
  const moved = new Map<string, TextItem | null>();
  const iconless = new Set<LayerPath>();
  for (const [owner, texts] of byOwner) {
    const body = drawn.byPath.get(owner)?.box;
    if (body === undefined) continue;
    const room = outer !== null && owner === drawn.stack.ground.path ? below(body, outer) : body;
    const hasMoved = room !== body;
    if (!hasMoved && texts.every((text) => isClear(textBox(text), lines))) continue;
    const placed = place(texts, room, lines);
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

function below(body: Box, outer: Box): Box {
  const y = outer.y + outer.h;
  return { ...body, y, h: body.y + body.h - y };
}

function isClear(box: Box, lines: Lines): boolean {
  return lines.every((points) => !meets(points, box, PAD));
}

/** @returns the texts at their new places; fewer where not all find room */
function place(texts: readonly TextItem[], body: Box, lines: Lines): readonly TextItem[] {
  const [name] = texts;
  const tries = [texts, ...(texts.length > 1 && name !== undefined ? [[name]] : [])];
  for (const some of tries) {
    const block = blockOf(some);
    for (const [x, y] of spots(block, body, lines)) {
      const box = { ...block, x, y };
      if (isClear(box, lines))
        return some.map((text) => shifted(text, x + block.w / 2, y - block.y));
    }
  }
  return [];
}

function shifted(text: TextItem, middle: number, dy: number): TextItem {
  return { ...text, anchor: 'middle', x: middle, y: text.y + dy };
}

function blockOf(texts: readonly TextItem[]): Box {
  const boxes = texts.map(textBox);
  const y = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x: 0, y, w: Math.max(...boxes.map(({ w }) => w)), h: bottom - y };
}

/** Places that are tried: left of the line, right of it, above, below. */
function spots(block: Box, body: Box, lines: Lines): readonly Point[] {
  const inside = lines.flatMap((points) =>
    points.filter(([x]) => x > body.x && x < body.x + body.w),
  );
  const left = Math.min(body.x + body.w, ...inside.map(([x]) => x)) - PAD;
  const right = Math.max(body.x, ...inside.map(([x]) => x)) + PAD;
  const middleY = body.y + (body.h - block.h) / 2;
  const heights = [
    ...new Set([block.y, middleY, body.y + 5, body.y + body.h - block.h - 5]),
  ].filter((y) => y >= body.y + 2 && y + block.h <= body.y + body.h - 2);
  const centre = (from: number, to: number): number => (from + to - block.w) / 2;
  const edges = [
    centre(body.x + 5, left),
    centre(right, body.x + body.w - 5),
    centre(body.x, body.x + body.w),
    body.x + Math.min(ICON_ROOM, body.w * 0.1),
  ].filter((x) => x >= body.x + 3 && x + block.w <= body.x + body.w - 3);
  return heights.flatMap((y) => edges.map((x): Point => [x, y]));
}
