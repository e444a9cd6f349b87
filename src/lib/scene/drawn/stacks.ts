/**
 * Whole stacks side by side on one ground line, as the Structure lens draws them, with room left for what
 * a lens adds: the common floor of the lenses that tell something about layers where they stand. Keys and
 * owners are those of the Structure lens, so that every layer keeps its identity from lens to lens.
 */
import { layoutColumns, type Column, type ColumnsInput } from '../../layout/columns.ts';
import { stackMinWidth, type PlacedLayer } from '../../layout/stack-layout.ts';
import { kernelFacts, type KernelFacts } from '../../model/kernel-facts.ts';
import type { Overlay } from '../../model/scene.ts';
import type { LayerPath, ResolvedStack } from '../../model/stack.ts';
import type { Box, Item } from '../display-list.ts';
import type { LensInput } from '../lens.ts';
import type { TwinNode } from '../picture.ts';
import type { Steps } from '../steps.ts';
import { Z } from '../structure/depth.ts';
import { describeStack } from '../structure/describe.ts';
import { drawnWith } from '../structure/readout.ts';
import { named, namedColumns, sizesFor, type Sizes } from '../structure/sizes.ts';
import { stackItems } from '../structure/stack-items.ts';
import { headerItems, type HeaderLevel } from '../structure/texts.ts';

/** What a lens changes of the usual room and drawing; px. Absent: as in the Structure lens. */
export interface DrawnOptions {
  readonly sizes?: Partial<Sizes>;
  /** Text above the stacks; default the title alone. */
  readonly level?: HeaderLevel;
  /** Free room between a stack's header and its drawing. */
  readonly aboveOf?: (index: number, widthPx: number) => number;
  /** Free room below the ground line, in place of `sizes.belowPx`. */
  readonly belowPx?: number;
  /** Left edge and width that the stacks share; default the whole stage. */
  readonly span?: { readonly x: number; readonly w: number };
  /** How many times its narrowest width a stack may get. */
  readonly stretch?: number;
  /** Widest a single stack gets, px. */
  readonly widestPx?: number;
  /** Most instances drawn one by one in all stacks together. */
  readonly mostInstances?: number;
  readonly overlays?: readonly Overlay[];
  /** Where the drawing is low, headers of VMs and strips get the height that their names need. */
  readonly namesBoundaries?: boolean;
}

export interface DrawnStack {
  readonly stack: ResolvedStack;
  readonly kernels: KernelFacts;
  /** A, B, C… */
  readonly letter: string;
  /** Column, px. */
  readonly x: number;
  readonly w: number;
  /** Where header text ends; between it and `topY` a lens may write. */
  readonly headerY: number;
  /** Top of the drawing, px. */
  readonly topY: number;
  /** Every drawn layer, in the coordinates of the picture. */
  readonly placed: readonly PlacedLayer[];
  readonly byPath: ReadonlyMap<LayerPath, PlacedLayer>;
  readonly header: readonly Item[];
  readonly drawing: readonly Item[];
  readonly titleBox: Box;
  /** The twin's nodes as in the Structure lens; a lens adds to their names what it shows. */
  readonly layers: readonly TwinNode[];
}

export interface DrawnStacks {
  readonly stacks: readonly DrawnStack[];
  readonly ground: Item;
  readonly groundY: number;
  readonly unit: number;
  readonly sizes: Sizes;
}

const HEADER_GAP = 16;
const MOST_INSTANCES = 60;

/**
 * A step for where the stacks lie, and one for each of them.
 * @returns the stacks of the input, laid out in the room that is left to them
 */
export function* drawInSteps(input: LensInput, options: DrawnOptions = {}): Steps<DrawnStacks> {
  const { stacks, widthPx, heightPx, shell } = input;
  const span = options.span ?? { x: 0, w: widthPx };
  const need = stacks.reduce((sum, stack) => sum + stackMinWidth(stack) * 1.1 + 50, 60);
  const usual = named(sizesFor(shell, span.w, heightPx, need), shell, stacks.length);
  const sizes: Sizes = { ...usual, annotations: false, rails: false, ...options.sizes };
  const groundY = heightPx - (options.belowPx ?? sizes.belowPx);
  const level = options.level ?? 'title';
  const overlays = new Set(options.overlays ?? input.scene.overlays);
  const isDrawn = drawnWith(overlays);
  const headerY = (stack: ResolvedStack | undefined, w: number): number =>
    stack === undefined ? 0 : headerItems(stack, 'A', 0, w, sizes, level).bottomY;
  const columnsInput: ColumnsInput = {
    ...{ stacks, groundY, widthPx: span.w, gapPx: sizes.gapPx, wallPx: sizes.wallPx },
    leftPx: options.sizes?.leftPx ?? Math.min(sizes.leftPx, 36),
    rightPx: sizes.rightPx,
    hidden: (layer) => !isDrawn(layer),
    ...(options.stretch === undefined ? {} : { stretch: options.stretch }),
    widestPx: options.widestPx ?? Math.max(560, span.w * 0.48),
    mostInstances: Math.floor(
      (options.mostInstances ?? MOST_INSTANCES) / Math.max(1, stacks.length),
    ),
    topOf: (index, w) =>
      headerY(stacks[index], w) + HEADER_GAP + (options.aboveOf?.(index, w) ?? 0),
  };
  const { columns, unit, stretch } = options.namesBoundaries
    ? namedColumns(columnsInput, sizes)
    : { ...layoutColumns(columnsInput), stretch: 1 };
  const drawn: DrawnStack[] = [];
  for (const column of columns) {
    yield;
    const letter = String.fromCharCode(65 + input.firstIndex + drawn.length);
    const header = headerItems(column.stack, letter, span.x + column.x, column.w, sizes, level);
    const how = { unit, stretch, sizes, overlays, words: input.words.structure };
    drawn.push({ letter, ...drawColumn(column, span.x, header, how) });
  }
  const ground: Item = {
    ...{ t: 'ground', key: 'ground', z: Z.ground, y: groundY },
    ...{ x1: span.x + 10, x2: span.x + span.w - 10 },
  };
  return { stacks: drawn, ground, groundY, unit, sizes };
}

/** @param leftPx left edge of the span that the columns share */
function drawColumn(
  column: Column,
  leftPx: number,
  header: ReturnType<typeof headerItems>,
  how: Omit<Parameters<typeof stackItems>[0], 'placed' | 'minY'>,
): Omit<DrawnStack, 'letter'> {
  const { stack, w, topY, layout } = column;
  const x = leftPx + column.x;
  const placed = layout.placed.map((item) => ({
    ...item,
    box: { ...item.box, x: item.box.x + x, y: item.box.y + topY },
  }));
  const drawing = stackItems({ ...how, placed, minY: header.bottomY });
  const painted = new Set<LayerPath>(
    drawing.flatMap((item) => ('layer' in item && item.layer && item.owner ? [item.owner] : [])),
  );
  return {
    ...{ stack, x, w, placed, drawing, topY },
    kernels: kernelFacts(stack, drawnWith(how.overlays)),
    byPath: new Map(placed.map((item) => [item.layer.path, item])),
    headerY: header.bottomY,
    header: header.items,
    titleBox: header.titleBox,
    layers: describeStack(stack, placed, painted, how.words),
  };
}
