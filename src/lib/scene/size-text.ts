/** Text that is there only where it fits: never shrunk, never cut. */
import { textWidth, wrapText } from '../layout/text-metrics.ts';
import type { Box } from '../layout/box.ts';
import type { Ink, Item, Look, TextItem } from './display-list.ts';
import { textBox } from './text-box.ts';

export const Z = {
  ground: 0,
  host: 10,
  common: 20,
  cell: 30,
  part: 40,
  area: 50,
  outline: 60,
  text: 70,
} as const;

export interface Line {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly ink?: Ink;
  readonly anchor?: TextItem['anchor'];
  readonly on?: Look;
  readonly owner?: string;
}

export function text(line: Line): TextItem {
  return {
    t: 'text',
    key: line.key,
    z: Z.text,
    x: line.x,
    y: line.y,
    text: line.text,
    size: line.size,
    weight: line.weight ?? 450,
    anchor: line.anchor ?? 'start',
    ink: line.ink ?? 'ink',
    ...(line.on === undefined ? {} : { on: line.on }),
    ...(line.owner === undefined ? {} : { owner: line.owner }),
  };
}

export function widthOf({ text: words, size, weight = 450 }: Line): number {
  return textWidth(words, size, weight);
}

/** @returns the first of several lines that fits into `maxPx`; else nothing */
export function fitting(maxPx: number, ...lines: readonly Line[]): readonly TextItem[] {
  const line = lines.find((one) => one.text !== '' && widthOf(one) <= maxPx);
  return line === undefined ? [] : [text(line)];
}

/** @returns the text in at most `most` lines, or nothing */
export function wrapped(line: Line, maxPx: number, most: number): readonly TextItem[] {
  const lines = wrapText(line.text, line.size, line.weight ?? 450, maxPx, most) ?? [];
  return lines.map((words, at) =>
    text({ ...line, key: `${line.key}/${at}`, text: words, y: line.y + at * line.size * 1.28 }),
  );
}

/** Lines of one text share this. */
function groupOf({ key }: TextItem): string {
  return key.replace(/\/\d+$|(?<=#label)\d+$/, '');
}

/**
 * @returns the items without the texts that would leave the stage or lie on another; the earlier text
 * stays, and a text of several lines goes as a whole
 */
export function clearTexts(
  items: readonly Item[],
  stage: { readonly widthPx: number; readonly heightPx: number },
): readonly Item[] {
  const groups = new Map<string, TextItem[]>();
  for (const item of items) {
    if (item.t !== 'text') continue;
    const group = groupOf(item);
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  const taken: Box[] = [];
  const dropped = new Set<string>();
  for (const [group, lines] of groups) {
    const boxes = lines.map(textBox);
    const isClear = boxes.every(
      (box) =>
        box.x >= 0 &&
        box.y >= 0 &&
        box.x + box.w <= stage.widthPx &&
        box.y + box.h <= stage.heightPx &&
        !taken.some((other) => touch(box, other)),
    );
    if (isClear) taken.push(...boxes);
    else dropped.add(group);
  }
  if (dropped.size === 0) return items;
  return items.filter((item) => item.t !== 'text' || !dropped.has(groupOf(item)));
}

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
