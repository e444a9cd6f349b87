/**
 * "Can this image run here?": one host at the bottom, images on it. What fits stands on the teeth; another
 * CPU has a translator between; another kernel holds it apart, or brings a VM around it.
 */
import type { Box, Item } from '../display-list.ts';
import type { Picture, SummaryTable, TwinStack } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { doesRun } from '../../sim/kernel/run-here.ts';
import { runAsked, type AskedImage, type RunAsked } from './run-asked.ts';
import { allColumns, layFloors, type Floors } from './run-floors.ts';
import type { RunAside, RunInput, RunSpan } from './run-input.ts';
import { drawFloors, hostKeys, type Drawn, type HostKeys } from './run-items.ts';
import {
  besidesHeight,
  besidesItems,
  besidesOf,
  headHeight,
  headItems,
  sourceNames,
  verdictText,
} from './run-said.ts';
import { RUN_Z, lineItems, linesOf, runType, type RunType } from './run-type.ts';

export function* runPicture(input: RunInput): Steps<Picture> {
  const asked = runAsked(input);
  const { words } = input.run;
  const margin = input.shell === 'mobile' ? 14 : Math.min(44, input.widthPx * 0.035);
  const room: Box = {
    ...{ x: margin, y: 6, w: input.widthPx - 2 * margin, h: input.heightPx - 12 },
  };
  const isEmpty = input.stacks.length === 0;
  const keys = hostKeys(input.stacks[0], asked.host);
  yield;
  const drawn = isEmpty ? null : drawIn(input, asked, room, keys);
  const rest = { width: input.widthPx, height: input.heightPx, items: drawn?.items ?? [] };
  yield;
  const runs = asked.images.filter(({ answer }) => doesRun(answer)).length;
  const host = words.hosts[asked.host.id].name;
  const stack: TwinStack = {
    key: 'run',
    title: words.title,
    readout: readoutOf(input, asked),
    layers: drawn?.layers ?? [],
  };
  return {
    ...{ lens: 'kernel', rest, buildList: rest, clock: null, stacks: isEmpty ? [] : [stack] },
    headline: words.headline(host, runs, asked.images.length),
    sentence: words.sentence(host, words.hows[asked.how]),
    table: tableOf(input, asked),
    ...{ build: [], buildChapters: [], buildSays: [] },
    ...(asked.unused.length === 0 ? {} : { unused: asked.unused }),
  };
}

/** Widest a question may be that stands beside another picture, px, and narrowest. */
const ASIDE_LEAST_PX = 380;

/**
 * The same question in a part of a wide stage, beside the answers of one stack.
 * @param span left edge and width, px, and where the ground line of the other picture is; it reaches from the
 * top of the stage to its foot
 * @returns null when there is no room for it
 */
export function runAside(input: RunInput, span: RunSpan): RunAside | null {
  if (span.w < ASIDE_LEAST_PX || input.heightPx < 430) return null;
  const asked = runAsked(input);
  const { words } = input.run;
  const type = runType(input.shell, input.heightPx);
  const titleY = type.verdict * 1.2;
  const [x, w] = [span.x + 30, span.w - 30 - Math.min(30, input.widthPx * 0.02)];
  const room: Box = { x, y: titleY + 16, w, h: input.heightPx - titleY - 22 };
  const three = { ...asked, images: asked.images.slice(0, 3) };
  const drawn = drawIn(input, three, room, hostKeys(undefined, asked.host), {
    key: 'run/ground',
    ...(span.groundY === undefined ? {} : { y: span.groundY }),
  });
  if (drawn === null) return null;
  const title = lineItems({ key: 'run/title', x, y: titleY, size: type.verdict, weight: 720 }, [
    words.title,
  ]);
  return {
    items: [...title, ...drawn.items],
    layers: drawn.layers,
    title: words.title,
    readout: readoutOf(input, three),
    rows: three.images.map((one) => [one.image.platform, verdictText(input, one)]),
  };
}

function readoutOf(input: RunInput, { images }: RunAsked): string {
  return input.run.words.twin.readout(
    images.map((one) => ({ image: one.image.platform, verdict: verdictText(input, one) })),
  );
}

/** Lower than this, words above the drawing would take its layers' names, px. */
const LOW_ROOM_PX = 330;
/** Part of the room that words above the drawing may take, and where verdicts stand alone. */
const HEAD = 0.42;
const VERDICTS = 0.2;
/** Tried from the first on a wall, where a name is as large as a block. */
const HEADS_ON_WALL = [HEAD, 0.3, VERDICTS];

interface GroundLine {
  readonly key: string;
  readonly y?: number;
}

/** As many words above the drawing as leave its layers their names. */
function drawIn(
  input: RunInput,
  asked: RunAsked,
  room: Box,
  keys: HostKeys,
  line: GroundLine = { key: 'ground' },
): Drawn | null {
  const isLow = room.h < LOW_ROOM_PX;
  const heads = input.shell === 'projector' ? HEADS_ON_WALL : [isLow ? VERDICTS : HEAD];
  const drawn = heads.flatMap((share) => {
    const one = drawUnder(input, asked, { room, headRoom: room.h * share }, keys, line);
    return one ? [{ one, nameless: namelessIn(one.items) }] : [];
  });
  const fewest = Math.min(...drawn.map(({ nameless }) => nameless));
  return drawn.find(({ nameless }) => nameless === fewest)?.one ?? null;
}

/** @returns how many layers are drawn without their name */
function namelessIn(items: readonly Item[]): number {
  const named = new Set(items.flatMap((item) => (item.t === 'text' ? [item.owner] : [])));
  return items.filter((item) => item.t === 'box' && item.layer === true && !named.has(item.owner))
    .length;
}

/** Room for words above and below goes before the drawing is laid out; both give way on a low stage. */
function drawUnder(
  input: RunInput,
  asked: RunAsked,
  { room, headRoom }: { readonly room: Box; readonly headRoom: number },
  keys: HostKeys,
  line: GroundLine,
): Drawn | null {
  const type = runType(input.shell, input.heightPx);
  const first = layFloors(asked, room, type.columnPx);
  if (first === null) return null;
  const columns = allColumns(first);
  const head = headHeight(input, columns, type, headRoom);
  const below = line.y === undefined ? room.h * 0.24 : room.y + room.h - line.y - SOURCES_PX;
  const foot = footOf(input, columns, type, { heightPx: room.h, roomPx: below });
  const groundY = line.y ?? room.y + room.h - foot.h;
  const top = room.y + head + 12;
  const floors = layFloors(asked, { ...room, y: top, h: groundY - top }, type.columnPx);
  if (floors === null) return null;
  const centred = centre(floors, asked, room, { top, groundY, columnPx: type.columnPx });
  const said = allColumns(centred);
  const drawn = drawFloors({ input, asked, floors: centred, keys, type });
  const x1 = Math.max(0, room.x - 12);
  const ground: Item = {
    ...{ t: 'ground', key: line.key, z: RUN_Z.ground, y: groundY },
    ...{ x1, x2: room.x + room.w + 12 },
  };
  const topY = Math.max(room.y, centred.topY - head - 12);
  return {
    layers: drawn.layers,
    items: [
      ground,
      ...drawn.items,
      ...headItems(input, said, type, { topY, roomPx: headRoom }),
      ...foot.items(said, groundY),
      ...sourceItems(input, asked, room, type),
    ],
  };
}

/** Where columns are as wide as they get, the drawing stands in the middle. */
function centre(
  floors: Floors,
  asked: RunAsked,
  room: Box,
  at: { readonly top: number; readonly groundY: number; readonly columnPx: number },
): Floors {
  const spare = room.w - floors.hardware.w;
  if (spare < 2) return floors;
  const x = room.x + spare / 2;
  const { top, groundY, columnPx } = at;
  const box = { x, w: floors.hardware.w, y: top, h: groundY - top };
  return layFloors(asked, box, columnPx) ?? floors;
}

interface Foot {
  readonly h: number;
  items(columns: ReturnType<typeof allColumns>, groundY: number): readonly Item[];
}

const SOURCES_PX = 20;

function footOf(
  input: RunInput,
  columns: ReturnType<typeof allColumns>,
  type: RunType,
  { heightPx, roomPx }: { readonly heightPx: number; readonly roomPx: number },
): Foot {
  const bare = input.shell === 'embed' || input.shell === 'projector' || heightPx < 420;
  if (bare) return { h: 16, items: () => [] };
  const size = type.detail;
  const h = besidesHeight(input, columns, size, roomPx);
  const sources = input.shell === 'mobile' ? 0 : SOURCES_PX;
  return {
    h: h === 0 && sources > 0 ? sources + 18 : Math.max(16, h + sources),
    items: (said, groundY) =>
      besidesItems(input, said, size, {
        x: Math.min(...said.map(({ x }) => x)),
        y: groundY,
        roomPx,
      }),
  };
}

/** Sources in one line, as many as fit. */
function sourceItems(input: RunInput, asked: RunAsked, room: Box, type: RunType): readonly Item[] {
  if (input.shell !== 'explore' || input.heightPx < 430) return [];
  const names = sourceNames(input, asked);
  for (let count = Math.min(5, names.length); count > 0; count -= 1) {
    const text = input.run.words.sources(names.slice(0, count));
    const [line] = linesOf(text, type.detail, 450, room.w, 1);
    if (line === undefined) continue;
    const y = room.y + room.h - 3;
    return lineItems(
      {
        ...{ key: 'run/sources', x: room.x + room.w, y, size: type.detail },
        ...{ ink: 'tertiary', anchor: 'end' },
      },
      [line],
    );
  }
  return [];
}

function tableOf(input: RunInput, asked: RunAsked): SummaryTable {
  const { words, shelf, stackTitle } = input.run;
  const { rows, none, nearest } = words.table;
  const row = (label: string, cell: (one: AskedImage) => string) => [
    label,
    ...asked.images.map(cell),
  ];
  return {
    caption: words.caption,
    columns: [words.table.image, ...asked.images.map((one) => nameOf(one))],
    rows: [
      row(rows.verdict, (one) => verdictText(input, one)),
      row(rows.why, (one) =>
        [
          ...one.answer.reasons.map((reason) => words.reasons[reason]),
          ...(one.instead.length === 0 ? [] : [words.instead(one.instead, one.image.family)]),
        ].join(' '),
      ),
      row(rows.kernel, (one) => kernelOf(input, asked, one)),
      row(rows.translator, ({ answer }) =>
        answer.translator === null ? none : words.box.translators[answer.translator].name,
      ),
      row(rows.besides, (one) => besidesOf(input, one) || none),
      row(rows.stack, ({ answer: { stack, isNearest } }) => {
        if (stack === null) return none;
        const title = stackTitle(stack.id, stack.variant);
        return isNearest ? nearest(title) : title;
      }),
      row(rows.sources, ({ answer }) =>
        answer.sources.flatMap((id) => shelf.sources.get(id)?.short ?? []).join(', '),
      ),
    ],
  };
}

function nameOf({ image, example }: AskedImage): string {
  return example === null ? image.platform : `${example.name} (${image.platform})`;
}

function kernelOf(
  { run: { words } }: RunInput,
  { host }: RunAsked,
  { answer }: AskedImage,
): string {
  if (!doesRun(answer)) return words.table.none;
  const { vm } = answer;
  return vm === null
    ? words.box.kernels[host.family].name
    : `${words.box.vms[vm.by]}: ${words.box.kernels[vm.family].name}`;
}
