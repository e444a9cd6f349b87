/** Title and miniature of a stack beside its figures: the stack itself, made small. */
import type { Box } from '../../layout/box.ts';
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import type { Item } from '../display-list.ts';
import { layNominal, miniLayerItems, NOMINAL_WIDTH, shrink } from '../drawn/mini.ts';
import type { OverheadLayout } from './overhead-layout.ts';
import type { PathInput } from './path-input.ts';

const BADGE = 20;
const Z_TEXT = 40_700;
/** A miniature lower than this shows nothing, px. */
const LEAST_MINI = 30;

export interface OverheadHead {
  readonly items: readonly Item[];
  readonly placed: readonly PlacedLayer[];
  readonly titleBox?: Box;
}

export function headItems(
  stack: ResolvedStack,
  index: number,
  { firstIndex, shell }: PathInput,
  layout: OverheadLayout,
): OverheadHead {
  const box = layout.heads[index];
  if (box === undefined) return { items: [], placed: [] };
  const key = `overhead/${stack.key}`;
  const isPhone = shell === 'mobile';
  const size = layout.size > 20 ? layout.size : isPhone ? 14 : 15;
  const top = box.y + (layout.isTurned ? 6 : 12);
  const textX = box.x + BADGE + 8;
  const lines = wrapText(stack.shortTitle, size, 720, box.w - BADGE - 8, 2) ?? [stack.shortTitle];
  const items: Item[] = [
    {
      ...{ t: 'box', key: `${key}/badge`, z: Z_TEXT, look: 'badge', radius: 4 },
      box: { x: box.x, y: top, w: BADGE, h: BADGE },
    },
    {
      ...{ t: 'text', key: `${key}/letter`, z: Z_TEXT + 1, weight: 750, anchor: 'middle' },
      ...{ x: box.x + BADGE / 2, y: top + 15, text: String.fromCharCode(65 + firstIndex + index) },
      ...{ size: 13, ink: 'on-badge' },
    },
    ...lines.map((text, line): Item => ({
      ...{ t: 'text', key: `${key}/title/${line}`, z: Z_TEXT, weight: 720, anchor: 'start' },
      ...{ x: textX, y: top + 15 + line * size * 1.2, text, size, ink: 'ink' },
    })),
  ];
  const titleW = Math.max(...lines.map((text) => textWidth(text, size, 720)));
  const titleBox = { x: box.x, y: top - 3, w: BADGE + 10 + titleW, h: BADGE + 8 };
  const titleBottom = top + 10 + lines.length * size * 1.2;
  const mini = layout.isTurned
    ? { x: box.x, y: titleBottom, w: Math.min(150, box.w), h: box.y + box.h - titleBottom - 8 }
    : { x: box.x, y: titleBottom, w: Math.min(150, box.w), h: box.y + box.h - titleBottom - 14 };
  const placed = mini.h < LEAST_MINI ? [] : miniature(stack, mini);
  return {
    placed,
    items: [...items, ...placed.flatMap((one) => miniLayerItems(one, false))],
    titleBox,
  };
}

/** The nominal stack at the foot of the room, as wide as it, no higher. */
function miniature(stack: ResolvedStack, room: Box): readonly PlacedLayer[] {
  const nominal = layNominal(stack);
  const tallest = Math.max(...nominal.map(({ box }) => box.y + box.h), 1);
  const sx = room.w / NOMINAL_WIDTH;
  const sy = Math.min(sx * 0.9, room.h / tallest);
  const at = { x: room.x, y: room.y, w: room.w, h: tallest * sy };
  return nominal.map((one) => shrink(one, at, sx, sy, tallest));
}
