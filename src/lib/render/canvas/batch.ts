/**
 * Sorts a display list into passes that can be painted with few changes of state: by z, within a z by
 * kind of item, within a kind by what it is painted with. Pure: knows the view but no canvas. What is
 * off screen or too small to see is left out here.
 */
import type { Box } from '../../layout/box.ts';
import type {
  BoxItem,
  DisplayList,
  FenceItem,
  GaugeItem,
  GroundItem,
  IconItem,
  Item,
  Look,
  PathItem,
  TextItem,
  WallItem,
} from '../../scene/display-list.ts';
import { visibleWorld, type View } from './view.ts';

/** Items that share every setting of the canvas. */
export interface Group<T extends Item> {
  readonly alpha: number;
  readonly items: T[];
}

/** What is painted at one z; the fields are painted in this order. */
export interface Pass {
  readonly z: number;
  readonly grounds: GroundItem[];
  readonly boxes: Map<number, Group<BoxItem>>;
  readonly walls: WallItem[];
  readonly fences: Map<number, Group<FenceItem>>;
  readonly gauges: GaugeItem[];
  readonly paths: PathItem[];
  readonly icons: IconItem[];
  readonly texts: Map<string, Group<TextItem>>;
}

export interface Batches {
  /** Bottom up. */
  readonly passes: readonly Pass[];
  /** The z after which teeth, outlines and fence posts are painted: they bite into what stands above. */
  readonly jointsAfterZ: number;
  readonly toothed: readonly BoxItem[];
  readonly posted: readonly FenceItem[];
}

/** Text smaller than this on screen is left out, px. */
const MIN_TEXT_PX = 5;
/** Boxes smaller than this on screen are left out, px. */
const MIN_BOX_PX = 0.25;
/** What may stick out of an item's box: legs, posts, teeth, outline, world px plus screen px. */
const OVERHANG = 24;

/** Distinguishes alphas in a group's key; finer differences cannot be seen. */
const ALPHA_STEPS = 255;
const LOOKS: readonly Look[] = [
  ...(['hardware', 'hypervisor', 'kernel', 'userland', 'libs', 'app', 'engine', 'sentry'] as const),
  ...(['vmm', 'emulator', 'library-os', 'ghost', 'partition', 'fence-tint', 'paper'] as const),
  ...(['badge', 'band', 'panel', 'terminal', 'reached', 'reached-kernel'] as const),
  ...(['safe', 'tag-reached', 'tag-safe'] as const),
];
const LOOK_INDEX = Object.fromEntries(LOOKS.map((look, index) => [look, index])) as Record<
  Look,
  number
>;

/** @returns the list's visible items, grouped for painting; the order of equal items is kept. */
export function batch(list: DisplayList, view: View): Batches {
  const passes = new Map<number, Pass>();
  const toothed: BoxItem[] = [];
  const posted: FenceItem[] = [];
  const near = grown(visibleWorld(view), OVERHANG + OVERHANG / view.zoom);
  let jointsAfterZ = -Infinity;
  let pass: Pass | undefined;
  for (const item of list.items) {
    if (item.alpha === 0 || !isVisible(item, near, view.zoom)) continue;
    if (pass?.z !== item.z) {
      pass = passes.get(item.z);
      if (!pass) passes.set(item.z, (pass = emptyPass(item.z)));
    }
    place(pass, item);
    if ('layer' in item && item.layer && item.z > jointsAfterZ) jointsAfterZ = item.z;
    if (item.t === 'box' && item.teeth && !item.ghost) toothed.push(item);
    if (item.t === 'fence' && !item.ghost) posted.push(item);
  }
  const sorted = [...passes.values()].sort((a, b) => a.z - b.z);
  return { passes: sorted, jointsAfterZ, toothed, posted };
}

function emptyPass(z: number): Pass {
  return {
    ...{ z, grounds: [], boxes: new Map(), walls: [], fences: new Map() },
    ...{ gauges: [], paths: [], icons: [], texts: new Map() },
  };
}

function place(pass: Pass, item: Item): void {
  switch (item.t) {
    case 'box':
      return add(pass.boxes, boxKey(item), item);
    case 'text':
      return add(pass.texts, textKey(item), item);
    case 'fence':
      return add(pass.fences, alphaStep(item) * 2 + (item.ghost ? 1 : 0), item);
    case 'wall':
      return void pass.walls.push(item);
    case 'gauge':
      return void pass.gauges.push(item);
    case 'path':
      return void pass.paths.push(item);
    case 'icon':
      return void pass.icons.push(item);
    case 'ground':
      return void pass.grounds.push(item);
  }
}

function add<K, T extends Item>(groups: Map<K, Group<T>>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.items.push(item);
  else groups.set(key, { alpha: item.alpha ?? 1, items: [item] });
}

function alphaStep(item: Item): number {
  return item.alpha === undefined ? ALPHA_STEPS : Math.round(item.alpha * ALPHA_STEPS);
}

function boxKey(item: BoxItem): number {
  const style = LOOK_INDEX[item.look] * 4 + (item.ghost ? 2 : 0) + (item.fadeLeft ? 1 : 0);
  return style * (ALPHA_STEPS + 1) + alphaStep(item);
}

function textKey(item: TextItem): string {
  const flags = (item.mono ? 1 : 0) + (item.halo ? 2 : 0);
  return `${item.size} ${item.weight} ${flags} ${item.anchor} ${item.ink} ${item.on} ${alphaStep(item)}`;
}

function isVisible(item: Item, near: Box, zoom: number): boolean {
  switch (item.t) {
    case 'box':
      if (item.box.w * zoom < MIN_BOX_PX || item.box.h * zoom < MIN_BOX_PX) return false;
      return overlaps(item.box, near);
    case 'fence':
    case 'wall':
    case 'gauge':
      return overlaps(item.box, near);
    case 'text': {
      if (item.size * zoom < MIN_TEXT_PX) return false;
      const reach = item.maxWidth ?? item.text.length * item.size;
      return (
        item.x + reach >= near.x &&
        item.x - reach <= near.x + near.w &&
        item.y + reach >= near.y &&
        item.y - reach <= near.y + near.h
      );
    }
    case 'icon':
      return overlaps({ x: item.x, y: item.y, w: item.size, h: item.size }, near);
    case 'path':
    case 'ground':
      return true;
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}
