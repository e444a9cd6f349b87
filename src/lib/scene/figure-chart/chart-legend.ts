/** What the marks mean: only those that are on the chart. */
import { textWidth } from '../../layout/text-metrics.ts';
import type { FigureChartWords } from '../../model/words-figures.ts';
import type { Item } from '../display-list.ts';
import type { ChartData, ChartRow } from './chart-data.ts';
import type { ChartLayout } from './chart-layout.ts';
import { rangeMark, typicalMark, Z } from './chart-marks.ts';
import { valueAxis } from './value-axis.ts';

interface Entry {
  readonly id: keyof FigureChartWords['legend'];
  readonly fits: (row: ChartRow) => boolean;
}

const SWATCH = 40;

const ENTRIES: readonly Entry[] = [
  { id: 'typical', fits: ({ typical, isOwn }) => typical !== undefined && !isOwn },
  { id: 'own', fits: ({ typical, isOwn }) => typical !== undefined && isOwn },
  {
    id: 'range',
    fits: ({ low, typical, high }) =>
      (low !== undefined && (high !== undefined || typical !== undefined)) ||
      (high !== undefined && typical !== undefined),
  },
  {
    id: 'atMost',
    fits: ({ low, typical, high }) =>
      low === undefined && typical === undefined && high !== undefined,
  },
  {
    id: 'atLeast',
    fits: ({ low, typical, high }) =>
      high === undefined && typical === undefined && low !== undefined,
  },
];

/** A mark as it looks in a row, in a room of its own. */
function swatch(id: Entry['id'], x: number, y: number, s: number): readonly Item[] {
  const key = `legend/${id}`;
  const axis = valueAxis('linear', [0, 1], x, x + SWATCH * s);
  const middle = x + (SWATCH * s) / 2;
  if (id === 'typical' || id === 'own') return typicalMark(key, middle, y, s, id === 'own');
  if (id === 'range') return rangeMark(key, { low: 0, high: 1 }, axis, y, s);
  return rangeMark(key, id === 'atMost' ? { high: 1 } : { low: 0 }, axis, y, s);
}

/** @returns the entries in as many lines as they need, and the y under them */
export function legendItems(
  data: ChartData,
  { width, type, legendY, scale: s }: ChartLayout,
  words: FigureChartWords,
): { readonly items: readonly Item[]; readonly bottom: number } {
  const rows = data.groups.flatMap((group) => group.rows);
  const items: Item[] = [];
  let x = 0;
  let y = legendY;
  for (const { id, fits } of ENTRIES) {
    if (!rows.some(fits)) continue;
    const says = words.legend[id];
    const w = SWATCH * s + 8 * s + textWidth(says, type.small, 450);
    if (x > 0 && x + w > width) {
      x = 0;
      y += 22 * s;
    }
    items.push(...swatch(id, x, y - type.small * 0.34, s), {
      ...{ t: 'text', key: `legend/${id}/text`, z: Z.text, x: x + (SWATCH + 8) * s, y, text: says },
      ...{ size: type.small, weight: 450, anchor: 'start', ink: 'secondary' },
    });
    x += w + 26 * s;
  }
  return { items, bottom: y + 10 * s };
}
