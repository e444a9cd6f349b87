/**
 * On a wall a box without room for its name keeps none, and nobody can point at it to ask: a line under the
 * stacks then says what such boxes are.
 */
import { textWidth } from '../../layout/text-metrics.ts';
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { StructureTableWords } from '../../model/words-structure.ts';
import type { Item } from '../display-list.ts';
import { Z } from './depth.ts';
import { lookOf, radiusOf } from './looks.ts';
import type { Sizes } from './sizes.ts';

/** What is drawn of one stack. */
export interface DrawnPart {
  readonly placed: readonly PlacedLayer[];
  readonly items: readonly Item[];
}

/** Edges that the line keeps within, the foot of the picture, and its type, px. */
interface KeyRoom {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly sizePx: number;
}

interface KeyToLooks {
  readonly items: readonly Item[];
  /** Room that it takes at the foot of the picture, px. */
  readonly heightPx: number;
}

/** Kinds that a look tells apart, and that a name may be missing of. */
const TOLD: readonly LayerKind[] = [
  ...(['userland', 'libs', 'emulator', 'sentry', 'library-os'] as const),
  ...(['engine', 'vmm', 'hypervisor'] as const),
];
const SWATCH = { w: 44, h: 26 } as const;
const AIR_PX = 10;
const GAP_PX = 34;
const LINE = 1.4;
const ABOVE_PX = 12;
/** A lower picture on a wall needs all its room for the stacks, px. */
const LEAST_WITH_KEY = 480;
/** More than this says less than the picture does. */
const MOST_LINES = 2;

/** The kinds of which some stack names no box at all, in the order of the words. */
function namelessKinds(parts: readonly DrawnPart[]): ReadonlyMap<LayerKind, PlacedLayer> {
  const found = new Map<LayerKind, PlacedLayer>();
  for (const { placed, items } of parts) {
    const named = new Set(
      items.flatMap(({ key, owner }) => (/#(?:label|callout)/.test(key) ? [owner] : [])),
    );
    for (const kind of TOLD) {
      const all = placed.filter(({ layer, crowd }) => layer.kind === kind && crowd === undefined);
      const [first] = all;
      if (first && !all.some(({ layer }) => named.has(layer.path))) found.set(kind, first);
    }
  }
  return found;
}

/** What is drawn of a picture. */
interface Drawn {
  readonly parts: readonly DrawnPart[];
}

/**
 * Boxes that keep no name are told in a line at the foot of a wall, where there is room for it.
 * @param draw draws the stacks in a picture so high, px
 */
export function withKey<T extends Drawn>(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  sizes: Sizes,
  words: StructureTableWords,
  draw: (heightPx: number) => T,
): T & { readonly key: readonly Item[] } {
  const whole = draw(heightPx);
  if (heightPx < LEAST_WITH_KEY) return { ...whole, key: [] };
  const room = {
    ...{ left: sizes.leftPx, right: widthPx - sizes.rightPx, bottom: heightPx },
    sizePx: sizes.minPx,
  };
  const needed = keyToLooks(whole.parts, words, room).heightPx;
  if (needed === 0) return { ...whole, key: [] };
  const above = draw(heightPx - needed);
  // The line must not cost what it stands for.
  if (namesIn(above) < namesIn(whole)) return { ...whole, key: [] };
  return { ...above, key: keyToLooks(above.parts, words, room).items };
}

/** How many boxes are named. */
function namesIn({ parts }: Drawn): number {
  const named = parts.flatMap(({ items }) =>
    items.flatMap(({ key, owner }) => (/#(?:label|callout)/.test(key) ? (owner ?? []) : [])),
  );
  return new Set(named).size;
}

/** @param parts what is drawn, stack by stack */
function keyToLooks(
  parts: readonly DrawnPart[],
  { rows }: StructureTableWords,
  { sizePx, ...room }: KeyRoom,
): KeyToLooks {
  const kinds = namelessKinds(parts);
  const entries = [...kinds].flatMap(([kind, sample]) => {
    const id = kind === 'userland' ? 'services' : kind;
    const label = rows.find((row) => row.id === id)?.label;
    return label === undefined ? [] : [{ kind, sample, label }];
  });
  let x = room.left;
  let line = 0;
  const set = entries.flatMap(({ kind, sample, label }) => {
    const w = SWATCH.w + AIR_PX + textWidth(label, sizePx, 450);
    if (x > room.left && x + w > room.right) {
      x = room.left;
      line += 1;
    }
    if (line >= MOST_LINES || x + w > room.right) return [];
    const placed = { kind, sample, label, x, line };
    x += w + GAP_PX;
    return [placed];
  });
  const lines = Math.max(0, ...set.map((one) => one.line + 1));
  const heightPx = lines === 0 ? 0 : lines * sizePx * LINE + ABOVE_PX;
  const items = set.flatMap(({ kind, sample: { layer }, label, ...at }): readonly Item[] => {
    const key = `key/${kind}`;
    const y = room.bottom - heightPx + ABOVE_PX + at.line * sizePx * LINE;
    const box = { x: at.x, y: y + (sizePx - SWATCH.h) / 2, ...SWATCH };
    return [
      { t: 'box', key, z: Z.note, box, look: lookOf(layer), radius: Math.min(8, radiusOf(layer)) },
      {
        ...{ t: 'text', key: `${key}/text`, z: Z.note, text: label, size: sizePx, weight: 450 },
        ...{ x: at.x + SWATCH.w + AIR_PX, y: y + sizePx * 0.86, anchor: 'start', ink: 'secondary' },
      },
    ];
  });
  return { items, heightPx };
}
