/**
 * The Boot lens: all chosen stacks start at once on one time axis. Pure: rows, labels and everything that
 * does not move are placed once; a frame at `tMs` only says what is past, running or ahead, so that it
 * depends on the time alone.
 */
import { timeAxis } from '../layout/boot-axis.ts';
import { createRoom } from '../layout/boot-room.ts';
import { COMPACT_TITLE_PX, layoutBoot, type BootLayout } from '../layout/boot-rows.ts';
import { textWidth as measure } from '../layout/text-metrics.ts';
import { runRace, timesOf, type BootRow, type Race } from '../sim/boot-race.ts';
import { chooseStudy } from '../sim/boot-study.ts';
import type { allEntries, allFooter, allItems, AllRow, placeAll } from './boot-all.ts';
import {
  axisItems,
  gridItems,
  headerItems,
  playheadItems,
  playheadLines,
  rowLines,
} from './boot-axis.ts';
import { barItems, placeBar } from './boot-bar.ts';
import { clearOf } from './boot-clear.ts';
import { chaptersOf, saysAt } from './boot-events.ts';
import {
  bandItems,
  figureItems,
  figuresOf,
  figuresWidth,
  flagItems,
  lineWidthOf,
} from './boot-figures.ts';
import { describeRace, studyName } from './boot-headline.ts';
import { placedRows, type BootStage, type PlacedRow } from './boot-ink.ts';
import { footerItems, legendItems } from './boot-legend.ts';
import { miniatures, miniItems, type Mini } from './boot-mini.ts';
import { stubItems } from './boot-stub.ts';
import { bootTable } from './boot-table.ts';
import { titleOf, type RowTitle } from './boot-titles.ts';
import { formatClock } from '../sim/boot-format.ts';
import type { DisplayList, Item } from './display-list.ts';
import type { Words } from '../model/words.ts';
import type { BootWords } from '../model/words-boot.ts';
import type { LensInput, LensRenderer } from './lens.ts';
import type { LensClock, Picture, TwinStack } from './picture.ts';
import type { Steps } from './steps.ts';
import { describeStack } from './structure/describe.ts';

/** Below this width the title stands above its bar. */
const NARROW_BELOW_PX = 800;

export type BootInput = LensInput<Words & { readonly boot: BootWords }>;

/** Draws rows of every source. */
export interface AllSources {
  readonly placeAll: typeof placeAll;
  readonly allItems: typeof allItems;
  readonly allEntries: typeof allEntries;
  readonly allFooter: typeof allFooter;
}

/** @param all null: only for scenes that name a study */
export function raceLens(all: AllSources | null): LensRenderer<BootInput['words']> {
  return (input) => racePicture(input, all);
}

function* racePicture(input: BootInput, all: AllSources | null): Steps<Picture> {
  const { scene, words } = input;
  const view = chooseStudy(scene.boot.study, input.stacks, input.studies);
  const race = runRace(input.stacks, input.studies, view);
  const stage = stageOf(input, race);
  const rows = placedRows(stage);
  yield;
  const minis = stage.layout.compact ? [] : miniatures(stage, rows);
  yield;
  const frame = placeFrame(stage, rows, minis, input, all);
  yield;
  const rest = frame.at(null);
  yield;
  return {
    lens: 'boot',
    rest,
    buildList: rest,
    ...describeRace(race, words.boot, input.shell === 'mobile'),
    stacks: rows.map((placed, index) => twinOf(placed, minis[index], frame.titles[index], input)),
    table: bootTable(race, { sources: input.sources, words: words.boot }),
    // Of all studies, each row names its own.
    ...(race.view.kind === 'one' && { sources: [race.view.study.source] }),
    build: [],
    buildChapters: [],
    buildSays: [],
    clock: clockOf(stage, input, frame.at),
  };
}

function layoutFor(input: BootInput, race: Race): BootLayout {
  const narrow = input.shell === 'mobile' || input.widthPx < NARROW_BELOW_PX;
  const one = race.view.kind === 'one';
  const widths = race.rows.flatMap(({ timing }) =>
    timing === undefined ? [] : [figuresWidth(timing, input.words.boot)],
  );
  return layoutBoot({
    widthPx: input.widthPx,
    heightPx: input.heightPx,
    rowCount: race.rows.length,
    narrow,
    projector: input.shell === 'projector',
    titlePx: Math.max(
      0,
      ...race.rows.map(({ stack }) => measure(stack.shortTitle, COMPACT_TITLE_PX, 720)),
    ),
    linePx: Math.max(
      60,
      ...race.rows.flatMap(({ timing }) => (timing ? [lineWidthOf(timing, input.words.boot)] : [])),
    ),
    figuresPx: one ? Math.max(60, ...widths) : 40,
    tallRows: !one,
  });
}

/** Times that must be told apart from the start line: finishes, first phases, or what else is known. */
function finishesIn(row: BootRow): readonly number[] {
  const timings = row.timing ? [row.timing] : row.all.map(({ timing }) => timing);
  const finishes = timings.flatMap(({ typicalMs, highMs }) => typicalMs ?? highMs ?? []);
  // The first phase too, unless it is too small a part to be worth decades of axis.
  const first = row.spans[0]?.endMs;
  const worth = first !== undefined && row.finishMs !== undefined && first > row.finishMs / 200;
  return worth ? [first, ...finishes] : finishes;
}

function stageOf(input: BootInput, race: Race): BootStage {
  const layout = layoutFor(input, race);
  const finishes = race.rows.flatMap((row) => finishesIn(row));
  const reach = race.rows.flatMap((row) => timesOf(row));
  const axis = timeAxis(input.scene.boot.axis, finishes, reach, layout.x0, layout.x1);
  const room = createRoom({ x: 0, y: 0, w: layout.width, h: layout.height });
  const isWall = input.shell === 'projector';
  return { race, layout, axis, words: input.words.boot, room, isWall };
}

interface Frame {
  at(tMs: number | null): DisplayList;
  readonly titles: readonly RowTitle[];
}

interface RowPainter {
  readonly fixed: readonly Item[];
  readonly title: RowTitle;
  at(tMs: number | null): readonly Item[];
}

/** Places one row of the view of one study; labels in the order of their weight. */
function studyRow(stage: BootStage, placed: PlacedRow, mini: Mini | undefined): RowPainter {
  const { timing } = placed.row;
  const figures = timing === undefined ? [] : figureItems(stage, placed, timing);
  const title = titleOf(stage, placed, timing?.what ?? '', takenBy(stage, figures));
  const stub = stubItems(stage, placed);
  const bar = placeBar(stage, placed);
  const band = timing === undefined ? [] : bandItems(stage, placed, timing);
  // Figures of what is not up yet stand back; a bound is never reached, so it never does.
  const finishMs = timing?.typicalMs ?? -Infinity;
  const ahead = figures.map((item): Item => ({ ...item, ink: 'secondary' }));
  return {
    fixed: [...title.items, ...stub, ...band],
    title,
    at: (tMs) => [
      ...(mini === undefined ? [] : miniItems(mini, placed, tMs)),
      ...barItems(stage, placed, bar, tMs),
      ...flagItems(stage, placed, tMs === null || tMs >= finishMs),
      ...(tMs === null || tMs >= finishMs ? figures : ahead),
    ],
  };
}

/** Room that the figures take from the right of each text line of a narrow row. */
function takenBy(stage: BootStage, figures: ReturnType<typeof figureItems>): readonly number[] {
  if (!stage.layout.narrow || figures.length === 0) return [];
  const right = stage.layout.width - stage.layout.margin;
  const [typical, range] = figures;
  const left = (item: typeof typical): number =>
    item === undefined ? right : item.x - measure(item.text, item.size, item.weight);
  const sameLine = typical?.y === range?.y;
  return sameLine
    ? [right - Math.min(left(typical), left(range)), 0]
    : [right - left(typical), right - left(range)];
}

/**
 * What finds no room. There is no table beside a wall, nor beside a phone's picture in a lesson: there it is
 * said how many of the sources are drawn.
 */
function moreOf({ words, isWall, layout }: BootStage, { lines, more }: AllRow): string {
  if (more === 0) return '';
  return isWall || layout.narrow
    ? words.drawnOf(lines.length, lines.length + more)
    : words.moreInTable(more);
}

/** Places one row of the view of all sources. */
function sourcesRow(all: AllSources | null): typeof studyRow {
  return (stage, placed, mini) => {
    const sources = all?.placeAll(stage, placed);
    const more = sources ? moreOf(stage, sources) : '';
    const title = titleOf(stage, placed, more, []);
    const bar = placed.row.all.length === 0 ? placeBar(stage, placed) : null;
    return {
      fixed: title.items,
      title,
      at: (tMs) => [
        ...(mini === undefined ? [] : miniItems(mini, placed, tMs)),
        ...(bar === null ? [] : barItems(stage, placed, bar, tMs)),
        ...(bar === null && sources && all ? all.allItems(sources, tMs) : []),
      ],
    };
  };
}

function placeFrame(
  stage: BootStage,
  rows: readonly PlacedRow[],
  minis: readonly Mini[],
  input: BootInput,
  all: AllSources | null,
): Frame {
  const { width, height } = stage.layout;
  const axis = [...axisItems(stage), ...rowLines(stage)];
  const one = stage.race.view.kind === 'one';
  const painters = rows.map((placed, index) =>
    (one ? studyRow : sourcesRow(all))(stage, placed, minis[index]),
  );
  const sources = one ? null : all;
  const legend = legendItems(stage, rows, sources?.allEntries(stage, rows));
  const footer = footerItems(stage, input.sources, sources?.allFooter(stage, rows));
  const fixed = [...axis, ...painters.flatMap((painter) => painter.fixed), ...legend, ...footer];
  return {
    titles: painters.map((painter) => painter.title),
    at(tMs) {
      const playhead = tMs === null ? [] : playheadItems(stage, tMs);
      const drawn = [...fixed, ...painters.flatMap((painter) => painter.at(tMs))];
      const lines = [...gridItems(stage), ...(tMs === null ? [] : playheadLines(stage, tMs))];
      return {
        width,
        height,
        items: [...clearOf(lines, drawn), ...drawn, ...headerItems(stage, playhead), ...playhead],
      };
    },
  };
}

function clockOf(stage: BootStage, input: BootInput, at: Frame['at']): LensClock {
  const { race, axis, words } = stage;
  const durationMs = axis.toMs;
  const inside = (tMs: number): number =>
    Number.isNaN(tMs) ? 0 : Math.max(0, Math.min(durationMs, tMs));
  return {
    byDecades: input.scene.boot.axis === 'log',
    format: formatClock,
    durationMs,
    chapters: chaptersOf(race, words),
    at: (tMs) => at(inside(tMs)),
    says: (tMs) => saysAt(race, inside(tMs), input.words.boot),
  };
}

function readoutOf({ row }: PlacedRow, input: BootInput): string {
  const words = input.words.boot;
  const say = (timing: NonNullable<BootRow['timing']>, study: string): string => {
    const { big, small } = figuresOf(timing, words);
    return words.says.row(
      `${timing.what} (${words.kinds[timing.kind]})`,
      `${big}, ${small}`,
      study,
    );
  };
  if (row.all.length > 0) {
    return row.all.map(({ timing, study }) => say(timing, studyName(study))).join('; ');
  }
  const study = chooseStudy(input.scene.boot.study, input.stacks, input.studies);
  if (study.kind !== 'one' || row.timing === undefined) return words.untimed(row.isUntimed);
  return say(row.timing, studyName(study.study));
}

function twinOf(
  placed: PlacedRow,
  mini: Mini | undefined,
  title: RowTitle | undefined,
  input: BootInput,
): TwinStack {
  const { stack } = placed.row;
  const shown = mini?.placed ?? [];
  const paths = new Set(shown.map(({ layer }) => layer.path));
  return {
    key: stack.key,
    title: stack.title,
    readout: readoutOf(placed, input),
    layers: describeStack(stack, shown, paths, input.words.structure),
    ...(title?.box === undefined ? {} : { titleBox: title.box }),
  };
}
