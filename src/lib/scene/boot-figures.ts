/** Low–high band, flag at typical, and the figures as text. A bare single number never stands alone. */
import { textWidth } from '../layout/text-metrics.ts';
import type { StartTiming } from '../model/figures.ts';
import type { BootWords } from '../model/words-boot.ts';
import { shareOf } from '../sim/boot-end.ts';
import { formatDuration, formatSpan } from '../sim/boot-format.ts';
import type { Item, TextItem } from './display-list.ts';
import {
  boxItem,
  firstFit,
  lineItem,
  textItem,
  Z,
  type BootStage,
  type PlacedRow,
} from './boot-ink.ts';

/** What is said of a timing: a big figure and what belongs under it. */
interface Figures {
  readonly big: string;
  readonly small: string;
}

/** Low and high in words, as far as they are given; a percentile is no bound. */
function spanOf(timing: StartTiming, words: BootWords): string {
  const { lowMs, lowIs, highMs } = timing;
  const share = shareOf(timing);
  if (highMs === undefined) return lowMs === undefined ? '' : words.atLeast(formatDuration(lowMs));
  const high = formatDuration(highMs);
  if (lowMs === undefined) return share === null ? words.atMost(high) : words.within(share, high);
  const range = formatSpan(lowMs, highMs, words.range);
  if (share === null) return range;
  return lowIs === undefined
    ? words.rangeWithin(formatDuration(lowMs), share, high)
    : words.within(share, range);
}

/** @returns the figures of a timing in words; never one number alone */
export function figuresOf(timing: StartTiming, words: BootWords): Figures {
  const { typicalMs } = timing;
  const span = spanOf(timing, words);
  if (typicalMs === undefined) return { big: span, small: words.noTypical };
  return { big: formatDuration(typicalMs), small: span === '' ? words.oneValue : span };
}

/** Sizes of the two lines of figures, px. */
function figureSizes({ layout }: BootStage): { big: number; small: number } {
  const { narrow, scale, minSize } = layout;
  return narrow
    ? { big: Math.max(minSize, 15), small: Math.max(minSize, 12) }
    : { big: 19 * scale, small: Math.max(minSize, 13 * scale) };
}

/** @returns the width of a row's figures at scale 1, px, to keep free at the right end of the axis */
export function figuresWidth(timing: StartTiming, words: BootWords): number {
  const { big, small } = figuresOf(timing, words);
  return Math.max(textWidth(big, 19, 760), textWidth(small, 13, 450));
}

/** @returns the width of a compact row's figures in one line, px */
export function lineWidthOf(timing: StartTiming, words: BootWords): number {
  const { big, small } = figuresOf(timing, words);
  return textWidth(big, COMPACT_PX, 760) + LINE_GAP + textWidth(small, COMPACT_PX, 450) + 3;
}

/** Smallest type of a compact row, and the gap between typical and range on one line, px. */
const COMPACT_PX = 12;
const LINE_GAP = 6;

/** A line along a band that is too small for its hatch. */
function thread(key: string, x1: number, x2: number, y: number, h: number): readonly Item[] {
  const small = h < MIN_HATCHED || x2 - x1 < MIN_HATCHED;
  return small
    ? [
        lineItem(
          `${key}/thread`,
          [
            [x1, y],
            [x2, y],
          ],
          'secondary',
          1.6,
          Z.band,
        ),
      ]
    : [];
}

/** Below this a hatch is not painted, px. */
export const MIN_HATCHED = 10;

/** The hatched band with end caps; an end that the axis does not show is an arrow. */
export function bandItems(
  stage: BootStage,
  placed: PlacedRow,
  timing: StartTiming,
): readonly Item[] {
  const { axis, layout } = stage;
  const { band } = placed.box;
  const key = `${placed.key}/band`;
  const { lowMs, typicalMs, highMs } = timing;
  if (lowMs === undefined && highMs === undefined) return [];
  // An end that is not given stops at the typical value; a lone bound reaches to the end of the axis.
  const from = lowMs ?? typicalMs ?? 0;
  const to = highMs ?? typicalMs ?? axis.toMs;
  const [x1, x2] = [axis.x(from), axis.x(to)];
  const y = band.y;
  const items: Item[] = [...thread(key, x1, x2, y + band.h / 2, band.h)];
  if (x2 - x1 >= 1) items.push(boxItem(key, { x: x1, y, w: x2 - x1, h: band.h }, 'band', Z.band));
  const width = 1.6 * Math.min(layout.scale, 1.3);
  const cap = (name: string, x: number): Item =>
    lineItem(
      `${key}/${name}`,
      [
        [x, y - 1],
        [x, y + band.h + 1],
      ],
      'secondary',
      width,
      Z.pole,
    );
  const arrow = (name: string, x: number, dx: number): Item =>
    lineItem(
      `${key}/${name}`,
      [
        [x + dx, y + band.h / 2 - 4],
        [x, y + band.h / 2],
        [x + dx, y + band.h / 2 + 4],
      ],
      'secondary',
      width,
      Z.pole,
    );
  const off = lowMs === undefined ? typicalMs === undefined : axis.isOff(lowMs);
  if (off) items.push(arrow('off', x1, 7));
  else if (lowMs !== undefined) items.push(cap('low', x1));
  if (highMs !== undefined) items.push(cap('high', x2));
  else if (typicalMs === undefined) items.push(arrow('open', x2, -7));
  return items;
}

/** Pole and flag at the typical value. */
export function flagItems(stage: BootStage, placed: PlacedRow, done: boolean): readonly Item[] {
  const { row, box, key } = placed;
  const ms = row.timing?.typicalMs;
  if (ms === undefined) return [];
  const x = stage.axis.x(ms);
  const size = Math.min(16 * stage.layout.scale, Math.max(8, (box.bar.y - box.poleTop) * 0.6));
  return [
    lineItem(
      `${key}/pole`,
      [
        [x, box.bar.y + box.bar.h],
        [x, box.poleTop],
      ],
      done ? 'ink' : 'ghost',
      2 * Math.min(stage.layout.scale, 1.3),
      Z.pole,
    ),
    {
      t: 'icon',
      key: `${key}/flag`,
      z: Z.flag,
      icon: done ? 'flag' : 'flag-open',
      // The icon's own pole stands at 3/16 of its width.
      x: x - (size * 3) / 16,
      y: box.poleTop - size * 0.08,
      size,
      ink: done ? 'ink' : 'ghost',
    },
  ];
}

/** Rightmost x of what is drawn above the bar. */
function marksEnd(stage: BootStage, timing: StartTiming): number {
  const { axis, layout } = stage;
  const typical =
    timing.typicalMs === undefined ? -Infinity : axis.x(timing.typicalMs) + 20 * layout.scale;
  const high = timing.highMs === undefined ? -Infinity : axis.x(timing.highMs) + 13 * layout.scale;
  const lone = timing.typicalMs === undefined && timing.highMs === undefined;
  const open = lone ? axis.x1 + 10 * layout.scale : -Infinity;
  return Math.max(typical, high, open);
}

/** Leftmost x of what is drawn above the bar. */
function marksStart(stage: BootStage, timing: StartTiming): number {
  const first = timing.lowMs ?? timing.typicalMs ?? 0;
  return stage.axis.x(first) - 10 * stage.layout.scale;
}

const TYPICAL = { weight: 760, ink: 'ink', halo: true } as const;
const RANGE = { weight: 450, ink: 'secondary', halo: true } as const;

/** Typical over range, both starting at `x`. */
function stacked(
  key: string,
  figures: Figures,
  x: number,
  y: number,
  bigPx: number,
  smallPx: number,
) {
  return [
    textItem(`${key}/typical`, figures.big, x, y, { ...TYPICAL, size: bigPx }),
    textItem(`${key}/range`, figures.small, x, y + smallPx * 1.38, { ...RANGE, size: smallPx }),
  ];
}

/** Typical and range on one line that starts (or ends) at `x`. */
function inLine(
  key: string,
  { big, small }: Figures,
  x: number,
  y: number,
  px: { readonly big: number; readonly small: number; readonly gap: number },
  anchor: 'start' | 'end',
) {
  const second = anchor === 'end' ? x : x + textWidth(big, px.big, 760) + px.gap;
  const first = anchor === 'start' ? x : x - textWidth(small, px.small, 450) - px.gap;
  return [
    textItem(`${key}/typical`, big, first, y, { ...TYPICAL, size: px.big, anchor }),
    textItem(`${key}/range`, small, second, y, { ...RANGE, size: px.small, anchor }),
  ];
}

/** Right of the marks in two lines or one, else left of them, else right of the bar. */
function wideFigures(
  stage: BootStage,
  placed: PlacedRow,
  timing: StartTiming,
): readonly TextItem[] {
  const figures = figuresOf(timing, stage.words);
  const sizes = figureSizes(stage);
  const { box, key, bounds } = placed;
  const { minSize: min, scale } = stage.layout;
  const bigSizes = [sizes.big, Math.max(min, sizes.big * 0.8), min];
  const base = box.band.y + box.band.h * 0.6;
  const flat = box.band.y + box.band.h;
  const right = marksEnd(stage, timing);
  const left = marksStart(stage, timing);
  const top = (px: number): number => box.top + px * 0.8;
  const line = (px: number, x: number, y: number, anchor: 'start' | 'end') =>
    inLine(key, figures, x, y, { big: px, small: min, gap: 8 * scale }, anchor);
  const forms = [
    ...bigSizes.map((px) => stacked(key, figures, right, Math.max(base, top(px)), px, sizes.small)),
    ...bigSizes.map((px) => stacked(key, figures, right, top(px), px, min)),
    ...bigSizes.map((px) => line(px, right, Math.max(flat, top(px)), 'start')),
    ...bigSizes.map((px) => line(px, left, Math.max(flat, top(px)), 'end')),
    ...bigSizes.map((px) => line(px, right, box.bar.y + box.bar.h * 0.8, 'start')),
  ];
  return firstFit(stage.room, forms, bounds);
}

/** Narrow: at the right end of the text lines above the bar. */
function narrowFigures(
  stage: BootStage,
  placed: PlacedRow,
  timing: StartTiming,
): readonly TextItem[] {
  const { big, small } = figuresOf(timing, stage.words);
  const { big: bigPx, small: smallPx } = figureSizes(stage);
  const { box, key, bounds } = placed;
  const { scale, margin, width } = stage.layout;
  const right = width - margin;
  const style = { anchor: 'end', halo: true } as const;
  const typical = textItem(`${key}/typical`, big, right, box.top + 2 + bigPx * 0.9, {
    ...style,
    size: bigPx,
    weight: 760,
    ink: 'ink',
  });
  const rangeStyle = { ...style, size: smallPx, weight: 450, ink: 'secondary' } as const;
  const second = box.top + 19 * scale + smallPx * 0.9;
  const beside = textWidth(small, smallPx, 450) + 8;
  const forms = [
    [typical, textItem(`${key}/range`, small, right, second, rangeStyle)],
    [
      { ...typical, x: right - beside, size: smallPx },
      textItem(`${key}/range`, small, right, typical.y, rangeStyle),
    ],
  ];
  // A bound says itself that it is one: beside a title it may stand alone.
  const alone = timing.typicalMs === undefined ? [[{ ...typical, size: smallPx }]] : [];
  const twoLines = box.poleTop - box.top > 32 * scale;
  const room = stage.layout.title.w - titleWidth(stage, placed) - 8;
  const oneLine = [...forms.slice(1), ...alone].filter((form) => lineWidth(form) <= room);
  return firstFit(stage.room, twoLines ? [...forms.slice(0, 1), ...oneLine] : oneLine, bounds);
}

/** Compact: right of the axis, in two lines where the row is high enough for them. */
function compactFigures(
  stage: BootStage,
  { box, key, bounds }: PlacedRow,
  timing: StartTiming,
): readonly TextItem[] {
  const { minSize, x1 } = stage.layout;
  const figures = figuresOf(timing, stage.words);
  const x = x1 + 10;
  const middle = box.top + box.height / 2;
  const two = (big: number) =>
    stacked(key, figures, x, middle - 1 - (minSize - 12) / 2, big, minSize - 2);
  const one = (px: number) =>
    inLine(
      key,
      figures,
      x,
      middle + px * 0.36,
      { big: px, small: minSize, gap: LINE_GAP },
      'start',
    );
  return firstFit(
    stage.room,
    [two(13), two(minSize), one(13), one(minSize)].map((form) =>
      form.map((item) => ({ ...item, size: Math.max(minSize, item.size) })),
    ),
    bounds,
  );
}

/** Width that the title needs at least. */
function titleWidth({ layout }: BootStage, { row }: PlacedRow): number {
  return textWidth(row.stack.shortTitle, layout.minSize, 720);
}

/** From the left end of the first text to the right end of the last; all end at their x. */
function lineWidth(form: readonly TextItem[]): number {
  const lefts = form.map((item) => item.x - textWidth(item.text, item.size, item.weight));
  return Math.max(...form.map((item) => item.x)) - Math.min(...lefts);
}

/** The figures of a row in the view of one study. */
export function figureItems(
  stage: BootStage,
  placed: PlacedRow,
  timing: StartTiming,
): readonly TextItem[] {
  const { narrow, compact } = stage.layout;
  const figures = compact ? compactFigures : narrow ? narrowFigures : wideFigures;
  return figures(stage, placed, timing);
}
