/**
 * The Structure lens: stacks side by side on one ground line, built up from the ground. Pure: the same
 * input gives the same picture. Headline, readouts and table are computed from what is shown.
 */
import { layoutColumns, type Column, type ColumnsInput } from '../layout/columns.ts';
import { stackMinWidth, type Heads, type PlacedLayer } from '../layout/stack-layout.ts';
import { textWidth } from '../layout/text-metrics.ts';
import { kernelFacts } from '../model/kernel-facts.ts';
import type { Overlay } from '../model/scene.ts';
import type { Layer, LayerPath, ResolvedStack } from '../model/stack.ts';
import type { DisplayList, Item } from './display-list.ts';
import type { Words } from '../model/words.ts';
import type { StructureSaid } from '../model/words-structure.ts';
import type { LensInput, LensRenderer } from './lens.ts';
import type { Picture, TwinStack } from './picture.ts';
import { buildParts } from './structure/build.ts';
import { Z } from './structure/depth.ts';
import { describeStack } from './structure/describe.ts';
import { leaderRowPx, nameless, nameWidth, withLeaders } from './structure/leaders.ts';
import { drawnWith, readoutText, type ReadoutSpan } from './structure/readout.ts';
import { readoutParts, readoutSpans, sayings } from './structure/said.ts';
import { ANNOTATION_PX, named, namedColumns, sizesFor, type Sizes } from './structure/sizes.ts';
import { stackItems } from './structure/stack-items.ts';
import { headerItems, readoutItems, type HeaderLevel } from './structure/texts.ts';
import { transientItems } from './structure/transients.ts';

/** Below this scale the text above the stacks gives way to the drawing. */
const COMFORTABLE_UNIT = 0.8;
const HEADER_GAP = 16;
/** A column narrower than this has no room for a note, px. */
const NARROW_COLUMN = 330;
/** Names wider than this share of their stack stand in two rows. */
const CROWDED = 0.8;
/** Room above a crowd for its count. */
const CROWD_LABEL_PX = 40;
/** The twin never has more than 300 nodes: a share per stack, and at most four layers per instance. */
const MOST_INSTANCES = 60;

const NO_TABLE = { caption: '', columns: [], rows: [] };

interface Plan {
  readonly columns: readonly Column[];
  readonly unit: number;
  /** Of the boundaries, for their names. */
  readonly stretch: number;
  readonly level: HeaderLevel;
  readonly groundY: number;
}

/** The words of stacks, and of the lens. */
export interface StructureLensWords extends Words {
  readonly structureSaid: StructureSaid;
}

type Input = LensInput<StructureLensWords>;

export const structureLens: LensRenderer<StructureLensWords> = (input): Picture => {
  const { stacks, words } = input;
  const need = stacks.reduce((sum, stack) => sum + stackMinWidth(stack) * 1.1 + 50, 60);
  const { shell, widthPx, heightPx } = input;
  const onWall = shell === 'projector' ? input.extras?.wallSizes : undefined;
  const sizes = {
    ...(onWall?.(widthPx, heightPx, need, stacks.length) ??
      named(sizesFor(shell, widthPx, heightPx, need), shell, stacks.length)),
    ...(!input.extras && { annotations: false, rails: false }),
  };
  const overlays = new Set<Overlay>(input.scene.overlays);
  const isDrawn = drawnWith(overlays);
  const facts = stacks.map((stack) => ({ stack, kernels: kernelFacts(stack, isDrawn) }));
  const drawAt = (heightPx: number) => drawColumns({ ...input, heightPx }, sizes, overlays);
  const { extras } = input;
  const drawn =
    shell === 'projector' && extras
      ? extras.withKey(input, sizes, drawAt)
      : { ...drawAt(heightPx), key: [] };
  const { plan, parts, key } = drawn;
  const ground: Item = {
    t: 'ground',
    key: 'ground',
    z: Z.ground,
    x1: 10,
    x2: input.widthPx - 10,
    y: plan.groundY,
  };
  const rest = list(input, [ground, ...parts.flatMap((part) => part.items), ...key]);
  const buildList = list(input, [
    ...rest.items,
    ...parts.flatMap((part) => part.before),
    ...parts.flatMap((part) => transientItems(part.stack, part.placed, sizes)),
  ]);
  return {
    lens: 'structure',
    rest,
    buildList,
    headline: words.structureSaid.headline(facts),
    sentence: words.structureSaid.sentence(facts),
    stacks: parts.map((part) => part.twin),
    table: input.extras?.structureTable(stacks, words.structure, isDrawn) ?? NO_TABLE,
    noRoomFor: sizes.rails ? [] : ['privilege'],
    build: interleave(
      parts.map((part) => [...buildParts(part.stack), ...readoutParts(part.stack, part.said)]),
    ),
    ...sayings(stacks, words.structure, words.structureSaid, isDrawn),
    clock: null,
  };
};

type Said = ReadonlyMap<LayerPath, NonNullable<PlacedLayer['said']>>;

interface DrawnColumns {
  readonly plan: Plan;
  readonly parts: readonly ColumnPicture[];
}

function drawColumns(input: Input, sizes: Sizes, overlays: ReadonlySet<Overlay>): DrawnColumns {
  const plan = planColumns(input, sizes, overlays);
  const draw = (said: Said) =>
    plan.columns.map((column, index) =>
      columnPicture(column, index, plan, input, sizes, overlays, said),
    );
  const parts = draw(new Map());
  const said = input.extras?.alike(parts) ?? new Map();
  return { plan, parts: said.size > 0 ? draw(said) : parts };
}

function list(input: Input, items: readonly Item[]): DisplayList {
  return { width: input.widthPx, height: input.heightPx, items };
}

/** Keeps as much text above the stacks as the drawing can spare. */
function planColumns(input: Input, sizes: Sizes, overlays: ReadonlySet<Overlay>): Plan {
  const groundY = input.heightPx - sizes.belowPx;
  const levels: HeaderLevel[] = !sizes.claims
    ? ['title']
    : input.widthPx / input.stacks.length < NARROW_COLUMN
      ? ['claims', 'title']
      : ['full', 'claims', 'title'];
  let best: Plan | null = null;
  for (const level of levels) {
    best = fitColumns(input, sizes, overlays, level, []);
    if (best.unit >= COMFORTABLE_UNIT) break;
  }
  if (best === null) return { columns: [], unit: 1, stretch: 1, level: 'title', groundY };
  const plan = best;
  // Names that find no room in their boxes stand above the walls; the drawing makes room for them.
  const needs = plan.columns.map((column) => nameRoom(column, plan, input, sizes));
  return needs.some(({ rows, heads }) => rows > 0 || heads.headroomOf)
    ? fitColumns(input, sizes, overlays, plan.level, needs)
    : plan;
}

function fitColumns(
  input: Input,
  sizes: Sizes,
  overlays: ReadonlySet<Overlay>,
  level: HeaderLevel,
  needs: readonly NameRoom[],
): Plan {
  const groundY = input.heightPx - sizes.belowPx;
  const isDrawn = drawnWith(overlays);
  const columns: ColumnsInput = {
    stacks: input.stacks,
    widthPx: input.widthPx,
    leftPx: railRoom(input, sizes, overlays),
    rightPx: sizes.rightPx,
    gapPx: sizes.gapPx,
    groundY,
    wallPx: sizes.wallPx,
    hidden: (layer) => !isDrawn(layer),
    widestPx: Math.max(560, input.widthPx * 0.48),
    ...(sizes.toothedPips && {
      ...sizes.wide?.columns,
      narrowestOf: (index) => readoutPx(input.stacks[index], input, sizes, isDrawn),
    }),
    mostInstances: Math.floor(MOST_INSTANCES / Math.max(1, input.stacks.length)),
    topOf: (index, w) =>
      topOf(input.stacks[index], w, sizes, level, overlays) +
      (needs[index]?.rows ?? 0) * leaderRowPx(sizes),
    headsOf: (index) => needs[index]?.heads ?? {},
    ...(!sizes.toothedPips && input.extras && { tight: input.extras.tight }),
  };
  // A wall has room for its names, and keeps what its boxes have of it.
  const laid = sizes.toothedPips
    ? { ...layoutColumns(columns), stretch: 1 }
    : namedColumns(columns, sizes);
  return { ...laid, level, groundY };
}

/** What the count under a stack takes at the least, px. */
function readoutPx(
  stack: ResolvedStack | undefined,
  { words }: LensInput,
  { readoutNotePx }: Sizes,
  isDrawn: (layer: Layer) => boolean,
): number {
  if (stack === undefined) return 0;
  const { count } = words.structure.readout(stack, kernelFacts(stack, isDrawn));
  return textWidth(count, readoutNotePx, 750) + 10;
}

/** What the names that find no place in their boxes need: rows above the stack, and higher heads. */
interface NameRoom {
  readonly rows: number;
  readonly heads: Heads;
}

/**
 * Names in boundaries stand in their heads, where the workbench writes them, else above the stack; there too,
 * on a projector, which says nothing else of it, what makes the walls. Many names need two rows.
 */
function nameRoom(column: Column, plan: Plan, input: Input, sizes: Sizes): NameRoom {
  const placed = inWorld(column);
  const drawn = stackItems({
    ...{ placed, unit: plan.unit, stretch: plan.stretch, sizes },
    overlays: new Set(),
    words: input.words.structure,
    minY: 0,
  });
  const { inside, headsAt } = insideOf(input, placed, drawn, sizes);
  const names = nameless(placed, new Set([...labelled(drawn), ...inside]));
  const isNeeded = names.some(
    ({ depth, layer }) => depth > 0 || (sizes.toothedPips && layer.kind === 'vmm'),
  );
  const need = names.reduce((sum, item) => sum + nameWidth(item, sizes) + 12, 0);
  const rows = !isNeeded ? 0 : sizes.claims && need > column.w * CROWDED ? 2 : 1;
  return { rows, heads: headsAt(plan.unit) };
}

const NO_INSIDE = { items: [], inside: [], headsAt: (): Heads => ({}) };

/** A wall of a lecture room, and a frame, write all names above the stack. */
function insideOf(
  { extras, shell }: Input,
  placed: readonly PlacedLayer[],
  drawn: readonly Item[],
  sizes: Sizes,
) {
  return shell === 'projector' || !extras
    ? NO_INSIDE
    : extras.insideNames(placed, labelled(drawn), drawn, sizes);
}

/** What a column holds, in the coordinates of the picture. */
function inWorld({ layout, x, topY }: Column, all?: Said): readonly PlacedLayer[] {
  return layout.placed.map((item) => {
    const said = all?.get(item.layer.path);
    return {
      ...item,
      box: { ...item.box, x: item.box.x + x, y: item.box.y + topY },
      ...(said && { said }),
    };
  });
}

function railRoom(input: Input, sizes: Sizes, overlays: ReadonlySet<Overlay>): number {
  const rails = sizes.rails && overlays.has('privilege');
  return rails || !sizes.rails ? sizes.leftPx : Math.min(sizes.leftPx, 36);
}

function topOf(
  stack: ResolvedStack | undefined,
  w: number,
  sizes: Sizes,
  level: HeaderLevel,
  overlays: ReadonlySet<Overlay>,
): number {
  if (stack === undefined) return 0;
  const { bottomY } = headerItems(stack, 'A', 0, w, sizes, level);
  const crowd = stack.groups.some((group) => group.count > group.expanded) ? CROWD_LABEL_PX : 0;
  return (
    bottomY + HEADER_GAP + Math.max(crowd, annotated(stack, sizes, overlays) ? ANNOTATION_PX : 0)
  );
}

/** Annotations explain containers on a host kernel; inside a hidden VM there is no room for them. */
function annotated(stack: ResolvedStack, sizes: Sizes, overlays: ReadonlySet<Overlay>): boolean {
  const floor = stack.ground.carries.flatMap((kernel) => kernel.carries);
  const some = overlays.has('namespaces') || overlays.has('cgroups') || overlays.has('engine');
  return sizes.annotations && some && floor.some((layer) => layer.kind === 'fence');
}

interface ColumnPicture {
  readonly stack: ResolvedStack;
  readonly items: readonly Item[];
  /** Readouts that stand only while the picture is built up. */
  readonly before: readonly Item[];
  readonly said: readonly ReadoutSpan[];
  readonly placed: readonly PlacedLayer[];
  readonly twin: TwinStack;
}

function columnPicture(
  column: Column,
  index: number,
  plan: Plan,
  input: Input,
  sizes: Sizes,
  overlays: ReadonlySet<Overlay>,
  alikeSaid: Said,
): ColumnPicture {
  const { stack, x, w } = column;
  const words = input.words.structure;
  const letter = String.fromCharCode(65 + input.firstIndex + index);
  const placed = inWorld(column, alikeSaid);
  const header = headerItems(stack, letter, x, w, sizes, plan.level);
  const said = readoutSpans(stack, words, input.words.structureSaid, drawnWith(overlays));
  const readout = readoutItems(
    stack,
    said,
    { x, w, groundY: plan.groundY, sizes, rightPx: input.widthPx - sizes.rightPx / 2 },
    kernelPaths(placed),
  );
  const drawing = drawingOf(column, placed, plan, input, sizes, overlays, header.bottomY);
  return {
    stack,
    placed,
    said,
    before: readout.before,
    items: [...header.items, ...drawing.items, ...readout.rest],
    twin: {
      key: stack.key,
      title: stack.title,
      readout: readoutText(words.readout(stack, kernelFacts(stack, drawnWith(overlays)))),
      layers: describeStack(stack, placed, drawing.painted, words),
      ...(sizes.titles ? { titleBox: header.titleBox } : {}),
    },
  };
}

/** The stack itself with what is written at it: names on leaders, privilege rails, annotations. */
function drawingOf(
  { stack, x, w }: Column,
  placed: readonly PlacedLayer[],
  plan: Plan,
  input: Input,
  sizes: Sizes,
  overlays: ReadonlySet<Overlay>,
  minY: number,
): { readonly items: readonly Item[]; readonly painted: ReadonlySet<LayerPath> } {
  const { extras } = input;
  const words = input.words.structure;
  const { unit, stretch } = plan;
  const drawing = { placed, unit, stretch, sizes, overlays, words, minY };
  const drawn = stackItems(drawing);
  const hasRails = sizes.rails && overlays.has('privilege');
  const rails = hasRails ? (extras?.railItems(stack.key, x, placed, words) ?? []) : [];
  const notes = annotated(stack, sizes, overlays)
    ? (extras?.annotationItems(stack.key, placed, x + w, overlays, words, sizes, minY) ?? [])
    : [];
  const within = insideOf(input, placed, drawn, sizes);
  const written = withLeaders(
    placed,
    new Set([...labelled(drawn), ...within.inside]),
    { left: x - sizes.gapPx / 4, right: x + w + sizes.gapPx * 0.45 },
    minY,
    [...drawn, ...notes],
    sizes,
  );
  return {
    items: [
      ...(extras?.withoutHitNotes(written) ?? written),
      ...within.items,
      ...(extras?.tightNames(drawing, labelled(written)) ?? []),
      ...rails,
    ],
    painted: new Set<LayerPath>(
      drawn.flatMap((item) => ('layer' in item && item.layer && item.owner ? [item.owner] : [])),
    ),
  };
}

/** Paths whose name stands in the picture. */
function labelled(items: readonly Item[]): ReadonlySet<LayerPath> {
  return new Set(
    items.flatMap(({ key, owner }) =>
      owner !== undefined && /#(?:label|callout)/.test(key) ? [owner] : [],
    ),
  );
}

/** Kernels as drawn, solid before striped; a crowd stands for its kernels. */
function kernelPaths(placed: readonly PlacedLayer[]): readonly LayerPath[] {
  const of = (counts: Layer['counts']): LayerPath[] =>
    placed.filter(({ layer }) => layer.counts === counts).map(({ layer }) => layer.path);
  const crowds = placed
    .filter(({ crowd, layer }) => crowd !== undefined && layer.kind === 'wall')
    .map(({ layer }) => layer.path);
  return [...of('kernel'), ...of('striped'), ...(of('striped').length > 0 ? [] : crowds)];
}

/** Stacks are built side by side: their parts take turns, so that no stack waits for another. */
function interleave<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((part) => part.length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((part) => {
      const item = part[index];
      return item === undefined ? [] : [item];
    }),
  ).flat();
}
