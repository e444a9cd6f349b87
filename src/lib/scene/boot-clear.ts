/** Lines over the whole picture stop short of what is written: between two words of a label they would cut it. */
import type { Box, Item, PathItem } from './display-list.ts';
import { textBox } from './text-box.ts';

/** Left free around a label, px. */
const AIR = 3;

/**
 * @param lines upright, from top to bottom
 * @returns their parts that run through no label of `items`
 */
export function clearOf(lines: readonly Item[], items: readonly Item[]): readonly Item[] {
  const labels = items.flatMap((item) => (item.t === 'text' ? [textBox(item)] : []));
  return lines.flatMap((line) => (line.t === 'path' ? partsOf(line, labels) : [line]));
}

function partsOf(line: PathItem, labels: readonly Box[]): readonly Item[] {
  const [[x, top] = [0, 0], [, bottom] = [0, 0]] = line.points;
  const hit = labels
    .filter((box) => x > box.x - AIR && x < box.x + box.w + AIR)
    .map(({ y, h }) => [y - AIR, y + h + AIR] as const)
    .filter(([from, to]) => to > top && from < bottom)
    .sort(([a], [b]) => a - b);
  const parts: (readonly [number, number])[] = [];
  let from = top;
  for (const [start, end] of hit) {
    if (start > from) parts.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < bottom) parts.push([from, bottom]);
  return parts.map(([start, end], index) => ({
    ...line,
    key: index === 0 ? line.key : `${line.key}/part${index}`,
    points: [
      [x, start],
      [x, end],
    ],
  }));
}
