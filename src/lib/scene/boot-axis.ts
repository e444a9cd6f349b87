/** The time axis: start line, grid, tick labels, the note on the scale, row lines, the playhead. */
import type { BootRowBox } from '../layout/boot-rows.ts';
import { labelBox, boxesMeet } from '../layout/boot-room.ts';
import { textWidth } from '../layout/text-metrics.ts';
import { formatClock, formatTick } from '../sim/boot-format.ts';
import type { Ink, Item, TextItem } from './display-list.ts';
import { firstFit, lineItem, textItem, Z, type BootStage } from './boot-ink.ts';

/** Anchor that keeps a centred label on the stage. */
function anchorAt(x: number, text: string, size: number, stage: BootStage): TextItem['anchor'] {
  const half = textWidth(text, size, 600) / 2;
  if (x - half < 2) return 'start';
  return x + half > stage.layout.width - 2 ? 'end' : 'middle';
}

interface Stroke {
  readonly ink: Ink;
  readonly width: number;
  readonly z: number;
  readonly dash?: readonly number[];
}

type Lane = BootRowBox['lane'];

/** A line over the whole axis; in narrow rows only where it does not run through text. */
function verticals(
  { layout }: BootStage,
  key: string,
  x: number,
  { ink, width, z, dash }: Stroke,
  laneOf: (row: BootRowBox) => Lane = (row) => row.lane,
): readonly Item[] {
  const line = (name: string, { top, bottom }: Lane): Item => {
    const points = [[x, top] as const, [x, bottom] as const];
    return lineItem(name, points, ink, width, z, dash);
  };
  if (!layout.narrow) return [line(key, { top: layout.axisTop, bottom: layout.axisBottom })];
  return layout.rows.map((row, index) => line(`${key}/${index}`, laneOf(row)));
}

/** The start line of a narrow row keeps off the miniature above the bar. */
function startLane(stage: BootStage): (row: BootRowBox) => Lane {
  return ({ bar, lane }) =>
    stage.race.view.kind === 'all' ? lane : { top: bar.y - 3, bottom: lane.bottom };
}

/** Start line and tick labels. */
export function axisItems(stage: BootStage): readonly Item[] {
  const { axis, layout } = stage;
  const { scale } = layout;
  const size = Math.max(layout.minSize, 13.5 * Math.min(scale, layout.narrow ? 0.93 : scale));
  const stroke: Stroke = { ink: 'ink', width: 2 * Math.min(scale, 1.3), z: Z.pole };
  const start = verticals(stage, 'boot/axis/start', axis.x0, stroke, startLane(stage));
  return [...start, ...tickLabels(stage, size)];
}

/** The lines of the ticks, of which those without a label are short. */
export function gridItems(stage: BootStage): readonly Item[] {
  const { axis, layout } = stage;
  const { axisBottom, scale } = layout;
  const grid: Stroke = { ink: 'line-strong', width: 1, z: Z.grid, dash: [1, 4] };
  return axis.ticks.flatMap((tick): readonly Item[] => {
    const key = `boot/axis/tick/${tick.ms}`;
    if (tick.ms === axis.fromMs) return [];
    if (!tick.labelled) {
      // On a wall what is written under the last bar reaches down to the axis.
      const [up, down] = stage.isWall ? [0, 4] : [-9, -4];
      const points = [
        [tick.x, axisBottom + up * scale],
        [tick.x, axisBottom + down * scale],
      ] as const;
      return layout.narrow ? [] : [lineItem(key, points, 'tertiary', 1, Z.grid)];
    }
    return verticals(stage, key, tick.x, grid);
  });
}

/** Both ends first, then the others as far as there is room. */
function tickLabels(stage: BootStage, size: number): readonly Item[] {
  const { axis, layout, room } = stage;
  const labelled = axis.ticks.filter((tick) => tick.labelled);
  const ordered = [...labelled.slice(0, 1), ...labelled.slice(-1), ...labelled.slice(1, -1)];
  const y = layout.axisBottom + size + 5 * layout.scale;
  return ordered.flatMap((tick) => {
    const text = formatTick(tick.ms);
    const anchor = anchorAt(tick.x, text, size, stage);
    const style = { size, weight: 600, ink: 'secondary', anchor } as const;
    return firstFit(room, [[textItem(`boot/axis/label/${tick.ms}`, text, tick.x, y, style)]]);
  });
}

/** Thin lines between the rows. */
export function rowLines({ layout }: BootStage): readonly Item[] {
  return layout.rows.slice(1).map((row, index) =>
    lineItem(
      `boot/row-line/${index}`,
      [
        [layout.margin, row.top],
        [layout.width - layout.margin, row.top],
      ],
      'line',
      1,
      Z.grid,
    ),
  );
}

/** "Start" and the note on the scale, as far as the time flag leaves room. */
export function headerItems(stage: BootStage, flag: readonly Item[]): readonly Item[] {
  const { axis, layout, words } = stage;
  const size = Math.max(layout.minSize, 14 * layout.scale * (layout.narrow ? 0.9 : 1));
  const y = layout.axisTop - 9 * layout.scale;
  const taken = flag.flatMap((item) => (item.t === 'box' ? [item.box] : []));
  const free = (item: TextItem): boolean => {
    const box = labelBox(item);
    const inside = box.x >= 0 && box.x + box.w <= layout.width;
    return (
      inside &&
      !taken.some((other) => boxesMeet(box, { ...other, x: other.x - 8, w: other.w + 16 }))
    );
  };
  const anchor = anchorAt(axis.x0, words.start, size, stage);
  const style = { size, weight: 720, ink: 'ink', anchor } as const;
  const start = textItem('boot/axis/start-label', words.start, axis.x0, y, style);
  const from = labelBox(start);
  const noteStyle = {
    size: Math.max(layout.minSize, size - 1),
    weight: 450,
    ink: 'tertiary',
  } as const;
  const forms =
    axis.kind === 'log'
      ? [words.logNote, words.logNoteShort, words.logNoteLeast]
      : [words.linearNote];
  const notes = forms.map((text) =>
    textItem('boot/axis/note', text, from.x + from.w + 14 * layout.scale, y, noteStyle),
  );
  const note = notes.find((item) => free(item));
  return [...(free(start) ? [start] : []), ...(note === undefined ? [] : [note])];
}

/** The playhead's line, below its time flag. */
export function playheadLines(stage: BootStage, tMs: number): readonly Item[] {
  const width = 2.2 * Math.min(playheadScale(stage), 1.3);
  return verticals(stage, 'boot/playhead', stage.axis.x(tMs), { ink: 'ink', width, z: Z.playhead });
}

function playheadScale({ layout }: BootStage): number {
  return layout.scale * (layout.narrow ? 0.85 : 1);
}

/** The playhead's time flag, kept on the stage, and what joins it to the line. */
export function playheadItems(stage: BootStage, tMs: number): readonly Item[] {
  const { axis, layout } = stage;
  const s = playheadScale(stage);
  const text = formatClock(tMs);
  const size = Math.max(layout.minSize, 16 * s);
  // As wide as its widest figures, so that it does not tremble while time runs.
  const w = textWidth(text.replace(/\d/g, '0'), size, 760) + 26 * s;
  const h = 26 * s;
  const x = axis.x(tMs);
  const left = Math.max(2, Math.min(layout.width - w - 2, x - w / 2));
  const y = Math.max(1, layout.axisTop - h - 4);
  const box = { x: left, y, w, h };
  const width = 2.2 * Math.min(s, 1.3);
  const stem = [
    [x, y + h],
    [x, layout.axisTop],
  ] as const;
  const style = { size, weight: 760, ink: 'on-badge', anchor: 'middle', on: 'badge' } as const;
  return [
    ...(layout.narrow ? [] : [lineItem('boot/playhead/stem', stem, 'ink', width, Z.playhead)]),
    { t: 'box', key: 'boot/time', z: Z.time, box, look: 'badge', radius: 5 },
    textItem('boot/time/text', text, left + w / 2, y + h / 2 + size * 0.35, {
      ...style,
      z: Z.time + 1,
    }),
  ];
}
