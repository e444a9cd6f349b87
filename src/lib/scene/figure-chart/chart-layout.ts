/**
 * Where the parts of a chart lie. Wide: names left, marks in the middle, values right. Narrow: name and
 * value above, marks below. The chart is as high as its rows need.
 */
import type { Box } from '../../layout/box.ts';
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { ChartData, ChartGroup, ChartRow } from './chart-data.ts';

export interface PlacedRow {
  readonly row: ChartRow;
  readonly lines: readonly string[];
  /** Everything of the row. */
  readonly box: Box;
  /** Baseline of the first line of its name, and of its value. */
  readonly textY: number;
  /** Middle of the marks. */
  readonly markY: number;
}

export interface PlacedGroup {
  readonly group: ChartGroup;
  readonly top: number;
  readonly titleY: number;
  /** Lines that name the machine, with their places. */
  readonly machine: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly rows: readonly PlacedRow[];
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  /** Font sizes, px. */
  readonly type: { readonly title: number; readonly text: number; readonly small: number };
  readonly scale: number;
  /** Ends of the axis. */
  readonly x0: number;
  readonly x1: number;
  /** Right edge of the values, and left edge of the ranges beside them (narrow: none beside). */
  readonly valueX: number;
  readonly rangeX: number;
  readonly groups: readonly PlacedGroup[];
  /** Baseline of the labels above the first row and under the last. */
  readonly topTicksY: number;
  readonly bottomTicksY: number;
  readonly legendY: number;
}

const WEIGHT = { title: 700, text: 450, value: 700 };
/** Marks have at least this much room beside names and values, px at scale 1. */
const LEAST_AXIS = 260;
const MANY_LINES = 20;
/** Tall enough for a dot and a hatched band with its caps, px at scale 1. */
const LANE = 20;

interface Columns {
  readonly isNarrow: boolean;
  readonly nameW: number;
  readonly mainW: number;
  readonly rangeW: number;
}

function widest(texts: readonly string[], size: number, weight: number): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size, weight)));
}

function columnsOf(rows: readonly ChartRow[], width: number, type: ChartLayout['type'], s: number) {
  // A bound stands where a value and its range would: it may be as wide as both.
  const pairs = rows.filter(({ range }) => range !== '');
  const mainW = widest(
    pairs.map(({ main }) => main),
    type.text,
    WEIGHT.value,
  );
  const rangeW = widest(
    pairs.map(({ range }) => range),
    type.small,
    WEIGHT.text,
  );
  const lone = widest(
    rows.filter(({ range }) => range === '').map(({ main }) => main),
    type.text,
    WEIGHT.value,
  );
  const beside = pairs.length === 0 ? 0 : 10 * s + rangeW;
  const both = mainW + beside;
  const nameW = Math.min(440 * s, Math.max(230 * s, width * 0.36));
  const valueW = Math.max(both, lone);
  const isNarrow = width - nameW - valueW - 44 * s < LEAST_AXIS * s;
  return isNarrow
    ? { isNarrow, nameW: 0, mainW: Math.max(mainW, rangeW, lone), rangeW: 0 }
    : { isNarrow, nameW, mainW: Math.max(mainW, valueW - beside), rangeW };
}

/** Lines of a name; a word that is wider than its room stands alone all the same. */
function linesOf(text: string, size: number, weight: number, room: number): readonly string[] {
  return wrapText(text, size, weight, room, MANY_LINES) ?? [text];
}

/** Places what names a group; returns the y under it. */
function placeHead(
  group: ChartGroup,
  top: number,
  width: number,
  type: ChartLayout['type'],
  s: number,
) {
  const titleY = top + 8 * s + type.title;
  const titleW = textWidth(group.title, type.title, WEIGHT.title);
  const gap = 10 * s;
  if (group.machine === '') return { titleY, machine: [], bottom: titleY + 8 * s };
  const room = width - titleW - gap;
  if (textWidth(group.machine, type.small, WEIGHT.text) <= room) {
    const machine = [{ text: group.machine, x: titleW + gap, y: titleY }];
    return { titleY, machine, bottom: titleY + 8 * s };
  }
  const lines = linesOf(group.machine, type.small, WEIGHT.text, width);
  const machine = lines.map((text, index) => ({
    ...{ text, x: 0 },
    y: titleY + (index + 1) * type.small * 1.35,
  }));
  return { titleY, machine, bottom: titleY + lines.length * type.small * 1.35 + 8 * s };
}

function placeRow(
  row: ChartRow,
  top: number,
  width: number,
  columns: Columns,
  type: ChartLayout['type'],
  s: number,
): PlacedRow {
  const lead = type.text * 1.32;
  const { isNarrow, nameW, mainW } = columns;
  const room = isNarrow ? width - mainW - 14 * s : nameW - 4 * s;
  const lines = linesOf(row.label, type.text, WEIGHT.text, room);
  const stacked = isNarrow && row.range !== '' ? 2 : 1;
  const textH = Math.max(lines.length, stacked) * lead;
  const textY = top + 4 * s + type.text;
  if (isNarrow) {
    const markY = top + 8 * s + textH + (LANE * s) / 2;
    const h = 8 * s + textH + LANE * s + 4 * s;
    return { row, lines, box: { x: 0, y: top, w: width, h }, textY, markY };
  }
  const h = Math.max(LANE * s + 4 * s, textH + 8 * s);
  // A short name stands level with its marks.
  const lift = (h - textH - 8 * s) / 2;
  const box = { x: 0, y: top, w: width, h };
  return { row, lines, box, textY: textY + lift, markY: top + h / 2 };
}

/**
 * @param widthPx of the chart; its height follows
 * @param scale 1 on a desk, more on a projector
 */
export function layOutChart(data: ChartData, widthPx: number, scale: number): ChartLayout {
  const s = scale;
  const type = { title: 14.5 * s, text: 13.5 * s, small: 12.5 * s };
  const columns = columnsOf(
    data.groups.flatMap(({ rows }) => rows),
    widthPx,
    type,
    s,
  );
  const { isNarrow, nameW, mainW, rangeW } = columns;
  const valuesW = isNarrow ? 0 : mainW + (rangeW > 0 ? rangeW + 10 * s : 0);
  const topTicksY = type.small + 2 * s;
  let y = topTicksY + 6 * s;
  const groups = data.groups.map((group): PlacedGroup => {
    const top = y;
    const head = placeHead(group, top, widthPx, type, s);
    y = head.bottom;
    const rows = group.rows.map((row) => {
      const placed = placeRow(row, y, widthPx, columns, type, s);
      y += placed.box.h;
      return placed;
    });
    y += 6 * s;
    return { group, top, titleY: head.titleY, machine: head.machine, rows };
  });
  const bottomTicksY = y + type.small + 2 * s;
  const legendY = bottomTicksY + 26 * s;
  const x1 = isNarrow ? widthPx - 10 * s : widthPx - valuesW - 20 * s;
  return {
    ...{ width: widthPx, height: legendY + 8 * s, isNarrow, type, scale, groups },
    ...{ x0: isNarrow ? 10 * s : nameW + 14 * s, x1, topTicksY, bottomTicksY, legendY },
    valueX: isNarrow ? widthPx : x1 + 16 * s + mainW,
    rangeX: isNarrow ? widthPx : x1 + 16 * s + mainW + 10 * s,
  };
}
