/**
 * Where the columns of the Structure lens lie, and how much text stands above and in them: planned before
 * anything is drawn.
 */
import { layoutColumns, type Column, type ColumnsInput } from '../../layout/columns.ts';
import type { Heads, PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import { kernelFacts } from '../../model/kernel-facts.ts';
import type { Overlay } from '../../model/scene.ts';
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';
import type { Words } from '../../model/words.ts';
import type { StructureSaid } from '../../model/words-structure.ts';
import type { Item } from '../display-list.ts';
import type { LensInput } from '../lens.ts';
import type { Steps } from '../steps.ts';
import { leaderRowPx, nameless, nameWidth } from './leaders.ts';
import { drawnWith } from './readout.ts';
import { ANNOTATION_PX, namedColumns, type Sizes } from './sizes.ts';
import { stackItems } from './stack-items.ts';
import { headerItems, type HeaderLevel } from './texts.ts';

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

export interface Plan {
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

export type StructureInput = LensInput<StructureLensWords>;

export type Said = ReadonlyMap<LayerPath, NonNullable<PlacedLayer['said']>>;

/** Keeps as much text above the stacks as the drawing can spare. */
export function* planColumns(
  input: StructureInput,
  sizes: Sizes,
  overlays: ReadonlySet<Overlay>,
): Steps<Plan> {
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
    yield;
  }
  if (best === null) return { columns: [], unit: 1, stretch: 1, level: 'title', groundY };
  const plan = best;
  yield;
  // Names that find no room in their boxes stand above the walls; the drawing makes room for them.
  const needs = plan.columns.map((column) => nameRoom(column, plan, input, sizes));
  return needs.some(({ rows, heads }) => rows > 0 || heads.headroomOf)
    ? fitColumns(input, sizes, overlays, plan.level, needs)
    : plan;
}

function fitColumns(
  input: StructureInput,
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
function nameRoom(column: Column, plan: Plan, input: StructureInput, sizes: Sizes): NameRoom {
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
export function insideOf(
  { extras, shell }: StructureInput,
  placed: readonly PlacedLayer[],
  drawn: readonly Item[],
  sizes: Sizes,
) {
  return shell === 'projector' || !extras
    ? NO_INSIDE
    : extras.insideNames(placed, labelled(drawn), drawn, sizes);
}

/** What a column holds, in the coordinates of the picture. */
export function inWorld({ layout, x, topY }: Column, all?: Said): readonly PlacedLayer[] {
  return layout.placed.map((item) => {
    const said = all?.get(item.layer.path);
    return {
      ...item,
      box: { ...item.box, x: item.box.x + x, y: item.box.y + topY },
      ...(said && { said }),
    };
  });
}

function railRoom(input: StructureInput, sizes: Sizes, overlays: ReadonlySet<Overlay>): number {
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
export function annotated(
  stack: ResolvedStack,
  sizes: Sizes,
  overlays: ReadonlySet<Overlay>,
): boolean {
  const floor = stack.ground.carries.flatMap((kernel) => kernel.carries);
  const some = overlays.has('namespaces') || overlays.has('cgroups') || overlays.has('engine');
  return sizes.annotations && some && floor.some((layer) => layer.kind === 'fence');
}

/** Paths whose name stands in the picture. */
export function labelled(items: readonly Item[]): ReadonlySet<LayerPath> {
  return new Set(
    items.flatMap(({ key, owner }) =>
      owner !== undefined && /#(?:label|callout)/.test(key) ? [owner] : [],
    ),
  );
}
