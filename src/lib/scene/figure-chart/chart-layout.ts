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
  /** Baseline of the first line of its name. */
  readonly textY: number;
  /** Baseline of its value: wide, level with its marks. */
  readonly valueY: number;
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
  /** Baselines of the labels of the axis: above, under, and in a long chart again in between. */
  readonly ticksY: readonly number[];
  readonly legendY: number;
}

const WEIGHT = { title: 700, text: 450, value: 700 };
/** Marks have at least this much room beside names and values, px at scale 1. */
const LEAST_AXIS = 260;
const MANY_LINES = 20;
/** Holds two words together while lines are broken; no name contains it. */
const JOINED = '°';
/** Tall enough for a dot and a hatched band with its caps, px at scale 1. */
const LANE = 20;
/** A reader sees labels of the axis at least this often, px at scale 1. */
const TICKS_EVERY = 560;
/** A chart that is seen at a glance has its axis once, px at scale 1. */
const GLANCE = 150;

interface Columns {
  readonly isNarrow: boolean;
  readonly nameW: number;
  /** Of the numbers; narrow: of everything that is said of a value. */
  readonly mainW: number;
  readonly valuesW: number;
}

function widest(texts: readonly string[], size: number, weight: number): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size, weight)));
}

/** True where one clause stands for value and range: a bound, or both ends of which neither is typical. */
export function isClause({ typical }: ChartRow): boolean {
  return typical === undefined;
}

function columnsOf(
  rows: readonly ChartRow[],
  width: number,
  type: ChartLayout['type'],
  s: number,
): Columns {
  const mains = (some: readonly ChartRow[]) =>
    widest(
      some.map(({ main }) => main),
      type.text,
      WEIGHT.value,
    );
  const numberW = mains(rows.filter((row) => !isClause(row)));
  const clauseW = mains(rows.filter(isClause));
  const rangeW = widest(
    rows.map(({ range }) => range),
    type.small,
    WEIGHT.text,
  );
  const besideW = rangeW > 0 ? rangeW + 10 * s : 0;
  const nameW = Math.min(440 * s, Math.max(230 * s, width * 0.36));
  const valuesW = Math.max(numberW + besideW, clauseW);
  const isNarrow = width - nameW - valuesW - 44 * s < LEAST_AXIS * s;
  if (isNarrow) {
    const mainW = Math.max(numberW, rangeW, clauseW);
    return { isNarrow, nameW: 0, mainW, valuesW: 0 };
  }
  return { isNarrow, nameW, mainW: numberW, valuesW };
}

/** Lines of a name; a word that is wider than its room stands alone all the same. */
function linesOf(text: string, size: number, weight: number, room: number): readonly string[] {
  // A number keeps its sign: a percent sign does not begin a line.
  const joined = text.replaceAll(' %', `${JOINED}%`);
  const lines = wrapText(joined, size, weight, room, MANY_LINES) ?? [joined];
  return lines.map((one) => one.replaceAll(JOINED, ' '));
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
    return { row, lines, box: { x: 0, y: top, w: width, h }, textY, valueY: textY, markY };
  }
  const h = Math.max(LANE * s + 4 * s, textH + 8 * s);
  // A short name stands level with its marks.
  const lift = (h - textH - 8 * s) / 2;
  const box = { x: 0, y: top, w: width, h };
  const markY = top + h / 2;
  return { row, lines, box, textY: textY + lift, valueY: markY + type.text * 0.35, markY };
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
  const { isNarrow, nameW, mainW, valuesW } = columns;
  const ticksY = [type.small + 2 * s];
  let y = type.small + 8 * s;
  const groups = data.groups.map((group): PlacedGroup => {
    if (y - (ticksY.at(-1) ?? 0) > TICKS_EVERY * s) {
      ticksY.push(y + type.small);
      y += type.small + 8 * s;
    }
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
  const isShort = y < GLANCE * s;
  if (!isShort) ticksY.push(y + type.small + 2 * s);
  const legendY = y + (isShort ? 0 : type.small + 8 * s) + 20 * s;
  const x1 = isNarrow ? widthPx - 10 * s : widthPx - valuesW - 20 * s;
  return {
    ...{ width: widthPx, height: legendY + 8 * s, isNarrow, type, scale, groups },
    ...{ x0: isNarrow ? 10 * s : nameW + 14 * s, x1, ticksY, legendY },
    valueX: isNarrow ? widthPx : x1 + 16 * s + mainW,
    rangeX: isNarrow ? widthPx : x1 + 16 * s + mainW + 10 * s,
  };
}
