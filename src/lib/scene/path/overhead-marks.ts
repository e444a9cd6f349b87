/**
 * The marks of one cell: a lane per figure under the name of its study, as long as there is room; then a
 * lane per study; then one lane. Marks are never left out, words are.
 */
import { textWidth } from '../../layout/text-metrics.ts';
import { NATIVE, type RatioEnds } from '../../sim/path/overhead-ratio.ts';
import { marksIn, type OverheadMark, type OverheadStudy } from '../../sim/path/overhead.ts';
import { boxItem, firstFit, lineItem, textItem, Z } from '../boot-ink.ts';
import type { Item, TextItem } from '../display-list.ts';
import { endsText } from './overhead-axis.ts';
import { axisX, studyName, type OverheadStage, type PlacedCell } from './overhead-stage.ts';
import { tellingMarks, toldKey } from './overhead-told.ts';

/** What appears together with a study; null: it is always there. */
export interface StudyItems {
  readonly study: string | null;
  readonly items: readonly Item[];
}

/** Room a lane takes, px beyond the type: as much as there is. */
const LANE_AIRS = [8, 5, 2];
const CROWDED = 13;

/** A lane where it lies. */
interface PlacedLane extends Lane {
  /** Its top, px. */
  readonly y: number;
  readonly nameH: number;
  /** Middle of its marks, px. */
  readonly middle: number;
}

interface Lane {
  readonly study: OverheadStudy;
  readonly marks: readonly OverheadMark[];
  /** The study is named above this lane. */
  readonly isNamed: boolean;
  readonly h: number;
}

/** Lanes in order of wish: the first that are not too high together are taken. */
function lanesOf(studies: readonly OverheadStudy[], minSize: number, h: number): readonly Lane[] {
  const name = minSize + 3;
  const each = (lane: number): readonly Lane[] =>
    studies.flatMap((study) =>
      study.marks.map((mark, at): Lane => {
        const isNamed = at === 0;
        return { study, marks: [mark], isNamed, h: lane + (isNamed ? name : 0) };
      }),
    );
  const perStudy = (isNamed: boolean, laneH: number): readonly Lane[] =>
    studies.map((study) => ({
      ...{ study, isNamed, marks: study.marks },
      h: laneH + (isNamed ? name : 0),
    }));
  const tries = [
    ...LANE_AIRS.map((air) => each(minSize + air)),
    ...[minSize + 5, CROWDED].map((laneH) => perStudy(true, laneH)),
    ...[minSize + 5, CROWDED].map((laneH) => perStudy(false, laneH)),
  ];
  const height = (lanes: readonly Lane[]): number => lanes.reduce((sum, one) => sum + one.h, 0);
  const fitting = tries.find((lanes) => height(lanes) <= h);
  if (fitting !== undefined) return fitting;
  const squeezed = Math.max(1, h / Math.max(1, studies.length));
  return perStudy(false, squeezed);
}

function placedLanes({ grid }: OverheadStage, { box, cell }: PlacedCell): readonly PlacedLane[] {
  const lanes = lanesOf(cell.studies, grid.minSize, box.h - 4);
  const used = lanes.reduce((sum, { h }) => sum + h, 0);
  let y = box.y + Math.max(1, (box.h - used) / 2);
  return lanes.map((lane) => {
    const nameH = lane.isNamed ? grid.minSize + 3 : 0;
    const placed = { ...lane, y, nameH, middle: y + nameH + (lane.h - nameH) / 2 };
    y += lane.h;
    return placed;
  });
}

/** "random reads" of "random reads in a KVM guest, change against native" */
function loadForms({ figure }: OverheadMark): readonly string[] {
  const stem = figure.quantity.split(',')[0] ?? figure.quantity;
  const short = stem.split(/ (?:in|under|on|out of|through|of|whose|answered|as an) /)[0] ?? stem;
  return [stem, short, short.replace(/ \(.*\)$/, '')];
}

/** Where a text of that width may begin, px: beside its mark, and rather not across the line of native. */
function startsOf(
  w: number,
  [from, to]: readonly [number, number],
  native: number,
  gap: number,
): { readonly free: readonly number[]; readonly crossing: readonly number[] } {
  const crosses = (x: number): boolean => x < native + 3 && x + w > native - 3;
  const [after, before] = [to + gap, from - gap - w];
  const beyond = to < native + gap ? [native + gap] : [];
  return {
    free: [after, ...beyond, before].filter((x) => !crosses(x)),
    crossing: [after, before].filter(crosses),
  };
}

/** Where the dot, the range and the bound of a mark lie, px. */
function spanOf(
  placed: PlacedCell,
  grid: OverheadStage['grid'],
  { ends }: OverheadMark,
): readonly [number, number] {
  const { axis, box } = placed;
  const at = [ends.low, ends.typical, ends.high].flatMap((ratio) =>
    ratio === undefined ? [] : [axisX(box, axis.at(ratio), grid.s)],
  );
  const bound = boundOf(placed, grid, ends);
  if (bound !== null) at.push(bound.tip);
  return [Math.min(...at), Math.max(...at)];
}

/** @param others where other marks lie that would seem to be meant, px */
function markText(
  placed: PlacedCell,
  stage: OverheadStage,
  mark: OverheadMark,
  y: number,
  others: readonly (readonly [number, number])[],
): readonly TextItem[] {
  const { grid, words, room } = stage;
  const { box, cell } = placed;
  const { s, minSize } = grid;
  const key = `${placed.key}/${mark.figure.id}`;
  const full = endsText(mark.ends, cell.column.scale, words);
  const short = endsText(mark.ends, cell.column.scale, { ...words, ...words.brief });
  const span = spanOf(placed, grid, mark);
  const native = axisX(box, 0, s);
  // A text may reach into the gap between two columns.
  const bounds = { ...box, x: box.x - 6 * s, w: box.w + 12 * s };
  const big = Math.max(minSize, 12.5 * s);
  const isNext = (x: number, w: number): boolean => {
    const [from, to] = [Math.min(x - 4, span[1]), Math.max(x + w + 4, span[0])];
    return !others.some(([left, right]) => right > from && left < to);
  };
  const forms = (where: 'free' | 'crossing'): readonly (readonly TextItem[])[] =>
    [
      ...loadForms(mark).map((load) => [full, load, big] as const),
      [full, null, big] as const,
      [full, null, minSize] as const,
      [short, null, minSize] as const,
    ].flatMap(([value, load, size]) => {
      const valueW = textWidth(value, size, 700);
      const air = 6 * s;
      const loadW = load === null ? 0 : air + textWidth(load, size, 500);
      const base = y + size * 0.35;
      const style = { size, weight: 500, ink: 'secondary', halo: true } as const;
      const starts = startsOf(valueW + loadW, span, native, 9 * s)[where];
      return starts
        .filter((x) => isNext(x, valueW + loadW))
        .map((x) => [
          textItem(`${key}/value`, value, x, base, { ...style, weight: 700, ink: 'ink' }),
          ...(load === null ? [] : [textItem(`${key}/load`, load, x + valueW + air, base, style)]),
        ]);
    });
  return firstFit(room, [...forms('free'), ...forms('crossing')], bounds);
}

/** Texts beside marks, by the key of the mark. */
export type Values = ReadonlyMap<string, readonly TextItem[]>;

/** @returns the values of what the headline may be about: they have the first choice of the room */
export function tellingValues(stage: OverheadStage, cells: readonly PlacedCell[]): Values {
  const { grid } = stage;
  const values = new Map<string, readonly TextItem[]>();
  for (const told of tellingMarks(stage.overhead)) {
    const placed = cells.find(
      ({ stackKey, cell }) => stackKey === told.row.stack.key && cell.column === told.cell.column,
    );
    if (placed === undefined) continue;
    const lanes = placedLanes(stage, placed);
    const own = lanes.find(({ marks }) => marks.includes(told.mark));
    if (own === undefined) continue;
    const near = lanes.filter(({ middle }) => Math.abs(middle - own.middle) < grid.minSize * 0.8);
    const others = near.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark === told.mark ? [] : [spanOf(placed, grid, mark)])),
    );
    values.set(
      toldKey(told.row.stack.key, told.mark),
      markText(placed, stage, told.mark, own.middle, others),
    );
  }
  return values;
}

/** An open dot. Small boxes have no round corners, so it is a line. */
export function ring(key: string, x: number, y: number, r: number): Item {
  const turns = Array.from({ length: 25 }, (_, at) => (at / 24) * 2 * Math.PI);
  const points = turns.map((turn) => [x + r * Math.cos(turn), y + r * Math.sin(turn)] as const);
  return lineItem(key, points, 'ink', 2, Z.flag + 1);
}

/** Where a bound stands and where its arrow ends, px; null: more than a bound is known. */
function boundOf({ axis, box }: PlacedCell, { s }: OverheadStage['grid'], ends: RatioEnds) {
  const { low, typical, high } = ends;
  const value = low ?? high;
  if (typical !== undefined || value === undefined || (low !== undefined && high !== undefined))
    return null;
  // It lies where ratios grow, or shrink: the scale says on which side that is.
  const grows = axis.scale === 'speed' ? 1 : -1;
  const x = axisX(box, axis.at(value), s);
  return { x, tip: x + (low === undefined ? -grows : grows) * 16 * s };
}

/** The mark of a figure: a dot, its range as a hatched band, a bound as an arrow. */
function dotItems(
  placed: PlacedCell,
  grid: OverheadStage['grid'],
  key: string,
  { ends, isOpen }: OverheadMark,
  y: number,
  roomY: number,
): readonly Item[] {
  const { axis, box } = placed;
  const { s } = grid;
  const x = (ratio: number): number => axisX(box, axis.at(ratio), s);
  const r = Math.min(5 * s, roomY / 2 - 0.5);
  const { low, typical, high } = ends;
  const items: Item[] = [];
  const cap = (name: string, at: number): Item =>
    lineItem(
      `${key}/${name}`,
      [[at, y - r - 1] as const, [at, y + r + 1]],
      'secondary',
      1.6,
      Z.pole,
    );
  const [from, to] = [low ?? typical, high ?? typical];
  if (from !== undefined && to !== undefined && from !== to) {
    const [x1, x2] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
    const h = 2 * r;
    items.push(
      x2 - x1 < 10
        ? lineItem(`${key}/band`, [[x1, y] as const, [x2, y]], 'secondary', 1.6, Z.band)
        : boxItem(`${key}/band`, { x: x1, y: y - h / 2, w: x2 - x1, h }, 'band', Z.band),
    );
    // Where the line of native runs, a band has to stand out from it.
    const under = { x: x1 - 3, y: y - r - 2, w: x2 - x1 + 6, h: 2 * r + 4 };
    items.unshift(boxItem(`${key}/under`, under, 'paper', Z.grid + 1));
    items.push(cap('low', x(from)), cap('high', x(to)));
  }
  const bound = boundOf(placed, grid, ends);
  if (bound !== null) {
    const points = [[bound.x, y] as const, [bound.tip, y]] as const;
    items.push(cap('bound', bound.x), {
      ...lineItem(`${key}/arrow`, points, 'secondary', 1.6, Z.pole),
      arrow: 'end',
    });
  }
  if (typical === undefined) return items;
  const disc = (name: string, look: 'paper' | 'badge', radius: number, z: number): Item => ({
    ...{ t: 'box', key: `${key}/${name}`, z, look, radius },
    box: { x: x(typical) - radius, y: y - radius, w: 2 * radius, h: 2 * radius },
  });
  const halo = disc('halo', 'paper', r + 1.5, Z.flag);
  const dot = isOpen
    ? ring(`${key}/dot`, x(typical), y, r - 1)
    : disc('dot', 'badge', r, Z.flag + 1);
  return [...items, halo, dot];
}

/** The name of a study on either side of the line of native; across it only where a wide stage would lose it. */
function studyLabel(
  { box }: PlacedCell,
  { grid, words, room }: OverheadStage,
  key: string,
  study: OverheadStudy,
  y: number,
): readonly TextItem[] {
  const style = { size: grid.minSize, weight: 600, ink: 'secondary', halo: true } as const;
  const { year, source } = study;
  const native = axisX(box, 0, grid.s);
  const texts = [studyName(study, words), source?.short, year === null ? undefined : String(year)];
  const formOf = (text: string | undefined, isCrossing: boolean) => {
    if (text === undefined) return [];
    const isLeft = box.x + 3 + textWidth(text, grid.minSize, 600) <= native - 4;
    const at = isCrossing || isLeft ? [box.x + 3, native + 9 * grid.s] : [native + 9 * grid.s];
    return at.map((x) => [textItem(`${key}/study`, text, x, y, style)]);
  };
  const [full, short, brief] = texts;
  const forms = [
    ...formOf(full, false),
    ...formOf(short, false),
    ...(grid.isNarrow ? [] : [...formOf(full, true), ...formOf(short, true)]),
    ...formOf(brief, false),
  ];
  return firstFit(room, forms, box);
}

/**
 * The marks of a cell that has some, study by study.
 * @param values those that have their place already
 */
export function markItems(
  stage: OverheadStage,
  placed: PlacedCell,
  values: Values,
): readonly StudyItems[] {
  const { grid } = stage;
  const { key } = placed;
  return placedLanes(stage, placed).map(({ study, marks, isNamed, h, y, nameH, middle }) => {
    const studyKey = `${key}/${marks[0]?.figure.id ?? ''}`;
    const label = isNamed ? studyLabel(placed, stage, studyKey, study, y + grid.minSize) : [];
    const items = marks.flatMap((mark) => {
      const drawn = dotItems(placed, grid, `${key}/${mark.figure.id}`, mark, middle, h - nameH);
      const value = values.get(toldKey(placed.stackKey, mark));
      const isAlone = marks.length === 1 && h - nameH >= grid.minSize + 2;
      return [...drawn, ...(value ?? (isAlone ? markText(placed, stage, mark, middle, []) : []))];
    });
    return { study: study.key, items: [...label, ...items] };
  });
}

/** The line of native in a cell, and what stands there instead of marks. */
export function baseItems(stage: OverheadStage, placed: PlacedCell): readonly Item[] {
  const { grid, words, room } = stage;
  const { box, cell, key, isNative, axis } = placed;
  const x = axisX(box, 0, grid.s);
  const middle = box.y + box.h / 2;
  const line = (name: string, from: number, to: number): Item =>
    lineItem(
      `${key}/${name}`,
      [[x, from] as const, [x, to]],
      'ink',
      2 * Math.min(grid.s, 1.4),
      Z.grid,
    );
  const size = Math.max(grid.minSize, 12.5 * grid.s);
  const style = { size, weight: 500, ink: 'secondary', halo: true } as const;
  if (isNative) {
    const r = Math.min(5 * grid.s, box.h / 2 - 1);
    const at = axisX(box, axis.at(NATIVE), grid.s);
    const label = textItem(
      `${key}/text`,
      words.isNative,
      at + 10 * grid.s,
      middle + size * 0.35,
      style,
    );
    const body = { x: at - r, y: middle - r, w: 2 * r, h: 2 * r };
    return [
      line('native', box.y, box.y + box.h),
      boxItem(`${key}/self`, body, 'badge', Z.flag),
      ...firstFit(room, [[label]], box),
    ];
  }
  // Under each other, lines of different scales do not join.
  const apart = grid.isNarrow && cell.column.scale !== 'speed' ? Math.min(6, box.h * 0.18) : 0;
  if (marksIn(cell).length > 0) return [line('native', box.y + apart, box.y + box.h - apart)];
  const h = Math.min(24 * grid.s, box.h - 2);
  const bar = { x: box.x + 3, y: middle - h / 2, w: box.w - 6, h };
  const text = cell.others.length > 0 ? words.notAgainst : words.notMeasured;
  const label = (px: number, one: string): readonly TextItem[] => [
    textItem(`${key}/text`, one, x, middle + px * 0.35, { ...style, size: px, anchor: 'middle' }),
  ];
  const forms = [
    label(size, text),
    label(grid.minSize, text),
    label(grid.minSize, words.notMeasured),
  ];
  return [
    line('native', box.y, bar.y),
    line('native-below', bar.y + h, box.y + box.h),
    boxItem(`${key}/open`, bar, 'ghost', Z.band, true),
    ...firstFit(room, cell.others.length > 0 ? forms.slice(0, 2) : forms, box),
  ];
}
