/** Labels of layers: where they sit and what they say when there is less room. */
import { fitLabel, type Label } from '../../layout/fit-label.ts';
import { nominalHeight, STRIP_INSET } from '../../layout/nominal.ts';
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import type { Layer } from '../../model/stack.ts';
import type { Box, IconItem, Item, Look, TextItem } from '../display-list.ts';
import { Z, zAt } from './depth.ts';
import type { Sizes } from './sizes.ts';

const ICONS: Partial<Record<Layer['kind'], IconItem['icon']>> = {
  hardware: 'chip',
  hypervisor: 'hypervisor',
  kernel: 'kernel',
};
/** Beside an icon, px. */
const ICON_AIR = 16;
const LEG_PX = 12;
/** The pins of fences reach into a slab; its name keeps off them, px. */
const PIN_LIFT = 4;
/** A name over teeth stands in what they leave of its box. */
const TEETH_LIFT = 2.5;
/** The same on a wall, where they are higher. */
const TEETH_LIFT_ON_WALL = 5.5;
/** Room for a wall's foot at either end of a strip, px. */
const STRIP_FEET = 12;
/** Least on both sides of a name together, px. */
export const SIDE_AIR = 4.5;
/** How deep the feet of walls reach into a strip, px. */
export const STRIP_LEG_PX = 11;

/** A strip's room for text: the feet of walls stand in its upper part and at both ends. */
function belowFeet(box: Box): Box {
  const feet = Math.min(STRIP_LEG_PX, box.h / 3);
  return {
    x: box.x + STRIP_FEET,
    y: box.y + feet,
    w: box.w - 2 * STRIP_FEET,
    h: box.h - feet,
  };
}

/** How deep the legs of the walls that stand on a slab reach into it, px. */
export function legDepth({ layer, box }: PlacedLayer): number {
  const walls = layer.carries.some((child) => child.kind === 'wall');
  return walls ? Math.min(LEG_PX, box.h * 0.2) : 0;
}

function pinDepth({ layer, box }: PlacedLayer): number {
  const fences = layer.carries.some((child) => child.kind === 'fence');
  return fences ? Math.min(PIN_LIFT, box.h * 0.1) : 0;
}

/** Room of a slab's body that its label may use: below strips, wires and the legs of walls. */
function labelArea(placed: PlacedLayer, strips: readonly Box[], wires: boolean): Box {
  const { box } = placed;
  const taken = wires ? Math.min(30, box.h * 0.3) : Math.max(legDepth(placed), pinDepth(placed));
  const low = strips.reduce((max, strip) => Math.max(max, strip.y + strip.h), box.y);
  const top = strips.length > 0 ? low + STRIP_INSET / 2 : box.y + taken;
  return { x: box.x, y: top, w: box.w, h: box.y + box.h - top };
}

/**
 * Label items of one placed layer.
 * @param strips boxes of the strips inside it
 * @param wires true when the engine's wires run through its upper part
 */
export function labelItems(
  placed: PlacedLayer,
  look: Look,
  sizes: Sizes,
  strips: readonly Box[],
  wires: boolean,
): readonly Item[] {
  const own: Layer = { ...placed.layer, ...placed.said };
  const { detail: _untold, ...bare } = own;
  // Whose kernel it is, is told even where nothing else has room for more than a name.
  const hasDetail = sizes.details || placed.layer.kind === 'kernel';
  const full: Layer = hasDetail ? own : bare;
  const iconRoom = sizes.iconPx + ICON_AIR;
  // A strip is one line high, and the feet of the walls stand in its ends.
  const isStrip = full.relation === 'inside';
  const layer = isStrip ? oneLine(full, sizes, placed.box.w - 2 * STRIP_FEET - iconRoom) : full;
  const area = isStrip ? belowFeet(placed.box) : labelArea(placed, strips, wires);
  const big = layer.kind === 'kernel' && placed.box.w >= 190 && layer.relation !== 'inside';
  const type = {
    namePx: big ? sizes.kernelPx : layer.kind === 'kernel' ? sizes.namePx + 1 : sizes.namePx,
    nameWeight: layer.kind === 'kernel' ? 700 : layer.kind === 'libs' ? 600 : 650,
    detailPx: Math.max(sizes.minPx, big ? sizes.detailPx + 1 : sizes.detailPx),
  };
  const z = zAt(placed.depth, Z.label);
  const icon = ICONS[layer.kind];
  if (icon !== undefined && area.w >= 150) {
    const left = fitLabel(layer, type, area.w - iconRoom - 10, area.h - 2);
    if (left !== null && left.lines.length <= 2)
      return leftLabel(placed, look, left, area, { icon, px: sizes.iconPx }, z);
  }
  const least = { ...type, namePx: sizes.minPx, detailPx: sizes.minPx };
  const air = sizes.wide?.airOf(layer.kind) ?? SIDE_AIR;
  // Which files they are says more than that they are libraries.
  const { short: _kind, ...files } = layer;
  const whose = layer.kind === 'libs' ? files : layer;
  // On a wall, where the air is as wide as a knock-out, they give half of it.
  const leastAir = whose === files && sizes.wide ? air / 2 : air;
  const label =
    fitLabel(whose, type, area.w - air, area.h - 3) ??
    fitLabel(whose, least, area.w - leastAir, area.h - 2) ??
    fitLabel(layer, least, area.w - air, area.h - 2) ??
    // A kernel gives its air for its name: it is what the picture is about.
    (layer.kind === 'kernel'
      ? fitLabel(layer, { ...least, nameWeight: 600 }, placed.box.w - 2, area.h - 2)
      : null);
  const lift = sizes.toothedPips ? TEETH_LIFT_ON_WALL : TEETH_LIFT;
  return label === null ? [] : centredLabel(placed, look, label, { area, lift }, z);
}

/** What a strip is part of is the point of drawing it: said in the same line where it fits. */
function oneLine(layer: Layer, sizes: Sizes, roomPx: number): Omit<Layer, 'detail'> {
  const { detail, ...nameOnly } = layer;
  const name = detail === undefined ? layer.name : `${layer.name}, ${detail}`;
  return textWidth(name, sizes.namePx, 650) <= roomPx ? { ...nameOnly, name } : nameOnly;
}

function leftLabel(
  placed: PlacedLayer,
  look: Look,
  label: Label,
  area: Box,
  { icon, px }: { readonly icon: IconItem['icon']; readonly px: number },
  z: number,
): readonly Item[] {
  const { path } = placed.layer;
  const size = Math.min(px, area.h - 4);
  const middle = area.y + area.h / 2;
  return [
    {
      t: 'icon',
      key: `${path}#icon`,
      owner: path,
      z,
      icon,
      x: area.x + 10,
      y: middle - size / 2,
      size,
      ink: 'on-look',
      on: look,
    },
    ...lineItems(placed, look, label, area.x + px + ICON_AIR, middle, 'start', z),
  ];
}

function centredLabel(
  placed: PlacedLayer,
  look: Look,
  label: Label,
  { area, lift }: { readonly area: Box; readonly lift: number },
  z: number,
): readonly Item[] {
  const { kind } = placed.layer;
  const isToothed = kind === 'libs' || kind === 'emulator';
  const middle = area.y + area.h / 2 - (isToothed ? lift : 0);
  return lineItems(placed, look, label, area.x + area.w / 2, middle, 'middle', z);
}

function lineItems(
  placed: PlacedLayer,
  look: Look,
  label: Label,
  x: number,
  middle: number,
  anchor: TextItem['anchor'],
  z: number,
): readonly Item[] {
  let y = middle - label.heightPx / 2;
  return label.lines.map((line, index): TextItem => {
    // The baseline sits about 0.86 of a line below its top in this font.
    const baseline = y + line.sizePx * 0.93;
    y += line.sizePx * 1.18;
    return {
      t: 'text',
      key: `${placed.layer.path}#label${index}`,
      owner: placed.layer.path,
      z,
      x,
      y: baseline,
      text: line.text,
      size: line.sizePx,
      weight: line.weight,
      anchor,
      ink: 'on-look',
      on: look,
      maxWidth: Math.max(placed.box.w - 2, textWidth(line.text, line.sizePx, line.weight)),
    };
  });
}

/** Title in the header of a wall or a partition. */
export function headerLabel(
  placed: PlacedLayer,
  sizes: Sizes,
  headerPx: number,
  padPx: number,
): readonly Item[] {
  const { layer, box } = placed;
  const type = { namePx: sizes.namePx, nameWeight: 650, detailPx: sizes.detailPx };
  const { detail: _none, ...nameOnly } = { ...layer, ...placed.said };
  const label = fitLabel(nameOnly, type, box.w - 2 * padPx - 4, headerPx - padPx / 2);
  if (label === null || label.lines.length > 1) return [];
  const middle = box.y + padPx + (headerPx - padPx) / 2;
  const line = label.lines[0];
  // Half a name under the edge of what stands below it is none.
  if (line === undefined || headerPx - padPx < line.sizePx * 0.98) return [];
  return [
    {
      t: 'text',
      key: `${layer.path}#label0`,
      owner: layer.path,
      z: zAt(placed.depth + 1, Z.label),
      x: box.x + box.w / 2,
      // In a low header it keeps clear of the wall above it rather than of the air below.
      y: Math.max(middle + line.sizePx * 0.36, box.y + padPx + 1.5 + line.sizePx * 0.72),
      text: line.text,
      size: line.sizePx,
      weight: line.weight,
      anchor: 'middle',
      ink: 'ink',
      maxWidth: box.w,
    },
  ];
}

/** Header height of a boundary at `unit`, px; `stretch` as in its layout. */
export function headerHeight(placed: PlacedLayer, unit: number, stretch = 1): number {
  return nominalHeight(placed.layer, { inFence: false, inWall: false, stretch }) * unit;
}
