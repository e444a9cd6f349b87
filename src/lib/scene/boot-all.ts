/**
 * The view of all sources: one line per timing, each with its own range, study and machine named, as
 * many as fit in the row. No bars and no phases: times of different machines are no race.
 */
import { textWidth } from '../layout/text-metrics.ts';
import type { SourcedTiming } from '../sim/boot-race.ts';
import { quotedIn, sourcesFindingOf } from '../sim/boot-sources.ts';
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
import { figuresOf } from './boot-figures.ts';
import { publishedOf, studyName } from './boot-headline.ts';
import type { Entry } from './boot-legend.ts';

/** One placed timing: what never changes, and where its dot is. */
interface Line {
  readonly key: string;
  readonly fixed: readonly Item[];
  readonly dot: {
    readonly x: number;
    readonly y: number;
    readonly ms: number;
    /** A reader's own number: a square. */
    readonly isOwn: boolean;
  } | null;
}

export interface AllRow {
  readonly lines: readonly Line[];
  /** Timings that found no room. */
  readonly more: number;
}

/** A machine by its name alone: the table and the list of sources say the rest. */
function nameOf(machine: string): string {
  return machine.split(/ \(|[,;]/)[0] ?? machine;
}

/** The words of a line, longest first; each names study and machine, without which it is no number. */
function forms({ study, timing }: SourcedTiming, { words }: BootStage): readonly string[] {
  const { big, small } = figuresOf(timing, words);
  const value = `${big} (${small})`;
  const kind = words.kinds[timing.kind];
  const join = (...parts: readonly string[]): string => parts.join(words.separator);
  const machine = nameOf(timing.machine);
  // A bound says that it is one; its note is the first thing to go.
  const bound = timing.typicalMs === undefined ? [join(big, study.short, timing.machine)] : [];
  return [
    words.sourced(join(value, timing.what, kind), study.short, timing.machine),
    words.sourced(join(value, kind), study.short, timing.machine),
    join(value, study.short, timing.machine),
    ...bound,
    join(value, study.short, machine, kind),
    join(value, study.short, machine),
    join(big, study.short, machine),
  ];
}

function rangeItems(
  stage: BootStage,
  key: string,
  timing: SourcedTiming['timing'],
  y: number,
): Item[] {
  const { axis } = stage;
  const { lowMs, typicalMs, highMs } = timing;
  if (lowMs === undefined && highMs === undefined) return [];
  const x1 = axis.x(lowMs ?? typicalMs ?? 0);
  const x2 = axis.x(highMs ?? typicalMs ?? axis.toMs);
  const items: Item[] = [];
  if (x2 - x1 >= 1) {
    const box = { x: x1, y: y - 5, w: x2 - x1, h: 10 };
    items.push(boxItem(`${key}/band`, box, 'band', Z.band));
    items.push(
      lineItem(
        `${key}/line`,
        [
          [x1, y],
          [x2, y],
        ],
        'secondary',
        1.2,
        Z.band,
      ),
    );
  }
  const cap = (name: string, x: number, arrow: number): Item =>
    arrow === 0
      ? lineItem(
          `${key}/${name}`,
          [
            [x, y - 5],
            [x, y + 5],
          ],
          'secondary',
          1.6,
          Z.pole,
        )
      : lineItem(
          `${key}/${name}`,
          [
            [x + arrow, y - 4],
            [x, y],
            [x + arrow, y + 4],
          ],
          'secondary',
          1.6,
          Z.pole,
        );
  if (lowMs !== undefined || typicalMs === undefined) {
    items.push(cap('low', x1, lowMs === undefined || axis.isOff(lowMs) ? 6 : 0));
  }
  if (highMs !== undefined) items.push(cap('high', x2, 0));
  else if (typicalMs === undefined) items.push(cap('high', x2, -6));
  return items;
}

/** Text right of the marks, else left of them, else above (narrow); null: no room. */
function lineText(
  stage: BootStage,
  placed: PlacedRow,
  sourced: SourcedTiming,
  key: string,
  y: number,
): readonly TextItem[] {
  const { axis, layout } = stage;
  const size = Math.max(layout.minSize, (layout.narrow ? 12 : 12.5) * layout.scale);
  const { lowMs, typicalMs, highMs } = sourced.timing;
  const base = { size, weight: 500, ink: 'secondary', halo: true } as const;
  const words = forms(sourced, stage);
  // Rows may reach into the margin, lines of text keep to the column of the picture.
  const w = layout.width - layout.margin - placed.bounds.x;
  const bounds = { ...placed.bounds, w };
  if (layout.narrow) {
    const line = (text: string, at: number, part: number): TextItem =>
      textItem(`${key}/text/${part}`, text, Math.max(layout.margin, axis.x0 + 6), at, base);
    const { study, timing } = sourced;
    const { big, small } = figuresOf(timing, stage.words);
    const kind = stage.words.kinds[timing.kind];
    const first = [`${big} (${small})`, kind].join(stage.words.separator);
    const two = [timing.machine, nameOf(timing.machine)].map((machine) => {
      const second = [study.short, machine].join(stage.words.separator);
      return [line(first, y - 9 - size * 1.2, 0), line(second, y - 9, 1)];
    });
    return firstFit(stage.room, [...two, ...words.map((text) => [line(text, y - 9, 0)])], bounds);
  }
  const right = axis.x(highMs ?? typicalMs ?? axis.toMs) + 12;
  const left = axis.x(lowMs ?? typicalMs ?? 0) - 12;
  const baseline = y + size * 0.35;
  const fits = (text: string): boolean => left - textWidth(text, size, 500) > axis.x0 + 6;
  const tries = words.flatMap((text) => [
    [textItem(`${key}/text`, text, right, baseline, base)],
    ...(fits(text)
      ? [[textItem(`${key}/text`, text, left, baseline, { ...base, anchor: 'end' as const })]]
      : []),
  ]);
  return firstFit(stage.room, tries, bounds);
}

/** One timing at `y`; null: its words find no room, and without its study and machine it is no mark. */
function placeLine(
  stage: BootStage,
  placed: PlacedRow,
  sourced: SourcedTiming,
  y: number,
): Line | null {
  const { study, timing } = sourced;
  const key = `${placed.key}/timing/${study.id}/${timing.id}`;
  const text = lineText(stage, placed, sourced, key, y);
  if (text.length === 0) return null;
  const ms = timing.typicalMs;
  const isOwn = study.own !== undefined;
  return {
    key,
    fixed: [...rangeItems(stage, key, timing, y), ...text],
    dot: ms === undefined ? null : { x: stage.axis.x(ms), y, ms, isOwn },
  };
}

/** Those that the headline quotes come first: it tells of what is drawn. */
function byWeight({ race }: BootStage, { row }: PlacedRow): readonly SourcedTiming[] {
  const quoted = quotedIn(sourcesFindingOf(publishedOf(race.rows)));
  return [
    ...row.all.filter((one) => quoted.has(one)),
    ...row.all.filter((one) => !quoted.has(one)),
  ];
}

/** Places the timings of one row, as many as there is room for. */
export function placeAll(stage: BootStage, placed: PlacedRow): AllRow {
  const { row, box } = placed;
  const { layout } = stage;
  const pitch = (layout.narrow ? 48 : 22) * layout.scale;
  const top = layout.narrow ? box.miniBottom + 4 : box.top + 4 * layout.scale;
  const space = box.top + box.height - 4 - top;
  const room = Math.max(0, Math.floor(space / pitch));
  const count = Math.min(room, row.all.length);
  const used = count * pitch;
  const from = layout.narrow ? top : top + Math.max(0, (space - used) / 2);
  const lines: Line[] = [];
  for (const sourced of byWeight(stage, placed)) {
    if (lines.length === count) break;
    const y = from + (lines.length + (layout.narrow ? 0.84 : 0.5)) * pitch;
    const line = placeLine(stage, placed, sourced, y);
    if (line !== null) lines.push(line);
  }
  return { lines, more: row.all.length - lines.length };
}

const DOT_PX = 5.5;

/** The mark at a typical value; a square is a reader's own. */
function dotItem(key: string, x: number, y: number, isDone: boolean, isOwn: boolean): Item {
  // Smaller boxes are painted without their round corners.
  const r = DOT_PX;
  return {
    t: 'box',
    key,
    z: Z.flag,
    box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r },
    look: isDone ? 'badge' : 'ghost',
    radius: isOwn ? 0 : r,
    ...(isDone ? {} : { ghost: true }),
  };
}

/** What the legend says of the marks of this view. */
export function allEntries({ words }: BootStage, rows: readonly PlacedRow[]): readonly Entry[] {
  const hasTypical = rows.some(({ row }) =>
    row.all.some(({ study, timing }) => timing.typicalMs !== undefined && study.own === undefined),
  );
  const swatch: Entry['swatch'] = (key, x, y, s) => [
    dotItem(key, x + 6 * s, y + 7 * s, true, false),
  ];
  return hasTypical ? [{ id: 'dot', text: words.typicalDot, swatch }] : [];
}

/** Every study that a row of this view has a timing of, by name; else how many there are. */
export function allFooter({ words }: BootStage, rows: readonly PlacedRow[]): readonly string[] {
  const studies = new Map(
    rows.flatMap(({ row }) => row.all.map(({ study }) => [study.id, studyName(study)])),
  );
  return studies.size === 0
    ? []
    : [words.sources([...studies.values()]), words.sourcesCount(studies.size)];
}

/** @returns the row at `tMs`: a dot is filled once its time has passed; null: all have */
export function allItems(row: AllRow, tMs: number | null): readonly Item[] {
  return row.lines.flatMap(({ key, fixed, dot }) => {
    if (dot === null) return fixed;
    const done = tMs === null || tMs >= dot.ms;
    return [...fixed, dotItem(`${key}/dot`, dot.x, dot.y, done, dot.isOwn)];
  });
}
