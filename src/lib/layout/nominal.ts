/**
 * Nominal sizes of the layers in px at unit 1, where the Explore mock-up was drawn. Hardware keeps its
 * height across the stacks of a scene, kernels stay within 1:1.5 of one another, so that a short stack
 * means fewer layers.
 */
import type { Layer } from '../model/stack.ts';
import { textWidth } from './text-metrics.ts';

/** Where a layer stands: decides how tall programs and libraries are. */
export interface Place {
  /** Inside a fence: lower boxes. */
  readonly inFence: boolean;
  readonly inWall: boolean;
  /** What headers of boundaries and strips are stretched by, so that a low drawing can name them; default 1. */
  readonly stretch?: number;
  /** What the head of a boundary has below its title for the names of boxes in it, px at unit 1; else 0. */
  readonly headroomOf?: (layer: Layer) => number;
}

const FENCE_HEADER = 26;
export const WALL_HEADER = 32;
const PARTITION_HEADER = 26;
export const FENCE_PAD = 4.5;
export const STRIP_HEIGHT = 34;
export const STRIP_INSET = 9;
/** Room in a kernel's top for the posts of fences and the engine's wires; a strip lies below them. */
export const POSTS_PX = 32;

/** Height of a layer's own body at unit 1, without what stands on it. */
export function nominalHeight(layer: Layer, place: Place): number {
  const { stretch = 1 } = place;
  switch (layer.kind) {
    case 'hardware':
    case 'library-os':
      return 74;
    case 'hypervisor':
      return layer.relation === 'inside' ? STRIP_HEIGHT * stretch : 70;
    case 'kernel':
      return kernelHeight(layer.inside.length > 0, hasFences(layer), stretch);
    case 'sentry':
      return 72;
    case 'libs':
      return 66;
    case 'engine':
    case 'vmm':
      return 102;
    case 'emulator':
      return 54;
    case 'userland':
    case 'app':
      return place.inFence ? 66 : 96;
    case 'fence':
      return FENCE_HEADER;
    case 'wall':
      return WALL_HEADER * stretch;
    case 'control-domain':
      return PARTITION_HEADER * stretch;
  }
}

/** Room for a strip or for posts and wires; for both the most that is 1:1.5 of a plain kernel. */
function kernelHeight(strip: boolean, posts: boolean, stretch: number): number {
  if (strip) return (posts ? 132 : 108) + STRIP_HEIGHT * (stretch - 1);
  return posts ? 108 : 88;
}

/** @returns true when fences have their posts in this kernel. */
export function hasFences(kernel: Layer): boolean {
  return kernel.carries.some((child) => child.kind === 'fence');
}

/** Smallest name of a label in px; what a box must at least hold. */
const LABEL_PX = 13;

/** Narrowest and widest a leaf asks for at unit 1, px; between them its name decides. */
const LEAF_WIDTHS: Partial<Record<Layer['kind'], readonly [number, number]>> = {
  engine: [44, 76],
  sentry: [54, 66],
  vmm: [46, 76],
  userland: [30, 40],
  app: [38, 66],
  libs: [40, 66],
};

/** Narrowest useful width of a leaf at unit 1, px: the longest word of its shortest name still fits. */
export function leafWidth(layer: Layer): number {
  // A service on its own, beside what it serves, is asked to show its name.
  const kind = layer.kind === 'userland' && layer.relation === 'beside' ? 'vmm' : layer.kind;
  const [least, most] = LEAF_WIDTHS[kind] ?? [60, 60];
  const words = layer.lines ?? (layer.short ?? layer.name).split(' ');
  const longest = Math.max(...words.map((word) => textWidth(word, LABEL_PX, 600)));
  return Math.min(most, Math.max(least, longest + (kind === 'engine' ? 14 : 4)));
}

const WIDEST_USEFUL: Partial<Record<Layer['kind'], number>> = {
  engine: 124,
  vmm: 112,
  libs: 150,
  'control-domain': 230,
};

/** Width beyond which a part gains nothing, px; the neighbours get the rest. */
export function widestUseful({ kind, relation }: Layer): number {
  return WIDEST_USEFUL[kind === 'userland' && relation === 'beside' ? 'vmm' : kind] ?? Infinity;
}
