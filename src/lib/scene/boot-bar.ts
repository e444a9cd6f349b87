/**
 * The bar of a row: segments coloured by whose code runs, only where the study gives phases; else one
 * neutral segment. Placed once; each frame only says which are past, running or ahead.
 */
import { boxesMeet, labelBox } from '../layout/boot-room.ts';
import { textWidth } from '../layout/text-metrics.ts';
import type { StartPhase } from '../model/figures.ts';
import { formatDuration } from '../sim/boot-format.ts';
import { phaseAt, stateAt } from '../sim/boot-race.ts';
import { boundBar, openBar } from './boot-unknown.ts';
import type { Box, Item, Look, TextItem } from './display-list.ts';
import { boxItem, lineItem, textItem, Z, type BootStage, type PlacedRow } from './boot-ink.ts';

interface Segment {
  readonly key: string;
  /** From the bottom up: more than one where the study does not tell apart what runs in this stretch. */
  readonly looks: readonly [Look, ...Look[]];
  readonly fence: boolean;
  readonly startMs: number;
  readonly endMs: number;
  readonly x1: number;
  readonly x2: number;
  readonly label: string;
  readonly duration: string | null;
}

/** A bar with its labels placed. */
interface Bar {
  readonly segments: readonly Segment[];
  readonly inside: ReadonlyMap<string, TextItem>;
  readonly below: readonly { readonly text: TextItem; readonly leader: Item }[];
  /** Drawn the same in every frame: an open bar, a bound. */
  readonly fixed: readonly Item[];
}

/** Look of a segment: a fence has no body, only its tint. */
export function lookOfPhase(runs: StartPhase['runs']): Look {
  return runs === 'fence' ? 'fence-tint' : runs;
}

/** Look of a bar of which only the whole length is known. */
export const TOTAL_LOOK: Look = 'panel';

/** What runs in a phase, the kernel below what stands on it. */
export function looksOf({ runs, alsoRuns = [] }: StartPhase): readonly [Look, ...Look[]] {
  return [lookOfPhase(runs), ...alsoRuns.map(lookOfPhase)];
}

/** One body per look, on one another over the whole length: how the time is shared nobody said. */
export function layered(
  key: string,
  { x, y, w, h }: Box,
  looks: readonly Look[],
  z: number,
): readonly Item[] {
  const part = h / looks.length;
  return looks.map((look, index) => {
    const box = { x, y: y + h - (index + 1) * part, w, h: part };
    return boxItem(index === 0 ? key : `${key}/${look}`, box, look, z);
  });
}

function segmentsOf(stage: BootStage, { row, key }: PlacedRow): readonly Segment[] {
  const { axis, words } = stage;
  const typical = row.timing?.typicalMs;
  if (typical === undefined) return [];
  if (row.spans.length === 0) {
    return [
      {
        key: `${key}/phase/total`,
        looks: [TOTAL_LOOK],
        fence: false,
        startMs: 0,
        endMs: typical,
        x1: axis.x0,
        x2: axis.x(typical),
        label: words.oneTotal,
        duration: null,
      },
    ];
  }
  return row.spans.map(({ phase, startMs, endMs }) => ({
    key: `${key}/phase/${phase.id}`,
    looks: looksOf(phase),
    fence: phase.runs === 'fence',
    startMs,
    endMs,
    x1: startMs === 0 ? axis.x0 : axis.x(startMs),
    x2: axis.x(endMs),
    label: phase.label,
    duration: formatDuration(phase.typicalMs),
  }));
}

function labelSizes({ layout }: BootStage): { inside: number; below: number } {
  const { minSize, narrow, scale } = layout;
  return narrow
    ? { inside: minSize, below: minSize }
    : { inside: Math.max(minSize, 13 * scale), below: Math.max(minSize, 12.5 * scale) };
}

/** The label in its segment, in full or the duration alone; null: it does not fit. */
function insideLabel(stage: BootStage, placed: PlacedRow, segment: Segment): TextItem | null {
  const { bar } = placed.box;
  const { inside } = labelSizes(stage);
  const { label, duration } = segment;
  const full = duration === null ? label : stage.words.phase(label, duration);
  const room = segment.x2 - segment.x1 - 12;
  // A wall has no key and no table beside it: what runs is named there before how long it takes.
  const short = duration === null ? stage.words.oneTotalShort : label;
  const forms = stage.isWall ? [full, short] : [full];
  const tries = forms.flatMap((text) =>
    [inside, stage.layout.minSize].map((size) => ({ text, size })),
  );
  for (const { text, size } of tries) {
    if (size > bar.h - 1 || textWidth(text, size, 620) > room) continue;
    const x = (segment.x1 + segment.x2) / 2;
    const item = textItem(`${segment.key}/label`, text, x, bar.y + bar.h / 2 + size * 0.35, {
      size,
      weight: 620,
      anchor: 'middle',
      ...inkOn(segment.looks),
    });
    if (stage.room.take([item], placed.bounds)) return item;
  }
  return null;
}

/** Where two fills meet the words stand on a plate of their own. */
function inkOn([look, ...more]: Segment['looks']): Pick<TextItem, 'ink' | 'on'> {
  if (more.length > 0) return { ink: 'ink' };
  return { ink: look === TOTAL_LOOK ? 'secondary' : 'on-look', on: look };
}

/** The label of a segment that is past, on its plate where it needs one. */
function litLabel(segment: Segment, label: TextItem): readonly Item[] {
  if (segment.looks.length < 2) return [label];
  const { x, y, w, h } = labelBox(label);
  const box = { x: x - 5, y: y - 1, w: w + 10, h: h + 2 };
  return [boxItem(`${segment.key}/plate`, box, TOTAL_LOOK, Z.running), label];
}

/** Labels on leaders under the bar, left to right, so that leaders never cross. */
function belowLabels(
  stage: BootStage,
  placed: PlacedRow,
  segments: readonly Segment[],
): Bar['below'] {
  const { belowY, bar } = placed.box;
  if (belowY === null) return [];
  const { below: size } = labelSizes(stage);
  const right = stage.layout.width - stage.layout.margin;
  let from = stage.layout.margin;
  return segments.flatMap((segment) => {
    const { label, duration } = segment;
    const forms = duration === null ? [label] : [stage.words.phase(label, duration), duration];
    const mid = (segment.x1 + segment.x2) / 2;
    for (const text of forms) {
      const w = textWidth(text, size, 450);
      const wanted = segment.duration === null ? segment.x1 + 7 : mid - w / 2;
      const x = Math.min(Math.max(from, wanted), right - w);
      // A leader that runs far along the bar points at nothing.
      const foot = Math.max(x + 3, Math.min(x + w - 3, mid));
      if (x < from || Math.abs(foot - mid) > 30 * stage.layout.scale) continue;
      const item = textItem(`${segment.key}/below`, text, x, belowY, {
        size,
        weight: 450,
        ink: 'secondary',
        halo: true,
      });
      if (!stage.room.take([item], placed.bounds)) continue;
      from = x + w + Math.max(10, size);
      const points = [
        [mid, bar.y + bar.h],
        [foot, belowY - size * 0.85],
      ] as const;
      return [
        { text: item, leader: lineItem(`${segment.key}/leader`, points, 'tertiary', 1.3, Z.stub) },
      ];
    }
    return [];
  });
}

/** Places the bar of a row and its labels. */
export function placeBar(stage: BootStage, placed: PlacedRow): Bar {
  const { known } = placed.row;
  const segments = segmentsOf(stage, placed);
  if (known === 'nothing')
    return { segments, inside: new Map(), below: [], fixed: openBar(stage, placed) };
  if (known !== 'typical') {
    return { segments, inside: new Map(), below: [], fixed: boundBar(stage, placed) };
  }
  const inside = new Map<string, TextItem>();
  for (const segment of segments) {
    const label = insideLabel(stage, placed, segment);
    if (label !== null) inside.set(segment.key, label);
  }
  const rest = segments.filter((segment) => !inside.has(segment.key));
  return { segments, inside, below: belowLabels(stage, placed, rest), fixed: [] };
}

/** Outline of a neutral box. */
export function edgeOf(key: string, { x, y, w, h }: Box): Item {
  const points = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ] as const;
  return lineItem(`${key}/edge`, points, 'tertiary', 1.4, Z.running);
}

/** One segment from x1 to `x2`; the rest of it, if any, as a dashed outline. */
function segmentItems(
  placed: PlacedRow,
  segment: Segment,
  tMs: number | null,
  tx: number,
): readonly Item[] {
  const { y, h } = placed.box.bar;
  const { key, looks, x1, x2 } = segment;
  const [look] = looks;
  const box = (from: number, to: number) => ({ x: from, y, w: Math.max(1, to - from), h });
  const fence = (to: number): readonly Item[] =>
    segment.fence
      ? [
          lineItem(
            `${key}/fence`,
            [
              [x1, y + h],
              [x1, y],
              [to, y],
              [to, y + h],
            ],
            'fence',
            1.5,
            Z.running,
            [6, 4],
          ),
        ]
      : [];
  // The neutral look has a faint border; a bar needs one that can be seen across a room.
  const edge = (to: number): readonly Item[] =>
    look === TOTAL_LOOK ? [edgeOf(key, box(x1, to))] : [];
  if (tMs === null || tMs >= segment.endMs) {
    return [...layered(key, box(x1, x2), looks, Z.segment), ...fence(x2), ...edge(x2)];
  }
  const ahead = boxItem(`${key}/ahead`, box(x1, x2), look, Z.segment, true);
  if (tMs <= segment.startMs || tx <= x1) return [ahead];
  return [
    ahead,
    ...layered(key, box(x1, Math.min(tx, x2)), looks, Z.running),
    ...fence(tx),
    ...edge(tx),
  ];
}

/** "now: guest kernel", beside the playhead under the bar of a row that is starting. */
function nowLabel(
  stage: BootStage,
  placed: PlacedRow,
  below: Bar['below'],
  tMs: number,
  tx: number,
): TextItem | null {
  const { row, box, key, bounds } = placed;
  if (box.belowY === null || stateAt(row, tMs) !== 'running' || row.known !== 'typical')
    return null;
  const { layout, words } = stage;
  const { belowY } = box;
  const big = Math.max(layout.minSize, (layout.narrow ? 12.5 : 13.5) * layout.scale);
  const text = words.now(phaseAt(row, tMs)?.phase.label ?? words.starting);
  const gap = 9 * layout.scale;
  const standing = below.map((label) => labelBox(label.text));
  const forms = [big, layout.minSize].flatMap((size) => {
    const style = { size, weight: 720, ink: 'ink', halo: true } as const;
    const after = textItem(`${key}/now`, text, tx + gap, belowY, style);
    const before = textItem(`${key}/now`, text, tx - gap, belowY, { ...style, anchor: 'end' });
    // Left of the start line is the title's place.
    return labelBox(before).x < stage.axis.x0 ? [after] : [after, before];
  });
  // Best where it covers no standing label.
  return (
    forms.find((label) => stage.room.fits([label], bounds)) ??
    forms.find((label) => stage.room.fits([label], bounds, standing)) ??
    null
  );
}

/** @returns the bar at `tMs`; null: finished */
export function barItems(
  stage: BootStage,
  placed: PlacedRow,
  bar: Bar,
  tMs: number | null,
): readonly Item[] {
  const tx = stage.axis.x(tMs ?? 0);
  const items: Item[] = [...bar.fixed];
  for (const segment of bar.segments) {
    items.push(...segmentItems(placed, segment, tMs, tx));
    const label = bar.inside.get(segment.key);
    if (label === undefined) continue;
    if (tMs === null || tMs >= segment.endMs) items.push(...litLabel(segment, label));
    else if (tMs <= segment.startMs) items.push(unlit(label));
  }
  const now = tMs === null ? null : nowLabel(stage, placed, bar.below, tMs, tx);
  if (now !== null) items.push(now);
  const nowBox = now === null ? null : wider(labelBox(now), 8);
  for (const { text, leader } of bar.below) {
    // The label of the moment takes the place of a standing one.
    if (nowBox === null || !boxesMeet(labelBox(text), nowBox)) items.push(text, leader);
  }
  return items;
}

function wider(box: Box, byPx: number): Box {
  return { ...box, x: box.x - byPx, w: box.w + 2 * byPx };
}

/** A label in a segment that is only an outline yet. */
function unlit(label: TextItem): TextItem {
  const { on: _on, ...rest } = label;
  return { ...rest, ink: 'secondary' };
}
