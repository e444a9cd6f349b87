/** Drawing of one stack: bodies, teeth, fences, walls, wires, gauges and labels. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { Layer, LayerPath } from '../../model/stack.ts';
import type { Overlay } from '../../model/scene.ts';
import type { Item, Teeth } from '../display-list.ts';
import { crowdItems } from './crowd.ts';
import { Z, zAt } from './depth.ts';
import { headerHeight, headerLabel, labelItems, legDepth, STRIP_LEG_PX } from './labels.ts';
import { lookOf, radiusOf } from './looks.ts';
import type { Sizes } from './sizes.ts';
import type { StructureWords } from '../../model/words-structure.ts';

export interface StackItemsInput {
  /** Placed in world coordinates. */
  readonly placed: readonly PlacedLayer[];
  readonly unit: number;
  /** What the layout stretched headers and strips by; default 1. */
  readonly stretch?: number;
  readonly sizes: Sizes;
  readonly overlays: ReadonlySet<Overlay>;
  readonly words: StructureWords;
  /** Where the text above the stack ends. */
  readonly minY: number;
}

const POST_PX = 11;
/** Illustrative fill of the cgroup gauges: use differs from container to container. */
const GAUGE_FILLS = [0.42, 0.3, 0.55, 0.68] as const;
const GAUGE_LIMIT = 0.86;

/** All items of one stack. */
export function stackItems(input: StackItemsInput): readonly Item[] {
  const byPath = new Map(input.placed.map((placed) => [placed.layer.path, placed]));
  return input.placed.flatMap((placed) => layerItems(placed, byPath, input));
}

function layerItems(
  placed: PlacedLayer,
  byPath: ReadonlyMap<LayerPath, PlacedLayer>,
  input: StackItemsInput,
): readonly Item[] {
  if (placed.crowd !== undefined) {
    return crowdItems(placed, placed.crowd.count, input);
  }
  switch (placed.layer.kind) {
    case 'fence':
      return fenceItems(placed, input);
    case 'wall':
      return wallItems(placed, byPath, input);
    case 'control-domain':
      return partitionItems(placed, input);
    default:
      return bodyItems(placed, byPath, input);
  }
}

function bodyItems(
  placed: PlacedLayer,
  byPath: ReadonlyMap<LayerPath, PlacedLayer>,
  input: StackItemsInput,
): readonly Item[] {
  const { layer, box } = placed;
  const strips = layer.inside.flatMap((strip) => {
    const found = byPath.get(strip.path);
    return found === undefined ? [] : [found.box];
  });
  const wires = layer.kind === 'kernel' ? wireItems(placed, byPath) : [];
  const look = lookOf(layer);
  const isSlab =
    layer.kind === 'kernel' || layer.kind === 'hypervisor' || layer.kind === 'hardware';
  const isStrip = layer.relation === 'inside';
  const z = isStrip ? Z.strip : isSlab ? Z.slab : Z.program;
  // The Sentry answers system calls too, so what stands on it fits its teeth.
  const answers = layer.kind === 'kernel' || layer.kind === 'sentry';
  const teeth = answers ? teethOf(placed, byPath) : [];
  return [
    {
      t: 'box',
      key: layer.path,
      owner: layer.path,
      z: zAt(placed.depth, z),
      box,
      look,
      radius: Math.min(radiusOf(layer), box.w / 4, box.h / 4),
      layer: true,
      ...(teeth.length > 0 ? { teeth } : {}),
    },
    ...wires,
    ...(isStrip
      ? stripLabel(placed, byPath, input.sizes)
      : labelItems(placed, look, input.sizes, strips, wires.length > 0)),
  ];
}

/** Between the legs of the first wall where it fits there, else below all of them. */
function stripLabel(
  placed: PlacedLayer,
  byPath: ReadonlyMap<LayerPath, PlacedLayer>,
  sizes: Sizes,
): readonly Item[] {
  const look = lookOf(placed.layer);
  const between = labelItems(stripLabelRoom(placed, byPath, sizes), look, sizes, [], false);
  return between.length > 0 ? between : labelItems(placed, look, sizes, [], false);
}

/** The legs of walls stand in the strip under them: its name goes between those of the first wall. */
function stripLabelRoom(
  placed: PlacedLayer,
  byPath: ReadonlyMap<LayerPath, PlacedLayer>,
  sizes: Sizes,
): PlacedLayer {
  const kernel = placed.parent === null ? undefined : byPath.get(placed.parent)?.layer;
  const wall = kernel?.carries.find((child) => child.kind === 'wall' && byPath.has(child.path));
  const box = wall === undefined ? undefined : byPath.get(wall.path)?.box;
  if (box === undefined || box.w >= placed.box.w) return placed;
  const leg = Math.min(sizes.wallPx, box.w / 8);
  return { ...placed, box: { ...placed.box, x: box.x + leg, w: box.w - 2 * leg } };
}

/** Teeth under everything that makes system calls to this layer; none under a VM. */
function teethOf(
  placed: PlacedLayer,
  byPath: ReadonlyMap<LayerPath, PlacedLayer>,
): readonly Teeth[] {
  const { layer, box } = placed;
  const { family } = layer;
  if (family === undefined) return [];
  const spans = layer.carries.flatMap((child) => {
    const above = byPath.get(child.path);
    if (above === undefined || child.kind === 'wall') return [];
    return [[above.box.x - box.x, above.box.x + above.box.w - box.x] as const];
  });
  const merged: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = merged.at(-1);
    // Neighbours closer than a stride share one row of teeth: the slab is unbroken.
    if (last !== undefined && from - last[1] < 14) last[1] = to;
    else merged.push([from, to]);
  }
  return merged.map(([from, to]) => ({ family, from, to }));
}

function fenceItems(placed: PlacedLayer, input: StackItemsInput): readonly Item[] {
  const { layer, box, depth } = placed;
  const items: Item[] = [];
  const base = { key: layer.path, owner: layer.path };
  const holdsFences = isAroundFences(layer);
  const foot = Math.min(POST_PX, 14 * input.unit);
  if (input.overlays.has('namespaces')) {
    items.push({ t: 'fence', ...base, z: zAt(depth, Z.tint), box, foot, layer: true });
  }
  const header = headerHeight(placed, input.unit, input.stretch);
  if (holdsFences && input.overlays.has('namespaces'))
    items.push(...headerLabel({ ...placed, depth: depth - 1 }, input.sizes, header, 2));
  if (input.overlays.has('cgroups') && !holdsFences && header >= 8 && box.w >= 24) {
    const h = Math.max(4, Math.min(8, header * 0.28));
    items.push({
      t: 'gauge',
      ...base,
      key: `${layer.path}#gauge`,
      z: zAt(depth, Z.gauge),
      box: { x: box.x + 6.5, y: box.y + header * 0.37, w: box.w - 13, h },
      fill: GAUGE_FILLS[(layer.instance?.index ?? 0) % GAUGE_FILLS.length] ?? 0.5,
      limit: GAUGE_LIMIT,
    });
  }
  return items;
}

function wallItems(
  placed: PlacedLayer,
  byPath: ReadonlyMap<LayerPath, PlacedLayer>,
  input: StackItemsInput,
): readonly Item[] {
  const { layer, box, depth } = placed;
  const thickness = Math.min(input.sizes.wallPx, box.w / 8);
  const below = placed.parent === null ? undefined : byPath.get(placed.parent);
  // With KVM the legs go through the host kernel's edge and end in the strip.
  const strip = below?.layer.inside[0];
  const stripBox = strip === undefined ? undefined : byPath.get(strip.path)?.box;
  const floorY = box.y + box.h;
  const leg =
    stripBox === undefined
      ? below === undefined
        ? 0
        : legDepth(below)
      : stripBox.y - floorY + Math.min(STRIP_LEG_PX, stripBox.h / 3);
  return [
    {
      t: 'wall',
      key: layer.path,
      owner: layer.path,
      z: zAt(depth, Z.wall),
      box,
      thickness,
      leg: Math.max(4, Math.min(leg, 30)),
      layer: true,
    },
    ...headerLabel(placed, input.sizes, headerHeight(placed, input.unit, input.stretch), thickness),
  ];
}

function partitionItems(placed: PlacedLayer, input: StackItemsInput): readonly Item[] {
  const { layer, box, depth } = placed;
  return [
    {
      t: 'box',
      key: layer.path,
      owner: layer.path,
      z: zAt(depth, Z.tint),
      box,
      look: 'partition',
      radius: 4,
      layer: true,
    },
    ...headerLabel(
      { ...placed, depth: depth - 1 },
      input.sizes,
      headerHeight(placed, input.unit, input.stretch),
      2,
    ),
  ];
}

/** The engine asks, the kernel builds: a dotted wire inside the kernel from the engine to each fence. */
function wireItems(
  placed: PlacedLayer,
  byPath: ReadonlyMap<LayerPath, PlacedLayer>,
): readonly Item[] {
  const { layer, box, depth } = placed;
  const floor = layer.carries.flatMap(throughFence);
  const engine = floor.find((child) => child.kind === 'engine' && byPath.has(child.path));
  const engineBox = engine === undefined ? undefined : byPath.get(engine.path)?.box;
  const fences = floor.flatMap((child) => {
    const fence = child.kind === 'fence' ? byPath.get(child.path) : undefined;
    return fence === undefined ? [] : [fence];
  });
  if (engine === undefined || engineBox === undefined || fences.length === 0 || box.h < 56)
    return [];
  const low = box.y + Math.min(26, box.h * 0.24);
  const from = engineBox.x + engineBox.w / 2;
  const centres = fences.map((fence) => fence.box.x + fence.box.w / 2);
  const far = Math.min(...centres);
  const base = { z: zAt(depth, Z.wire), ink: 'on-kernel', width: 1.4, dash: [2, 3] } as const;
  return [
    {
      t: 'path',
      key: `${engine.path}#wire`,
      owner: engine.path,
      ...base,
      points: [
        [from, box.y + 7],
        [from, low],
        [far, low],
      ],
      dot: 'start',
    },
    ...centres.map((x, index): Item => ({
      t: 'path',
      key: `${engine.path}#wire-${index}`,
      owner: engine.path,
      ...base,
      points: [
        [x, low],
        [x, box.y + 9],
      ],
      arrow: 'end',
    })),
  ];
}

/** A user namespace around an engine and its containers: what they stand on is the same kernel. */
export function isAroundFences(layer: Layer): boolean {
  return layer.kind === 'fence' && layer.wraps.some(({ kind }) => kind === 'fence');
}

function throughFence(layer: Layer): readonly Layer[] {
  return isAroundFences(layer) ? layer.wraps : [layer];
}

/** The fences on the ground floor that are drawn one by one. */
export function fencesOf(placed: readonly PlacedLayer[]): readonly PlacedLayer[] {
  return placed.filter(
    (item) => item.layer.kind === 'fence' && item.depth === 0 && item.crowd === undefined,
  );
}
