/** Marks that several lenses put on a drawing: numbered stops, tags, borders that are crossed. */
import { textWidth } from '../../layout/text-metrics.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { BoxItem, IconItem, IconShape, Item, Look, TextItem } from '../display-list.ts';

/** Shapes on the icons' grid of 16, brought along by the lenses that use them. */
export const SHAPES = {
  bolt: { fill: 'M9.5 1 3 9.2H7.2L6.2 15 13 6.6H8.6Z' },
  shield: {
    stroke:
      'M8 1.5 13.5 3.4V8C13.5 11.3 11.2 13.5 8 14.6 4.8 13.5 2.5 11.3 2.5 8V3.4ZM5.4 7.9 7.3 9.8 10.7 6',
  },
  cross: { stroke: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5' },
  check: { stroke: 'M2.8 8.6 6.2 12 13.2 4.4' },
  disk: {
    stroke:
      'M3 4C3 2.8 5.2 2 8 2S13 2.8 13 4V12C13 13.2 10.8 14 8 14S3 13.2 3 12ZM3 4C3 5.2 5.2 6 8 6S13 5.2 13 4',
  },
  gear: {
    stroke:
      'M8 5.3A2.7 2.7 0 1 0 8 10.7 2.7 2.7 0 1 0 8 5.3ZM8 1.5V4M8 12V14.5M1.5 8H4M12 8H14.5M3.4 3.4 5.2 5.2M10.8 10.8 12.6 12.6M12.6 3.4 10.8 5.2M5.2 10.8 3.4 12.6',
  },
} as const satisfies Readonly<Record<string, IconShape>>;

interface Mark {
  readonly key: string;
  readonly z: number;
  /** Follows this layer. */
  readonly owner?: LayerPath;
  readonly alpha?: number;
}

/** A number in a disc, centred on a point. `size`: px of the digits. */
export function stopItems(
  mark: Mark,
  at: readonly [x: number, y: number],
  text: string,
  look: Look,
  size: number,
): readonly Item[] {
  const r = size * 0.82;
  const [x, y] = at;
  return [
    {
      ...{ ...mark, t: 'box', look, radius: r },
      box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r },
    },
    {
      ...{ ...mark, t: 'text', key: `${mark.key}#text`, z: mark.z + 1, x, y: y + size * 0.35 },
      ...{ text, size, weight: 750, anchor: 'middle', ink: 'on-look', on: look },
    },
  ];
}

/** Width of a tag of that text, px. */
export function tagWidth(text: string, size: number, hasIcon: boolean): number {
  return textWidth(text, size, 700) + size * 1.4 + (hasIcon ? size * 1.35 : 0);
}

/** A pill with an icon and a word, its middle at `x`, its top at `y`; height 1.75 × `size`. */
export function tagItems(
  mark: Mark,
  at: readonly [x: number, y: number],
  text: string,
  look: Look,
  size: number,
  icon?: IconShape,
): readonly Item[] {
  const w = tagWidth(text, size, icon !== undefined);
  const h = size * 1.75;
  const left = at[0] - w / 2;
  const textX = left + size * 0.7 + (icon ? size * 1.35 : 0);
  const middle = at[1] + h / 2;
  const body: BoxItem = {
    ...mark,
    t: 'box',
    look,
    radius: h / 2,
    box: { x: left, y: at[1], w, h },
  };
  const label: TextItem = {
    ...mark,
    t: 'text',
    key: `${mark.key}#text`,
    z: mark.z + 1,
    x: textX,
    y: middle + size * 0.35,
    text,
    size,
    weight: 700,
    anchor: 'start',
    ink: 'on-look',
    on: look,
  };
  if (icon === undefined) return [body, label];
  const drawn: IconItem = {
    ...mark,
    t: 'icon',
    key: `${mark.key}#icon`,
    z: mark.z + 1,
    icon,
    x: left + size * 0.6,
    y: middle - size * 0.55,
    size: size * 1.1,
    ink: 'on-look',
    on: look,
  };
  return [body, drawn, label];
}
