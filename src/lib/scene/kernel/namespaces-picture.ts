/**
 * Namespaces one by one: the fence that has the kind that is looked at, and the view from inside and from
 * the host. Pure: the playhead says how much has been asked.
 */
import type { NamespaceFacts } from '../../model/kernel/namespaces.ts';
import { fenceWith, type FenceView } from '../../sim/kernel/namespaces.ts';
import { tagItems, tagWidth } from '../drawn/marks.ts';
import {
  drawInSteps,
  type DrawnOptions,
  type DrawnStack,
  type DrawnStacks,
} from '../drawn/stacks.ts';
import type { DisplayList, Item } from '../display-list.ts';
import type { LensClock, Picture, SummaryTable, TwinNode, TwinStack } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { Z, zAt } from '../structure/depth.ts';
import { readoutText } from '../structure/readout.ts';
import type { NamespacesInput } from './input.ts';
import { readouts, teethLegend } from './legend.ts';
import { fitPanel, NAMESPACE_CHAPTERS, type Panel } from './namespaces-panel.ts';

const CHAPTER_MS = 2200;
const FADE_MS = 300;
/** From this width on the terminals stand beside the drawing, px. */
const BESIDE_FROM_PX = 680;
const TAG_ROOM_PX = 30;
/** A crowd's count stands between it and the name. */
const CROWD_PX = 36;
/** The drawing keeps at least this share of a narrow stage. */
const DRAWING_SHARE = 0.42;
const MARGIN_PX = 20;
/** Type of the terminals grows with the room there is. */
const LARGEST_GROWTH = 1.3;

interface Stage {
  readonly drawn: DrawnStacks;
  readonly panel: Panel | null;
  readonly at: { readonly x: number; readonly y: number };
  readonly span: { readonly x: number; readonly w: number };
}

/** @returns the view. @throws when the data lack a kind of namespace, which the build has checked */
export function* namespacesPicture(input: NamespacesInput): Steps<Picture> {
  const kind = kindOf(input);
  const words = input.words.kernel.namespaces;
  const stage = yield* stageOf(kind, input);
  yield;
  const { drawn, panel } = stage;
  const views = input.stacks.map((stack) => fenceWith(stack, kind.id));
  const fixed: readonly Item[] = [
    ...(drawn.stacks.length > 0 ? [drawn.ground, ...teethLegend(drawn, input, stage.span)] : []),
    ...drawn.stacks.flatMap(({ header, drawing }) => [...header, ...drawing]),
    ...drawn.stacks.flatMap((one, at) => fenceMarks(one, views[at] ?? null, kind, input)),
    ...readouts(drawn, input),
  ];
  const at = (tMs: number | null): DisplayList => ({
    ...{ width: input.widthPx, height: input.heightPx },
    items: [...fixed, ...(panel?.items(stage.at, shownAt(tMs)) ?? [])],
  });
  const rest = at(null);
  yield;
  const hasFence = views.some((view) => view !== null);
  const isElsewhere = input.stacks.length > 0 && !hasFence;
  const first = isElsewhere ? `${words.noFence} ` : '';
  return {
    ...{ lens: 'kernel', rest, buildList: rest, build: [], buildChapters: [], buildSays: [] },
    // What it says of Linux is no claim about a stack that makes none, such as one of Windows.
    headline: isElsewhere ? words.noFenceHeadline : words.headlines[kind.id],
    sentence: `${first}${words.sentences[kind.id]}`,
    stacks: drawn.stacks.map((one, index) => twinOf(one, views[index] ?? null, kind, input)),
    table: tableOf(input),
    clock: clockOf(at, input),
  };
}

function kindOf({ scene, namespaces }: NamespacesInput): NamespaceFacts {
  const found = namespaces.kinds.find(({ id }) => id === scene.kernel.ns);
  if (found === undefined) throw new Error(`no namespace ${scene.kernel.ns}`);
  return found;
}

function* stageOf(kind: NamespaceFacts, input: NamespacesInput): Steps<Stage> {
  const { widthPx, heightPx, stacks } = input;
  const isBeside = widthPx >= BESIDE_FROM_PX;
  const share = stacks.length > 2 ? 0.62 : stacks.length > 1 ? 0.56 : 0.5;
  const span = { x: 0, w: isBeside ? widthPx * share : widthPx };
  const overlays = input.scene.overlays.filter((one) => one !== 'cgroups');
  // The name's own height, and air.
  const roomPx = TAG_ROOM_PX * (tagPx(input) / 12);
  const base: DrawnOptions = { span, overlays, widestPx: span.w * 0.9, aboveOf: () => roomPx };
  const usual = yield* drawInSteps(input, base);
  const isCrowd = usual.stacks.some(({ placed }) =>
    placed.some(({ crowd }) => crowd !== undefined),
  );
  const abovePx = roomPx + (isCrowd ? CROWD_PX : 0);
  const first = isCrowd ? yield* drawInSteps(input, { ...base, aboveOf: () => abovePx }) : usual;
  yield;
  const least = first.sizes.minPx;
  const top = 12;
  if (isBeside) {
    const w = Math.min(560, widthPx - span.w - 2 * MARGIN_PX);
    const panel = largestPanel(kind, w, heightPx - top - 8, least, input);
    return { drawn: first, panel, at: { x: span.w + MARGIN_PX, y: top }, span };
  }
  const headerY = first.stacks[0]?.headerY ?? 8;
  const room = first.groundY - headerY;
  const most = first.stacks.length === 0 ? room : room * (1 - DRAWING_SHARE);
  const panel = fitPanel(kind, widthPx - 2 * MARGIN_PX, most, least, input);
  const above = (panel?.h ?? 0) + abovePx + 4;
  const drawn = yield* drawInSteps(input, { ...base, aboveOf: () => above });
  return { drawn, panel, at: { x: MARGIN_PX, y: headerY }, span };
}

/** The panel in the largest type in which all of it fits, or what fits in the smallest. */
function largestPanel(
  kind: NamespaceFacts,
  w: number,
  most: number,
  leastPx: number,
  input: NamespacesInput,
): Panel | null {
  for (let size = leastPx * LARGEST_GROWTH; size > leastPx; size -= 0.5) {
    const panel = fitPanel(kind, w, most * 0.86, size, input);
    if (panel?.isWhole) return panel;
  }
  return fitPanel(kind, w, most, leastPx, input);
}

/** Size of the name over a fence, px. */
function tagPx({ shell }: NamespacesInput): number {
  return shell === 'projector' ? 32 : 12;
}

/** Outlines the fence whose namespace it is, and names it. */
function fenceMarks(
  drawn: DrawnStack,
  view: FenceView | null,
  kind: NamespaceFacts,
  input: NamespacesInput,
): readonly Item[] {
  const placed = view === null ? undefined : drawn.byPath.get(view.fence.path);
  if (view === null || placed === undefined) return [];
  const { box, depth } = placed;
  const words = input.words.kernel.namespaces;
  const path = view.fence.path;
  const text = words.tags[view.state](words.names[kind.id]);
  const size = tagPx(input);
  const half = tagWidth(text, size, false) / 2;
  const least = drawn.x + half;
  const x = Math.max(
    least,
    Math.min(box.x + box.w / 2, drawn.x + Math.max(drawn.w, 2 * half) - half),
  );
  const tagY = drawn.topY - size * 2.25 - (placed.crowd === undefined ? 0 : CROWD_PX);
  const leadX = box.x + Math.min(12, box.w / 2);
  const isOn = view.state === 'on';
  const mark = { key: `${path}#namespace`, z: Z.note + 10, owner: path };
  const outline: Item = {
    ...{ t: 'path', key: `${path}#namespace-line`, owner: path, z: zAt(depth, Z.fence) + 5 },
    ...{ ink: 'fence', width: 4 },
    points: [
      [box.x, box.y + box.h],
      [box.x, box.y],
      [box.x + box.w, box.y],
      [box.x + box.w, box.y + box.h],
    ],
  };
  const lead: Item = {
    ...{ t: 'path', key: `${path}#namespace-lead`, owner: path, z: Z.note + 5 },
    ...{ ink: isOn ? 'fence' : 'line-strong', width: isOn ? 2.4 : 1.4, dot: 'end' },
    points: [
      [leadX, tagY + size * 1.58],
      [leadX, box.y],
    ],
  };
  // Walls stand around some fences: the name is above all of them.
  return [
    ...(isOn ? [outline] : []),
    ...(box.y - drawn.topY > 4 && placed.crowd === undefined ? [lead] : []),
    ...tagItems(mark, [x, tagY], text, isOn ? 'badge' : 'panel', size),
  ];
}

function shownAt(tMs: number | null): (chapter: number) => number {
  if (tMs === null) return () => 1;
  return (chapter) => Math.min(1, Math.max(0, (tMs - chapter * CHAPTER_MS - 200) / FADE_MS));
}

function clockOf(at: (tMs: number) => DisplayList, input: NamespacesInput): LensClock {
  const { chapters } = input.words.kernel.namespaces;
  const says = (tMs: number): string => {
    const index = Math.min(NAMESPACE_CHAPTERS - 1, Math.max(0, Math.ceil(tMs / CHAPTER_MS) - 1));
    return chapters[index]?.says ?? '';
  };
  return {
    ...{ durationMs: NAMESPACE_CHAPTERS * CHAPTER_MS, at, says },
    chapters: chapters.map(({ label, says: said }, index) => ({
      ...{ id: `namespace-${index}`, label, says: said },
      ...{ startMs: index * CHAPTER_MS, endMs: (index + 1) * CHAPTER_MS },
    })),
  };
}

function twinOf(
  drawn: DrawnStack,
  view: FenceView | null,
  kind: NamespaceFacts,
  input: NamespacesInput,
): TwinStack {
  const words = input.words.kernel.namespaces;
  const named = (node: TwinNode): TwinNode => ({
    ...node,
    name:
      view !== null && node.path === view.fence.path
        ? `${node.name}; ${words.twin[view.state](words.names[kind.id])}`
        : node.name,
    children: node.children.map(named),
  });
  return {
    ...{ key: drawn.stack.key, title: drawn.stack.title },
    readout: readoutText(input.words.structure.readout(drawn.stack, drawn.kernels)),
    layers: drawn.layers.map(named),
    ...(drawn.titleBox.w === 0 ? {} : { titleBox: drawn.titleBox }),
  };
}

/** All kinds, whichever is looked at. */
function tableOf({ namespaces, words: all }: NamespacesInput): SummaryTable {
  const words = all.kernel.namespaces;
  const side = ({ command, output }: NamespaceFacts['inside']): string =>
    `${command.join('; ')} → ${output.map((line) => line.trim()).join('; ') || words.table.nothing}`;
  return {
    caption: `${words.table.caption}. ${words.table.recorded(namespaces.machine, namespaces.date)}`,
    columns: words.table.columns,
    rows: namespaces.kinds.map((kind) => [
      ...[words.names[kind.id], kind.flag, kind.since, words.docker[kind.docker]],
      ...[side(kind.inside), side(kind.host), `${kind.links.inside}, ${kind.links.host}`],
    ]),
  };
}
