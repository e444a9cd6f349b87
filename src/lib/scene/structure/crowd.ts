/**
 * Instances too narrow to be told apart: a row of bars without labels and one count. As many bars as can
 * be seen, each standing for the same number of instances; the count is always the true one.
 */
import { nominalHeight, type Place } from '../../layout/nominal.ts';
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import { floorOf, placeInside } from '../../layout/widths.ts';
import type { Layer } from '../../model/stack.ts';
import type { StructureWords } from '../../model/words-structure.ts';
import type { Item, Look } from '../display-list.ts';
import { Z, zAt } from './depth.ts';
import { headerHeight } from './labels.ts';
import type { Sizes } from './sizes.ts';

const PITCH_PX = 8;
const BAR_PX = 6;

export interface CrowdInput {
  readonly unit: number;
  /** See `Place` in nominal.ts. */
  readonly stretch?: number;
  readonly sizes: Sizes;
  readonly words: StructureWords;
  /** Where the text above the stack ends. */
  readonly minY: number;
}

interface Slice {
  readonly look: Look;
  readonly h: number;
}

/** The column of one instance, bottom up: what stands on what, first of each floor. */
function slices(layer: Layer, place: Place, unit: number): readonly Slice[] {
  const body =
    layer.wraps.length > 0
      ? []
      : [{ look: layer.kind as Look, h: nominalHeight(layer, place) * unit }];
  const next = floorOf(layer).at(-1);
  return next === undefined ? body : [...body, ...slices(next, placeInside(layer, place), unit)];
}

export function crowdItems(placed: PlacedLayer, count: number, input: CrowdInput): readonly Item[] {
  const { layer, box, depth } = placed;
  const { unit } = input;
  const key = `${layer.path}#crowd`;
  const bars = Math.max(1, Math.min(count, Math.floor(box.w / PITCH_PX)));
  const pitch = box.w / bars;
  const wide = Math.max(1.5, Math.min(pitch * (BAR_PX / PITCH_PX), pitch - 1));
  const place: Place = { inFence: false, inWall: false, stretch: input.stretch ?? 1 };
  const column = slices(layer, place, unit);
  const items: Item[] = [
    {
      t: 'box',
      key: layer.path,
      owner: layer.path,
      z: zAt(depth, Z.tint) - 1,
      box,
      look: layer.kind === 'fence' ? 'fence-tint' : 'paper',
      radius: 0,
      layer: true,
    },
  ];
  for (let bar = 0; bar < bars; bar++) {
    let floor = box.y + box.h;
    column.forEach((slice, index) => {
      floor -= slice.h;
      items.push({
        t: 'box',
        key: `${key}/${bar}/${index}`,
        owner: layer.path,
        z: zAt(depth, Z.program),
        box: { x: box.x + bar * pitch + (pitch - wide) / 2, y: floor, w: wide, h: slice.h },
        look: slice.look,
        radius: 0,
      });
    });
    items.push(...barrierItems(placed, bar, { x: box.x + bar * pitch, w: pitch }, floor));
  }
  return [...items, ...crowdLabel(placed, count, bars, input)];
}

/** Each bar keeps its own barrier: many fences or walls, never one around all. */
function barrierItems(
  { layer, box, depth }: PlacedLayer,
  bar: number,
  slot: { readonly x: number; readonly w: number },
  topY: number,
): readonly Item[] {
  if (layer.kind !== 'fence' && layer.kind !== 'wall') return [];
  const side = Math.min(0.9, slot.w * 0.12);
  const [left, right] = [slot.x + side, slot.x + slot.w - side];
  const top = Math.max(box.y + 1, topY - 6);
  const floor = box.y + box.h;
  return [
    {
      t: 'path',
      key: `${layer.path}#crowd/${bar}/barrier`,
      owner: layer.path,
      z: zAt(depth, Z.fence),
      ink: layer.kind,
      width: layer.kind === 'fence' ? 1.1 : 1.4,
      ...(layer.kind === 'fence' ? { dash: [4, 3] } : {}),
      points: [
        [left, floor],
        [left, top],
        [right, top],
        [right, floor],
      ],
    },
  ];
}

/** The count stands above a crowd on the ground floor; inside a VM it has to fit the header. */
function crowdLabel(
  placed: PlacedLayer,
  count: number,
  bars: number,
  input: CrowdInput,
): readonly Item[] {
  const { layer, box, depth } = placed;
  const { sizes, words } = input;
  const header = headerHeight(placed, input.unit, input.stretch);
  const noun = layer.instance?.noun ?? 'container';
  const text = words.instances(noun, count);
  const size = sizes.namePx;
  const base = {
    t: 'text',
    owner: layer.path,
    x: box.x + box.w / 2,
    anchor: 'middle',
    halo: true,
    z: zAt(depth, Z.label),
  } as const;
  const main = {
    ...base,
    key: `${layer.path}#label0`,
    text,
    size,
    weight: 700,
    ink: 'ink',
  } as const;
  // A boundary of its own has its path between the stack and the crowd: its header is in the way.
  const isEnclosed = depth > 0 || layer.path.split('/').length > 2;
  if (isEnclosed || box.y - 7 - size * 2.6 < input.minY) {
    const fits = header >= size * 1.2 && textWidth(text, size, 700) <= box.w;
    return fits ? [{ ...main, y: box.y + header / 2 + size * 0.36 }] : [];
  }
  const share = count > bars ? words.barStandsFor(Math.round(count / bars)) : null;
  const shown = share !== null && textWidth(share, sizes.detailPx, 450) <= Math.max(box.w, 150);
  const lift = shown ? sizes.detailPx * 1.3 : 0;
  const note: Item[] =
    share !== null && shown
      ? [
          {
            ...base,
            key: `${layer.path}#label1`,
            text: share,
            size: sizes.detailPx,
            weight: 450,
            ink: 'secondary',
            y: box.y - 7,
          },
        ]
      : [];
  return [{ ...main, y: box.y - 7 - lift }, ...note];
}
