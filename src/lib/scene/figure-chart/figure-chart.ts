/** A chart of figures as a display list: pure, as high as it has to be, painted by the stage's painter. */
import type { Box } from '../../layout/box.ts';
import { boxesMeet, labelBox } from '../../layout/boot-room.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import { formatBase, isCount } from '../../model/figure-measures.ts';
import type { FigureMeasure } from '../../model/figures.ts';
import type { FigureChartWords } from '../../model/words-figures.ts';
import type { DisplayList, Ink, Item, TextItem } from '../display-list.ts';
import type { ChartData } from './chart-data.ts';
import {
  isClause,
  layOutChart,
  type ChartLayout,
  type PlacedGroup,
  type PlacedRow,
} from './chart-layout.ts';
import { legendItems } from './chart-legend.ts';
import { line, rangeMark, typicalMark, Z } from './chart-marks.ts';
import { valueAxis, type AxisKind, type ValueAxis } from './value-axis.ts';

export interface FigureChartOptions {
  readonly axis: AxisKind;
  readonly widthPx: number;
  /** 1 on a desk, more on a projector. */
  readonly scale: number;
  /** Figure whose row is marked. */
  readonly selected: string | null;
  readonly words: FigureChartWords;
}

export interface FigureChart {
  readonly list: DisplayList;
  readonly axis: ValueAxis;
  /** Where each figure's row lies, for pointers. */
  readonly rows: readonly { readonly id: string | null; readonly box: Box }[];
}

/** Every value of a chart, in base units. */
export function valuesOf(data: ChartData): readonly number[] {
  return data.groups.flatMap(({ rows }) =>
    rows.flatMap(({ low, typical, high }) =>
      [low, typical, high].filter((value) => value !== undefined),
    ),
  );
}

interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly ink: Ink;
  readonly anchor?: TextItem['anchor'];
}

function text(key: string, says: string, x: number, y: number, style: TextStyle): TextItem {
  return { t: 'text', key, z: Z.text, x, y, text: says, anchor: 'start', ...style };
}

/** Ticks as labels that never touch: all of them, else every second, every third … */
function tickLabels(
  key: string,
  axis: ValueAxis,
  y: number,
  measure: FigureMeasure,
  { type, width }: ChartLayout,
): readonly TextItem[] {
  const style = { size: type.small, weight: 600, ink: 'secondary', anchor: 'middle' } as const;
  const labels = axis.ticks
    .filter(({ isLabelled }) => isLabelled)
    .map(({ value, x }) => {
      const says = formatBase(value, measure);
      const half = textWidth(says, type.small, 600) / 2;
      const at = Math.min(Math.max(x, half), width - half);
      return text(`${key}/${value}`, says, at, y, style);
    });
  for (let step = 1; step < labels.length; step += 1) {
    const some = labels.filter((_, index) => index % step === 0);
    if (some.every((label, index) => !touches(label, some[index - 1]))) return some;
  }
  return labels.slice(0, 1);
}

/** Air between two labels of an axis, px. */
const TICK_AIR = 10;

function touches(label: TextItem, before: TextItem | undefined): boolean {
  if (before === undefined) return false;
  const box = labelBox(before);
  return boxesMeet(labelBox(label), { ...box, w: box.w + TICK_AIR });
}

/** Grid lines behind the marks of one group; in a narrow chart they keep off the names. */
function gridItems(
  placed: PlacedGroup,
  axis: ValueAxis,
  { isNarrow, scale }: ChartLayout,
): readonly Item[] {
  const first = placed.rows[0]?.box;
  const last = placed.rows.at(-1)?.box;
  if (first === undefined || last === undefined) return [];
  const lanes = isNarrow
    ? placed.rows.map(({ markY }) => [markY - 10 * scale, markY + 10 * scale] as const)
    : [[first.y, last.y + last.h] as const];
  return lanes.flatMap(([top, bottom], lane) =>
    axis.ticks.flatMap(({ value, x, isLabelled }): Item[] => {
      const points = [
        [x, top],
        [x, bottom],
      ] as const;
      const key = `grid/${placed.group.key}/${lane}/${value}`;
      if (value === 0) return [line(key, points, 'ground', 1.4, Z.grid)];
      return isLabelled ? [line(key, points, 'line-strong', 1, Z.grid, [1, 4])] : [];
    }),
  );
}

function rowTexts({ row, lines, textY, valueY }: PlacedRow, layout: ChartLayout): readonly Item[] {
  const { type, isNarrow, valueX, rangeX } = layout;
  const lead = type.text * 1.32;
  const name = { size: type.text, weight: 450, ink: 'ink' } as const;
  const value = { size: type.text, weight: 700, ink: 'ink' } as const;
  const range = { size: type.small, weight: 450, ink: 'secondary' } as const;
  const rangeAt = isNarrow ? valueY + lead : valueY;
  // A clause begins where the column of numbers does, and may reach into that of the ranges.
  const alone = !isNarrow && isClause(row);
  return [
    ...lines.map((says, index) =>
      text(`${row.key}/name/${index}`, says, 0, textY + index * lead, name),
    ),
    text(`${row.key}/value`, row.main, alone ? layout.x1 + 16 * layout.scale : valueX, valueY, {
      ...value,
      anchor: alone ? 'start' : 'end',
    }),
    ...(row.range === ''
      ? []
      : [
          text(`${row.key}/range`, row.range, rangeX, rangeAt, {
            ...range,
            anchor: isNarrow ? 'end' : 'start',
          }),
        ]),
  ];
}

function rowItems(
  placed: PlacedRow,
  axis: ValueAxis,
  layout: ChartLayout,
  isMarked: boolean,
): readonly Item[] {
  const { row, markY, box } = placed;
  const s = layout.scale;
  const typical = row.typical;
  return [
    ...(isMarked ? [markedBox(row.key, box)] : []),
    ...rangeMark(row.key, row, axis, markY, s),
    ...(typical === undefined ? [] : typicalMark(row.key, axis.x(typical), markY, s, row.isOwn)),
    ...rowTexts(placed, layout),
  ];
}

/** The row that the reader is looking at. */
function markedBox(key: string, box: Box): Item {
  return { t: 'box', key: `${key}/marked`, z: Z.marked, box, look: 'partition', radius: 4 };
}

function groupItems(placed: PlacedGroup, { width, type }: ChartLayout): readonly Item[] {
  const { group, top, titleY, machine } = placed;
  const key = `group/${group.key}`;
  const over = [
    [0, top],
    [width, top],
  ] as const;
  return [
    line(`${key}/over`, over, 'line-strong', 1, Z.grid),
    text(`${key}/title`, group.title, 0, titleY, { size: type.title, weight: 700, ink: 'ink' }),
    ...machine.map((at, index) =>
      text(`${key}/machine/${index}`, at.text, at.x, at.y, {
        ...{ size: type.small, weight: 450, ink: 'secondary' },
      }),
    ),
  ];
}

/** There is no half of a thing that is counted. */
function withWholeTicks(axis: ValueAxis, measure: FigureMeasure): ValueAxis {
  if (!isCount(measure)) return axis;
  return { ...axis, ticks: axis.ticks.filter(({ value }) => Number.isInteger(value)) };
}

/**
 * @param data values of one measure alone
 * @returns the picture and where its rows lie
 */
export function figureChart(data: ChartData, options: FigureChartOptions): FigureChart {
  const { axis: kind, widthPx, scale, selected, words } = options;
  const layout = layOutChart(data, widthPx, scale);
  const axis = withWholeTicks(valueAxis(kind, valuesOf(data), layout.x0, layout.x1), data.measure);
  const legend = legendItems(data, layout, words);
  const items = [
    ...layout.ticksY.flatMap((y, index) =>
      tickLabels(`ticks/${index}`, axis, y, data.measure, layout),
    ),
    ...layout.groups.flatMap((placed) => [
      ...gridItems(placed, axis, layout),
      ...groupItems(placed, layout),
      ...placed.rows.flatMap((one) =>
        rowItems(one, axis, layout, selected !== null && one.row.id === selected),
      ),
    ]),
    ...legend.items,
  ];
  return {
    list: { width: widthPx, height: Math.ceil(legend.bottom), items },
    axis,
    rows: layout.groups.flatMap(({ rows }) => rows.map(({ row, box }) => ({ id: row.id, box }))),
  };
}
