/** The right half of the Size lens: the memory of one host per stack, filled with instances to scale. */
import type { Box } from '../layout/box.ts';
import { layoutCells, type Cell } from '../layout/size-cells.ts';
import type { LayerPath } from '../model/stack.ts';
import { formatMb } from '../sim/format-bytes.ts';
import type { MemoryState } from '../sim/size-memory.ts';
import type { SizedPart } from '../sim/size-values.ts';
import type { Item } from './display-list.ts';
import type { TwinNode } from './picture.ts';
import { badgeItems } from './size-disk-items.ts';
import { countText, plinthPx, saidItems, secondLinePx } from './size-host-text.ts';
import {
  hostLayers,
  instancesOf,
  kindOf,
  layerFor,
  lookOfRole,
  radiusOfRole,
  type KnownInstance,
} from './size-parts.ts';
import type { SizedStack, SizeStage } from './size-stage.ts';
import { fitting, Z } from './size-text.ts';

export interface MemoryPicture {
  /** All items when so many of the instances are there; null: all. */
  at(there: number | null): readonly Item[];
  readonly nodes: readonly (readonly TwinNode[])[];
  readonly titleBoxes: readonly (Box | undefined)[];
}

/** Most cells that are drawn on a host, and the smallest. */
const MOST_CELLS = 320;
const SMALLEST_PX2 = 220;
/** Cells with a twin of their own: so many, and so wide. */
const MOST_TWINS = 40;
const TWIN_PX = 20;
/** Narrowest cell whose corners can be seen to be round. */
const ROUNDED_PX = 20;

interface HostPicture {
  readonly fixed: readonly Item[];
  readonly cells: readonly { readonly cell: Cell; readonly items: readonly Item[] }[];
  readonly said: (there: number) => readonly Item[];
  readonly there: number;
  readonly nodes: readonly TwinNode[];
  readonly titleBox: Box | undefined;
}

export function memoryPicture(stage: SizeStage, region: Box): MemoryPicture {
  const { stacks, type, words, input } = stage;
  const gap = Math.min(22, region.w * 0.04);
  const w = (region.w - gap * (stacks.length - 1)) / Math.max(1, stacks.length);
  const belowPx = type.big + 4.4 * type.small + 12 + secondLinePx(stage, w);
  const groundY = region.y + region.h - belowPx;
  const hostText = `${input.scene.size.host} GB`;
  const title = fitting(region.w, {
    ...{ key: 'size/memory/title', text: words.memory(hostText), x: region.x },
    ...{ y: region.y + type.title, size: type.title, weight: 700 },
  });
  const ground: Item = {
    ...{ t: 'ground', key: 'size/memory/ground', z: Z.ground, y: groundY },
    ...{ x1: region.x - 8, x2: region.x + region.w + 8 },
  };
  const top = region.y + type.title + type.name * 2.1 + 6;
  const hosts = stacks.map((sized, at) =>
    hostPicture(stage, sized, {
      ...{ x: region.x + at * (w + gap), y: top, w, h: Math.max(30, groundY - top) },
    }),
  );
  return {
    at: (share) => [...title, ground, ...hosts.flatMap((host) => hostItems(host, share))],
    nodes: hosts.map(({ nodes }) => nodes),
    titleBoxes: hosts.map(({ titleBox }) => titleBox),
  };
}

/** @param share instances that have been started; those beyond what fits change nothing */
function hostItems(host: HostPicture, share: number | null): readonly Item[] {
  const there = Math.min(host.there, share ?? host.there);
  const cells = host.cells.flatMap(({ cell, items }) => (cell.first < there ? items : []));
  return [...host.fixed, ...cells, ...host.said(there)];
}

function hostPicture(stage: SizeStage, sized: SizedStack, box: Box): HostPicture {
  const { memory, stack, fill } = sized;
  const outline: Item = {
    ...{ t: 'box', key: stack.ground.path, owner: stack.ground.path, z: Z.host, box },
    ...{ look: memory === null ? 'ghost' : 'partition', radius: 0, layer: true },
  };
  const head = headItems(stage, sized, box);
  if (memory === null) {
    const none = { key: `${stack.key}#memory-none`, text: stage.words.notMeasured };
    const at = { x: box.x + box.w / 2, y: box.y + box.h / 2, anchor: 'middle' as const };
    const says = fitting(box.w - 8, { ...none, ...at, size: stage.type.name, ink: 'secondary' });
    return {
      ...{ fixed: [outline, ...head.items, ...says], cells: [], said: () => [], there: 0 },
      nodes: [hostNode(stage, sized)],
      titleBox: head.box,
    };
  }
  const plinth = plinthItems(stage, sized, memory, box);
  const room = { ...box, h: box.h - plinth.h };
  const common = commonItems(stage, sized, memory, room);
  const cellsH = (room.h * fill.there * memory.eachMb) / memory.hostMb;
  const filled = { ...room, y: room.y + room.h - common.h - cellsH, h: cellsH };
  const { cells, per } = layoutCells(filled, fill.there, MOST_CELLS, SMALLEST_PX2);
  const known = instancesOf(stack);
  const isEach =
    per === 1 && cells.length <= MOST_TWINS && cells.every(({ box: b }) => b.w >= TWIN_PX);
  const crowd = isEach ? null : crowdOf(stage, sized, memory, filled, known[0]);
  return {
    fixed: [outline, ...head.items, ...plinth.items, ...common.items, ...(crowd?.items ?? [])],
    cells: cells.map((cell) => ({
      cell,
      items: cellItems(stage, sized, memory, cell, isEach ? known[cell.first] : undefined, isEach),
    })),
    said: (there) => saidItems(stage, sized, memory, { room, there, per }),
    there: fill.there,
    nodes: [
      hostNode(stage, sized),
      ...plinth.nodes,
      ...(crowd === null
        ? cells.map((cell) => cellNode(stage, sized, memory, cell, known[cell.first]))
        : crowd.nodes),
    ],
    titleBox: head.box,
  };
}

function headItems(
  stage: SizeStage,
  { stack, letter, memory }: SizedStack,
  box: Box,
): { readonly items: readonly Item[]; readonly box: Box | undefined } {
  const { type, words } = stage;
  const y = box.y - 9;
  const x = box.x + type.name * 1.3 + 8;
  const line = { key: `${stack.key}#memory-title`, x, y, size: type.name, weight: 700 };
  const room = box.x + box.w - x;
  const each = memory === null ? stack.title : words.each(stack.title, formatMb(memory.eachMb));
  const short = memory === null ? '' : words.each(stack.shortTitle, formatMb(memory.eachMb));
  const forms = [each, short, stack.title, stack.shortTitle].map((one) => ({ ...line, text: one }));
  const items = fitting(room, ...forms);
  const titleBox =
    items.length === 0
      ? undefined
      : { x: box.x, y: y - type.name * 1.1, w: box.w, h: type.name * 1.6 };
  return {
    items: [...badgeItems(stage, letter, stack.key, box.x, y, 'memory'), ...items],
    box: titleBox,
  };
}

interface Fixed {
  readonly h: number;
  readonly items: readonly Item[];
  readonly nodes: readonly TwinNode[];
}

/** What the host itself runs; no figure tells how much it takes, so it stands outside the scale. */
function plinthItems(
  stage: SizeStage,
  { stack }: SizedStack,
  { host }: MemoryState,
  box: Box,
): Fixed {
  const layers = hostLayers(stack);
  const items: Item[] = [];
  const nodes: TwinNode[] = [];
  const each = plinthPx(stage);
  let h = 0;
  for (const { part } of host) {
    const path =
      layers.find(({ kind }) => kind === kindOf(part.role))?.path ?? `${stack.key}/host-${part.id}`;
    const isSlab = part.role !== 'engine';
    const w = isSlab ? box.w : Math.min(each * 4.8, box.w / 2);
    h += each;
    const at = { x: box.x + box.w - w, y: box.y + box.h - h, w, h: each };
    const look = lookOfRole(part.role);
    items.push({
      ...{ t: 'box', key: path, owner: path, z: Z.part, box: at, look, layer: true },
      radius: isSlab ? 0 : 6,
    });
    const label = {
      key: `${path}#label0`,
      owner: path,
      text: part.name,
      anchor: 'middle' as const,
    };
    items.push(
      ...fitting(w - 8, {
        ...{ ...label, x: at.x + w / 2, y: at.y + each * 0.7, size: stage.type.small },
        ...{ weight: 650, ink: 'on-look', on: look },
      }),
    );
    nodes.push({
      path,
      kind: kindOf(part.role),
      name: stage.words.twin.hostPart(part.name),
      children: [],
    });
  }
  return { h, items, nodes };
}

/** Pages that all guests share, once. */
function commonItems(
  stage: SizeStage,
  { stack, fill }: SizedStack,
  { commonMb, hostMb }: MemoryState,
  room: Box,
): { readonly h: number; readonly items: readonly Item[] } {
  if (commonMb <= 0 || fill.there === 0) return { h: 0, items: [] };
  const h = (room.h * commonMb) / hostMb;
  const box = { x: room.x, y: room.y + room.h - h, w: room.w, h };
  const key = `${stack.key}#common`;
  return {
    h,
    items: [
      { t: 'box', key, z: Z.common, box, look: 'userland', radius: 0 },
      ...(h < stage.type.small * 1.2
        ? []
        : fitting(room.w - 8, {
            ...{ key: `${key}/text`, text: stage.words.commonPages(formatMb(commonMb)) },
            ...{ x: box.x + box.w / 2, y: box.y + h / 2 + 4, anchor: 'middle' },
            ...{ size: stage.type.small, on: 'userland', ink: 'on-look' },
          })),
    ],
  };
}

function cellPath({ stack }: SizedStack, cell: Cell, known: KnownInstance | undefined): LayerPath {
  return known?.boundary.path ?? `${stack.key}/memory-${cell.first + 1}`;
}

/** One instance, or a crowd drawn as one: its parts to scale, bottom up, and its edge. */
function cellItems(
  stage: SizeStage,
  sized: SizedStack,
  memory: MemoryState,
  cell: Cell,
  known: KnownInstance | undefined,
  isEach: boolean,
): readonly Item[] {
  const path = cellPath(sized, cell, known);
  const edge = isEach ? Math.min(memory.sizes.isVm ? 2 : 1.5, cell.box.h / 10) : 0.5;
  const { x, y: top, w } = cell.box;
  const outer = { ...cell.box, x: x + edge / 2, w: w - edge };
  const box = {
    ...{ x: outer.x + edge, w: outer.w - 2 * edge },
    ...{ y: top + 2 * edge, h: cell.box.h - 2 * edge },
  };
  const owner = isEach ? path : undefined;
  const items: Item[] = [];
  let y = box.y + box.h;
  for (const { part, mb } of memory.each) {
    if (mb === null || mb <= 0) continue;
    const h = (box.h * mb) / memory.eachMb;
    y -= h;
    const inner = stage.disk === null ? layerFor(known, part.role) : undefined;
    const own =
      inner !== undefined && inner.path !== path ? inner.path : `${path}#memory-${part.id}`;
    items.push({
      ...{ t: 'box', key: own, z: Z.part, box: { ...box, y, h }, look: lookOfRole(part.role) },
      radius: box.w < ROUNDED_PX ? 0 : Math.min(radiusOfRole(part.role), box.w / 6, h / 4),
      ...(owner === undefined ? {} : { owner }),
    });
  }
  return [
    ...(isEach ? [edgeOf(memory, path, outer, edge)] : thinEdge(memory, path, outer)),
    ...items,
  ];
}

function edgeOf({ sizes }: MemoryState, path: LayerPath, box: Box, thickness: number): Item {
  const base = { key: path, z: Z.cell, box, owner: path, layer: true };
  if (sizes.isVm) return { t: 'wall', ...base, thickness, leg: 0 };
  return { t: 'fence', ...base, foot: 0 };
}

/** In a crowd each still has its own barrier, as long as it can be seen. */
function thinEdge({ sizes }: MemoryState, path: LayerPath, box: Box): readonly Item[] {
  if (box.w < 7) return [];
  const [left, right, floor] = [box.x, box.x + box.w, box.y + box.h];
  return [
    {
      ...{ t: 'path', key: `${path}#edge`, z: Z.outline, width: 1 },
      ink: sizes.isVm ? 'wall' : 'fence',
      ...(sizes.isVm ? {} : { dash: [3, 2] }),
      points: [
        [left, floor],
        [left, box.y + 0.5],
        [right, box.y + 0.5],
        [right, floor],
      ],
    },
  ];
}

function crowdOf(
  stage: SizeStage,
  sized: SizedStack,
  memory: MemoryState,
  box: Box,
  first: KnownInstance | undefined,
): { readonly items: readonly Item[]; readonly nodes: readonly TwinNode[] } {
  if (sized.fill.there === 0) return { items: [], nodes: [] };
  const path = `${first?.boundary.path ?? `${sized.stack.key}/memory`}`;
  const { words } = stage;
  const name = words.twin.crowd(
    countText(stage, sized, sized.fill.there),
    formatMb(memory.eachMb),
    formatMb(memory.eachMb * sized.fill.there),
  );
  const kind = memory.sizes.isVm ? 'wall' : 'fence';
  return {
    items: [
      { t: 'box', key: path, owner: path, z: Z.ground, box, look: 'paper', radius: 0, layer: true },
    ],
    nodes: [{ path, kind, name, children: [] }],
  };
}

function partTexts(stage: SizeStage, each: readonly SizedPart[]): readonly string[] {
  return each.map(
    ({ part, mb }) => `${part.name} ${mb === null ? stage.words.notMeasured : formatMb(mb)}`,
  );
}

function cellNode(
  stage: SizeStage,
  sized: SizedStack,
  memory: MemoryState,
  cell: Cell,
  known: KnownInstance | undefined,
): TwinNode {
  const path = cellPath(sized, cell, known);
  const name = known?.boundary.name ?? countText(stage, sized, 1);
  return {
    path,
    kind: known?.boundary.kind ?? (memory.sizes.isVm ? 'wall' : 'fence'),
    name: stage.words.twin.instance(name, formatMb(memory.eachMb), partTexts(stage, memory.each)),
    children: [],
  };
}

function hostNode(stage: SizeStage, { stack, memory, fill }: SizedStack): TwinNode {
  const { twin, notMeasured, used, percent } = stage.words;
  const host = formatMb(stage.input.scene.size.host * 1000);
  const name =
    memory === null
      ? twin.host(host, notMeasured, notMeasured)
      : twin.host(host, used(formatMb(fill.usedMb)), percent(fill.share * 100));
  return { path: stack.ground.path, kind: 'hardware', name, children: [] };
}
