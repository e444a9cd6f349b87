/**
 * The Structure lens: stacks side by side on one ground line, built up from the ground. Pure: the same
 * input gives the same picture. Headline, readouts and table are computed from what is shown.
 */
import type { Column } from '../layout/columns.ts';
import { stackMinWidth, type PlacedLayer } from '../layout/stack-layout.ts';
import { kernelFacts } from '../model/kernel-facts.ts';
import type { Overlay } from '../model/scene.ts';
import type { Layer, LayerPath, ResolvedStack } from '../model/stack.ts';
import type { DisplayList, Item } from './display-list.ts';
import type { Picture, TwinStack } from './picture.ts';
import { finish, type Steps } from './steps.ts';
import { buildParts } from './structure/build.ts';
import { Z } from './structure/depth.ts';
import { describeStack } from './structure/describe.ts';
import { withLeaders } from './structure/leaders.ts';
import {
  annotated,
  insideOf,
  inWorld,
  labelled,
  planColumns,
  type Plan,
  type Said,
  type StructureInput as Input,
  type StructureLensWords,
} from './structure/plan.ts';
import { drawnWith, readoutText, type ReadoutSpan } from './structure/readout.ts';
import { readoutParts, readoutSpans, sayings } from './structure/said.ts';
import { named, sizesFor, type Sizes } from './structure/sizes.ts';
import { stackItems } from './structure/stack-items.ts';
import { headerItems, readoutItems } from './structure/texts.ts';
import { transientItems } from './structure/transients.ts';

const NO_TABLE = { caption: '', columns: [], rows: [] };

export type { StructureLensWords };

export function* structureLens(input: Input): Steps<Picture> {
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
  yield;
  const drawn =
    shell === 'projector' && extras
      ? extras.withKey(input, sizes, (px) => finish(drawAt(px)))
      : { ...(yield* drawAt(heightPx)), key: [] };
  yield;
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
  yield;
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
}

interface DrawnColumns {
  readonly plan: Plan;
  readonly parts: readonly ColumnPicture[];
}

function* drawColumns(
  input: Input,
  sizes: Sizes,
  overlays: ReadonlySet<Overlay>,
): Steps<DrawnColumns> {
  const plan = yield* planColumns(input, sizes, overlays);
  const parts = yield* drawParts(plan, input, sizes, overlays, new Map());
  const said: Said = input.extras?.alike(parts) ?? new Map();
  const isAlike = said.size === 0;
  return { plan, parts: isAlike ? parts : yield* drawParts(plan, input, sizes, overlays, said) };
}

function* drawParts(
  plan: Plan,
  input: Input,
  sizes: Sizes,
  overlays: ReadonlySet<Overlay>,
  said: Said,
): Steps<readonly ColumnPicture[]> {
  const parts: ColumnPicture[] = [];
  for (const column of plan.columns) {
    yield;
    parts.push(columnPicture(column, parts.length, plan, input, sizes, overlays, said));
  }
  return parts;
}

function list(input: Input, items: readonly Item[]): DisplayList {
  return { width: input.widthPx, height: input.heightPx, items };
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
