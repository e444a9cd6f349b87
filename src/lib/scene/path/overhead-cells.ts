/** Dots, ranges and their words in the cells of the Overhead view. */
import type { Box } from '../../layout/box.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import type { OverheadResource } from '../../model/path/overhead-data.ts';
import type { OverheadWords } from '../../model/path/overhead-words.ts';
import {
  NATIVE_PERCENT,
  type OverheadCell,
  type OverheadDot,
  type OverheadRow,
} from '../../sim/path/overhead.ts';
import type { Ink, Item, TextItem } from '../display-list.ts';
import { CELL_TITLE, type OverheadLayout } from './overhead-layout.ts';
import { placeOf, said } from './overhead-said.ts';

const Z = { grid: 10, band: 40_000, line: 40_100, dot: 40_300, text: 40_700 } as const;
const DOT = 5;
/** Lower than this a hatching is not painted. */
const BAND = 10.5;

/** Speed from 0 to `most`, % of native. */
export interface Axis {
  readonly most: number;
}

interface CellRoom {
  readonly box: Box;
  readonly axis: Axis;
  readonly layout: OverheadLayout;
  readonly words: OverheadWords;
  /** Studies whose figures are there. */
  readonly shown: ReadonlySet<string>;
}

function xOf(percent: number, { most }: Axis, { x, w }: Box): number {
  return x + (w * Math.max(0, Math.min(most, percent))) / most;
}

function text(
  key: string,
  value: string,
  at: readonly [x: number, y: number],
  style: { size: number; weight: number; ink: Ink; anchor?: TextItem['anchor']; halo?: true },
): TextItem {
  const { anchor = 'start', ...rest } = style;
  return { t: 'text', key, z: Z.text, x: at[0], y: at[1], text: value, anchor, ...rest };
}

function line(
  key: string,
  from: readonly [number, number],
  to: readonly [number, number],
  style: { ink: Ink; width: number; z?: number; dash?: readonly number[]; arrow?: 'end' },
): Item {
  const { z = Z.line, ...rest } = style;
  return { t: 'path', key, z, points: [from, to], ...rest };
}

/** Names of the resources, and native's own line through all rows. */
export function frameItems(
  resources: readonly OverheadResource[],
  axes: readonly Axis[],
  layout: OverheadLayout,
  words: OverheadWords,
): readonly Item[] {
  const { cells, titles, size } = layout;
  const bottom = Math.max(0, ...cells.flat().map(({ y, h }) => y + h));
  return [
    ...titles.flatMap((box, at): readonly Item[] => {
      const [resource, axis] = [resources[at], axes[at]];
      if (resource === undefined || axis === undefined || cells.length === 0) return [];
      const x = xOf(NATIVE_PERCENT, axis, box);
      const key = `overhead/${resource}`;
      const style = { size: size * 0.96, weight: 600, ink: 'secondary' } as const;
      return [
        text(`${key}/title`, words.resources[resource], [box.x, 18], {
          ...{ size: size * 1.2, weight: 720, ink: 'ink' },
        }),
        text(`${key}/native`, words.native, [x, 36], { ...style, anchor: 'end' }),
        line(`${key}/line`, [x, box.h - 4], [x, bottom], { ink: 'ink', width: 1.6, z: Z.grid }),
      ];
    }),
    ...cells.slice(1).flatMap((row, at): readonly Item[] => {
      const [first, last] = [row[0], row.at(-1)];
      if (layout.isTurned || first === undefined || last === undefined) return [];
      const key = `overhead/row-${at}`;
      const style = { ink: 'line', width: 1, z: Z.grid } as const;
      return [line(key, [layout.margin, first.y], [last.x + last.w, first.y], style)];
    }),
  ];
}

/** @returns what one stack's figures of one resource look like */
export function cellItems(stack: string, cell: OverheadCell, room: CellRoom): readonly Item[] {
  const { layout, words } = room;
  const key = `overhead/${stack}/${cell.resource}`;
  const head = layout.isTurned ? CELL_TITLE : 0;
  const box = { ...room.box, y: room.box.y + head, h: room.box.h - head };
  const title = layout.isTurned
    ? [
        text(`${key}/title`, words.resources[cell.resource], [box.x, room.box.y + 14], {
          ...{ size: layout.size * 1.06, weight: 720, ink: 'ink' },
        }),
      ]
    : [];
  if (cell.dots.length === 0) return [...title, ...openItems(key, box, room)];
  const fit = Math.max(0, Math.floor((box.h - 6) / layout.pitch));
  const isAll = cell.dots.length <= fit;
  const dots = isAll ? cell.dots : cell.dots.slice(0, Math.max(0, fit - 1));
  const used = (dots.length + (isAll ? 0 : 0.6)) * layout.pitch;
  const top = layout.isTurned ? box.y : box.y + Math.max(4, (box.h - used) / 2);
  const native = layout.isTurned ? nativeItems(key, { ...box, y: top, h: used }, room) : [];
  const more = isAll
    ? []
    : [
        text(
          `${key}/more`,
          words.more(cell.dots.length - dots.length),
          [box.x, top + dots.length * layout.pitch + layout.size],
          { size: layout.size * 0.96, weight: 450, ink: 'secondary' },
        ),
      ];
  return [
    ...title,
    ...native,
    ...dots.flatMap((dot, at) => {
      if (!room.shown.has(dot.overhead.study)) return [];
      return dotItems(`${key}/${dot.figure.id}`, dot, top + at * layout.pitch, box, room);
    }),
    ...(fit === 0 ? [] : more),
  ];
}

function nativeItems(key: string, box: Box, { axis }: CellRoom): readonly Item[] {
  const x = xOf(NATIVE_PERCENT, axis, box);
  const style = { ink: 'ink', width: 1.6, z: Z.grid } as const;
  return [line(`${key}/native`, [x, box.y + 12], [x, box.y + box.h - 2], style)];
}

/** Not measured: open, never zero. */
function openItems(key: string, box: Box, { layout, words, axis }: CellRoom): readonly Item[] {
  const y = layout.isTurned ? box.y + 6 : box.y + box.h / 2;
  if (box.h < layout.size) return [];
  const style = { ink: 'ghost', width: 1.4, dash: [4, 4], z: Z.line } as const;
  const right = xOf(NATIVE_PERCENT, axis, box);
  const at = [box.x, y + layout.size * (layout.isTurned ? 0.9 : -0.4)] as const;
  return [
    ...(layout.isTurned ? [] : [line(`${key}/open`, [box.x, y + 6], [right - 8, y + 6], style)]),
    text(`${key}/open-text`, words.notMeasured, at, {
      ...{ size: layout.size, weight: 450, ink: 'secondary' },
    }),
  ];
}

function dotItems(
  key: string,
  dot: OverheadDot,
  top: number,
  box: Box,
  { axis, layout, words }: CellRoom,
): readonly Item[] {
  const { size, pitch } = layout;
  const y = top + pitch - 8;
  const { load, study, value, against } = said(dot, words);
  const valueW = textWidth(value, size, 700);
  const room = box.w - valueW - 8;
  const label = [words.line(load, study, against), words.line(load, '', against), load].find(
    (form) => textWidth(form, size, 450) <= room,
  );
  const baseline = top + size * 0.95;
  return [
    line(`${key}/axis`, [box.x, y], [box.x + box.w, y], { ink: 'line', width: 1, z: Z.grid }),
    ...(label === undefined
      ? []
      : [text(`${key}/label`, label, [box.x, baseline], { size, weight: 450, ink: 'secondary' })]),
    text(`${key}/value`, value, [box.x + box.w, baseline], {
      // Native's line passes behind it.
      ...{ size, weight: 700, ink: 'ink', anchor: 'end', halo: true },
    }),
    ...markItems(key, dot, y, axis, box),
  ];
}

/** Low to high as a hatched band with end caps, the typical value as a dot; a bound as an arrow. */
function markItems(
  key: string,
  dot: OverheadDot,
  y: number,
  axis: Axis,
  box: Box,
): readonly Item[] {
  const { lowPercent: low, highPercent: high } = dot;
  const x = (percent: number): number => xOf(percent, axis, box);
  const items: Item[] = [];
  if (low !== undefined && high !== undefined && high > low) {
    const [x1, x2] = [x(low), x(high)];
    const cap = { ink: 'secondary', width: 1.2 } as const;
    items.push(
      {
        ...{ t: 'box', key: `${key}/band`, z: Z.band, look: 'band', radius: 0 },
        box: { x: x1, y: y - BAND / 2, w: x2 - x1, h: BAND },
      },
      line(`${key}/low`, [x1, y - 5], [x1, y + 5], cap),
      line(`${key}/high`, [x2, y - 5], [x2, y + 5], cap),
    );
  } else if (dot.atPercent === undefined) {
    // One end is known: the other is open.
    const from = x(low ?? high ?? NATIVE_PERCENT);
    const to = low === undefined ? box.x : box.x + box.w;
    const style = { ink: 'secondary', width: 1.6, arrow: 'end' } as const;
    items.push(line(`${key}/bound`, [from, y], [to, y], style));
    items.push(line(`${key}/end`, [from, y - 5], [from, y + 5], { ink: 'secondary', width: 1.6 }));
    return items;
  }
  const at = x(placeOf(dot));
  if (dot.atPercent === undefined) return items;
  const isNative = dot.overhead.against === undefined;
  items.push({
    ...{ t: 'box', key: `${key}/dot`, z: Z.dot, radius: DOT, look: isNative ? 'badge' : 'app' },
    box: { x: at - DOT, y: y - DOT, w: 2 * DOT, h: 2 * DOT },
  });
  return items;
}

/** What the marks mean, as far as they are there. */
export function legendItems(
  rows: readonly OverheadRow[],
  layout: OverheadLayout,
  words: OverheadWords,
): readonly Item[] {
  const dots = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.dots));
  const hasRange = dots.some(({ lowPercent, highPercent }) => lowPercent !== highPercent);
  const entries = [
    ...(dots.some(({ overhead }) => overhead.against === undefined) ? (['native'] as const) : []),
    ...(dots.some(({ overhead }) => overhead.against === 'runc') ? (['runc'] as const) : []),
    ...(hasRange ? (['range'] as const) : []),
  ];
  const { size, legendY, margin } = layout;
  const y = legendY + 16;
  let x = margin;
  return entries.flatMap((entry): readonly Item[] => {
    const start = x;
    const words_ = words.legend[entry];
    x += 24 + textWidth(words_, size, 450) + 22;
    const key = `overhead/legend/${entry}`;
    const mark: Item =
      entry === 'range'
        ? {
            ...{ t: 'box', key: `${key}/mark`, z: Z.band, look: 'band', radius: 0 },
            box: { x: start, y: y - BAND / 2, w: 18, h: BAND },
          }
        : {
            ...{ t: 'box', key: `${key}/mark`, z: Z.dot, radius: DOT },
            look: entry === 'native' ? 'badge' : 'app',
            box: { x: start + 4, y: y - DOT, w: 2 * DOT, h: 2 * DOT },
          };
    return [
      mark,
      text(`${key}/text`, words_, [start + 24, y + size * 0.35], {
        ...{ size, weight: 450, ink: 'secondary' },
      }),
    ];
  });
}
