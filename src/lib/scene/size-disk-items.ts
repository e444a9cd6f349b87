/** The left half of the Size lens: what lies on the disk, areas to scale. */
import type { Box } from '../layout/box.ts';
import { fitLabel } from '../layout/fit-label.ts';
import { layoutAreas, type AreaLayout, type PlacedAreas } from '../layout/size-columns.ts';
import type { LayerPath } from '../model/stack.ts';
import { formatMb } from '../sim/format-bytes.ts';
import type { DiskState, StoredPart } from '../sim/size-disk.ts';
import type { BoxItem, Item, TextItem } from './display-list.ts';
import type { TwinNode } from './picture.ts';
import { instancesOf, kindOf, layerFor, lookOfRole, radiusOfRole } from './size-parts.ts';
import type { SizedStack, SizeStage } from './size-stage.ts';
import { fitting, text, widthOf, wrapped, Z } from './size-text.ts';

export interface DiskPicture {
  readonly items: readonly Item[];
  /** Twins of each stack. */
  readonly nodes: readonly (readonly TwinNode[])[];
}

/** Right of the last stack: scale box and words. */
const SCALE_PX = 104;
const SCALES_MB = [0.1, 1, 10, 100, 1000, 10_000] as const;

export function diskPicture(stage: SizeStage, region: Box): DiskPicture {
  const { type, stacks, words } = stage;
  const narrow = region.w < 420;
  const belowPx = type.big + 2.7 * type.small + 16;
  const groundY = region.y + region.h - belowPx;
  const topPx = type.title + 2.2 * type.name + (stacks.length > 1 ? type.name * 1.6 : 0);
  const scalePx = narrow ? 0 : SCALE_PX;
  const known = stacks.map(({ disk }) => ({
    columns: Math.max(1, disk?.images.length ?? 2),
    parts: disk?.stored ?? [{ key: 'unknown', mb: null, from: 0, to: 1 }],
  }));
  const layout = layoutAreas(known, {
    x: region.x,
    w: Math.max(20, region.w - scalePx),
    groundY,
    h: Math.max(20, groundY - region.y - topPx),
    gap: narrow ? 18 : Math.min(64, (region.w - scalePx) / (stacks.length * 4)),
    minColumn: narrow ? 24 : Math.min(68, (region.w - scalePx) / (stacks.length * 4.2)),
    maxColumn: 128,
  });
  const title = fitting(region.w, {
    ...{ key: 'size/disk/title', text: words.disk, x: region.x, y: region.y + type.title },
    ...{ size: type.title, weight: 700 },
  });
  const ground: Item = {
    ...{ t: 'ground', key: 'ground', z: Z.ground, y: groundY },
    ...{ x1: region.x - 8, x2: region.x + region.w + 8 },
  };
  const parts = stacks.map((stack, at) => {
    const placed = layout.stacks[at];
    if (placed === undefined) return { items: [], nodes: [] };
    const next = layout.stacks[at + 1]?.x ?? region.x + region.w + 12;
    return stackAreas(stage, stack, placed, { groundY, roomPx: next - placed.x - 12 });
  });
  return {
    items: [
      ...title,
      ground,
      ...parts.flatMap(({ items }) => items),
      ...(narrow ? [] : scaleItems(stage, region, layout, groundY)),
    ],
    nodes: parts.map(({ nodes }) => nodes),
  };
}

interface Under {
  readonly groundY: number;
  /** Room for words under the stack. */
  readonly roomPx: number;
}

function stackAreas(
  stage: SizeStage,
  sized: SizedStack,
  placed: PlacedAreas,
  under: Under,
): { items: readonly Item[]; nodes: readonly TwinNode[] } {
  const { stack, disk } = sized;
  const known = instancesOf(stack);
  const taken = new Set<LayerPath>();
  const items: Item[] = [];
  const nodes: TwinNode[] = [];
  for (const area of placed.areas) {
    const part = disk?.stored.find(({ key }) => key === area.key);
    if (part === undefined || disk === null) {
      items.push(unknownItem(stack.key, area.box));
      continue;
    }
    const layer = layerFor(known[part.from], part.part.role)?.path;
    const isFree = layer !== undefined && !taken.has(layer);
    const path = isFree ? layer : `${stack.key}/disk-${part.key.replaceAll('.', '-')}`;
    taken.add(path);
    items.push(...areaItems(stage, part, path, area.box));
    nodes.push(nodeOf(stage, disk, part, path));
  }
  items.push(
    ...wallItems(sized, placed),
    ...columnNames(stage, sized, placed),
    ...totals(stage, sized, placed, under),
  );
  return { items, nodes };
}

function areaItems(
  stage: SizeStage,
  { part, mb, origin }: StoredPart,
  path: LayerPath,
  box: Box,
): readonly Item[] {
  const isKnown = mb !== null;
  const look = isKnown ? lookOfRole(part.role) : 'ghost';
  const body: BoxItem = {
    ...{ t: 'box', key: path, owner: path, z: Z.area, box, look, layer: true },
    radius: Math.min(radiusOfRole(part.role), box.w / 4, box.h / 4),
  };
  const size = isKnown ? formatMb(mb) : stage.words.notMeasured;
  const detail = origin === 'assumption' ? stage.words.assumed(size) : size;
  const label = fitLabel(
    { name: part.name, detail },
    { namePx: stage.type.name, nameWeight: 650, detailPx: stage.type.small },
    box.w - 8,
    box.h - 4,
  );
  if (label === null) return [body];
  let y = box.y + (box.h - label.heightPx) / 2;
  const lines = label.lines.map((line, at): TextItem => {
    y += line.sizePx * 1.18;
    return text({
      ...{ key: `${path}#label${at}`, owner: path, text: line.text, anchor: 'middle' },
      ...{ x: box.x + box.w / 2, y: y - line.sizePx * 0.28, size: line.sizePx },
      ...{ weight: line.weight, ink: isKnown ? 'on-look' : 'secondary', on: look },
    });
  });
  return [body, ...lines];
}

/** An open outline: it has no size. */
function unknownItem(key: string, box: Box): Item {
  return { t: 'box', key: `${key}#disk-unknown`, z: Z.area, box, look: 'ghost', radius: 0 };
}

function nodeOf(stage: SizeStage, disk: DiskState, part: StoredPart, path: LayerPath): TwinNode {
  const { twin, origins, notMeasured } = stage.words;
  const images = disk.images.slice(part.from, part.to + 1).map(({ name }) => name);
  const size = part.mb === null ? notMeasured : formatMb(part.mb);
  const origin = origins[part.origin];
  const [only = ''] = images;
  const name =
    images.length === 1
      ? twin.part(part.part.name, size, only, origin)
      : twin.shared(part.part.name, size, images, origin);
  return { path, kind: kindOf(part.part.role), name, children: [] };
}

/** Bricks of a VM's wall around its disk, outside the area: that is to scale. px */
const WALL_PX = 4;

/** A VM's own disk stands within the VM's wall; layers of images and what several VMs share do not. */
function wallItems(
  { stack, disk }: SizedStack,
  { areas, columnW, w, x }: PlacedAreas,
): readonly Item[] {
  const isWalled = instancesOf(stack).some(({ boundary }) => boundary.kind === 'wall');
  if (!isWalled || disk === null || disk.sharing === 'layers' || disk.isShared) return [];
  if (columnW < 24) return [];
  const pitch = disk.images.length < 2 ? 0 : (w - columnW) / (disk.images.length - 1);
  return disk.images.flatMap((_, at): readonly Item[] => {
    const own = areas.flatMap(({ key, box }) => {
      const part = disk.stored.find((one) => one.key === key);
      return part?.from === at && part.to === at ? [box] : [];
    });
    if (own.length === 0) return [];
    const top = Math.min(...own.map(({ y }) => y));
    const foot = Math.max(...own.map((box) => box.y + box.h));
    const box = {
      ...{ x: x + at * pitch - WALL_PX, y: top - WALL_PX },
      ...{ w: columnW + 2 * WALL_PX, h: foot - top + WALL_PX },
    };
    const key = `${stack.key}#disk-wall/${at}`;
    return [{ t: 'wall', key, z: Z.area - 1, box, thickness: WALL_PX, leg: 0 }];
  });
}

/** The program over its column; left out where it has no room. */
function columnNames(stage: SizeStage, sized: SizedStack, placed: PlacedAreas): readonly Item[] {
  const { type } = stage;
  const names = (sized.disk?.images ?? []).map(({ name }) => name);
  const wallPx = wallItems(sized, placed).length > 0 ? WALL_PX : 0;
  const pitch = placed.tops.length > 1 ? placed.w / placed.tops.length : placed.columnW + 30;
  const lines = names.map((name, at) => ({
    ...{ key: `${sized.stack.key}#disk-name/${at}`, text: name, anchor: 'middle' as const },
    ...{ x: placed.x + (at + 0.5) * (placed.w / names.length) },
    ...{ y: (placed.tops[at] ?? 0) - 6 - wallPx, size: type.small, weight: 650 },
  }));
  const allFit = lines.every((line) => widthOf(line) <= pitch - 2);
  const top =
    Math.min(...placed.tops) - (allFit && names.length > 0 ? type.small + 14 : 8) - wallPx;
  const { letter, stack } = sized;
  if (stage.stacks.length < 2) return allFit ? lines.map(text) : [];
  return [
    ...(allFit ? lines.map(text) : []),
    ...badgeItems(stage, letter, stack.key, placed.x, top),
    ...nameBeside(stage, sized, placed, top),
  ];
}

/** On a wall no other words say which stack a letter stands for. */
function nameBeside(
  { input, type }: SizeStage,
  { stack }: SizedStack,
  placed: PlacedAreas,
  baseY: number,
): readonly Item[] {
  if (input.shell !== 'projector') return [];
  const x = placed.x + type.name * 1.3 + 8;
  const name = {
    ...{ key: `${stack.key}#disk-stack`, text: stack.shortTitle, x },
    ...{ y: baseY + 3 - type.name * 0.33, size: type.name, weight: 700 },
  };
  const right = Math.min(placed.x + placed.w + NAME_OVER_PX, input.widthPx);
  return x + widthOf(name) <= right ? [text(name)] : [];
}

/** A name may end beyond its pile, short of the next. */
const NAME_OVER_PX = 30;

/** The stack's letter, which its host in the other half has too. */
export function badgeItems(
  { type }: SizeStage,
  letter: string,
  key: string,
  x: number,
  baseY: number,
  half = 'disk',
): readonly Item[] {
  const side = type.name * 1.3;
  const box = { x, y: baseY - side + 3, w: side, h: side };
  return [
    { t: 'box', key: `${key}#${half}-badge`, z: Z.outline, box, look: 'badge', radius: 4 },
    text({
      ...{ key: `${key}#${half}-letter`, text: letter, x: x + side / 2, anchor: 'middle' },
      ...{ y: box.y + side * 0.75, size: type.name, weight: 700, ink: 'on-badge' },
    }),
  ];
}

function totals(
  stage: SizeStage,
  { stack, disk }: SizedStack,
  { x }: PlacedAreas,
  { groundY, roomPx }: Under,
): readonly Item[] {
  const { type, words } = stage;
  const key = `${stack.key}#disk-total`;
  const y = groundY + type.big + 6;
  if (disk === null) {
    const says = { key, text: words.notMeasured, x, y, size: type.name };
    return fitting(roomPx, { ...says, ink: 'secondary' });
  }
  const big = { key, text: formatMb(disk.totalMb), x, y, size: type.big, weight: 760 };
  const how = {
    ...{ key: `${key}/how`, text: storedHow(stage, disk), x, y: y + type.small * 1.4 },
    ...{ size: type.small, ink: 'secondary' as const },
  };
  return [...fitting(roomPx, big, { ...big, size: type.title }), ...wrapped(how, roomPx, 2)];
}

function storedHow({ words }: SizeStage, disk: DiskState): string {
  const { storing } = words;
  if (disk.images.length < 2) return storing.single;
  if (disk.sharing === 'layers') {
    return disk.isShared ? storing.sharedLayers : storing.layersApart;
  }
  return disk.isShared ? storing.linkedClones : storing.wholeDisks;
}

/** A dashed square of a round number of bytes, so that areas can be read. */
function scaleItems(
  { type, words }: SizeStage,
  region: Box,
  { pxPerMb }: AreaLayout,
  groundY: number,
): readonly Item[] {
  const sides = SCALES_MB.map((mb) => ({ mb, side: Math.sqrt(mb * pxPerMb) }));
  const fit = sides.filter(({ side }) => side <= 66 && side >= 12).at(-1);
  if (fit === undefined) return [];
  const x = region.x + region.w - SCALE_PX + 16;
  const y = region.y + type.title * 2.4;
  if (y + fit.side + type.small * 3 > groundY) return [];
  const box = { x, y, w: fit.side, h: fit.side };
  const line = {
    ...{ key: 'size/scale/text', text: words.scale(formatMb(fit.mb)), x },
    ...{ y: y + fit.side + type.small * 1.3, size: type.small, ink: 'secondary' as const },
  };
  const under = wrapped(line, SCALE_PX - 16, 2);
  // Large type has no room under the square alone; a square that nobody explains is none.
  const right = { ...line, x: x + fit.side, anchor: 'end' as const };
  const label =
    under.length > 0 ? under : widthOf(right) < region.w * SCALE_SHARE ? [text(right)] : [];
  if (label.length === 0) return [];
  return [{ t: 'box', key: 'size/scale', z: Z.area, box, look: 'ghost', radius: 0 }, ...label];
}

/** Of the width, what the words of the scale may take. */
const SCALE_SHARE = 0.3;
