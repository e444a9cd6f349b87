/**
 * Another node at the right of a stack, drawn small and whole: machine, what runs on it, and a place for what
 * comes over. Of its instances only the number is shown.
 */
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { kernelFacts } from '../../model/kernel-facts.ts';
import { walkLayers, type Layer } from '../../model/stack.ts';
import type { StoryState } from '../../sim/manage/story.ts';
import type { Box, Item, Look } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { lookOf } from '../structure/looks.ts';
import type { ManagedStack, ManageStage } from './stage.ts';
import type { Moment } from './steps.ts';

const GAP_PX = 20;
/** Travel takes the middle of its step; shares of the step. */
export const DEPART = 0.15;
const ARRIVE = 0.75;

interface NodePlan {
  readonly x: number;
  readonly w: number;
  readonly slabs: readonly PlacedLayer[];
  readonly slot: Box;
}

function planNode(stage: ManageStage, { drawn, story }: ManagedStack): NodePlan | null {
  const right = Math.max(...drawn.placed.map(({ box }) => box.x + box.w));
  const x = right + GAP_PX;
  const w = Math.min(130, stage.sizes.rightPx - GAP_PX - 14);
  const ground = drawn.placed.find(({ parent }) => parent === null);
  const first = story.stage.shape.units[0];
  const unit = first === undefined ? undefined : drawn.byPath.get(first.path);
  if (ground === undefined || unit === undefined || w < 60) return null;
  const base = drawn.placed
    .filter(({ parent, layer }) => parent === ground.layer.path && layer.relation !== 'beside')
    .reduce<PlacedLayer | null>(
      (big, one) => (big === null || one.box.w > big.box.w ? one : big),
      null,
    );
  const slabs = base === null || base.layer.wraps.length > 0 ? [ground] : [ground, base];
  const top = Math.min(...slabs.map(({ box }) => box.y));
  const h = Math.min(unit.box.h, 84);
  return { x, w, slabs, slot: { x: x + 6, y: top - h, w: w - 12, h } };
}

export function nodeItems(
  stage: ManageStage,
  one: ManagedStack,
  state: StoryState,
  moment: Moment,
): readonly Item[] {
  if (!one.hasNode) return [];
  const plan = planNode(stage, one);
  if (plan === null) return [];
  const step = moment.isRest ? undefined : one.told[moment.index]?.step;
  const leaving = step?.leaves ?? [];
  const isTravelling = leaving.length > 0 && step?.isLive === true && moment.share < ARRIVE;
  const hasArrived = state.away.size > 0 && !isTravelling;
  return [
    ...slabItems(stage, one, plan),
    ...slotItems(stage, one, plan, hasArrived),
    ...(isTravelling ? travelItems(one, plan, leaving, moment.share) : []),
  ];
}

function slabItems(stage: ManageStage, { drawn }: ManagedStack, plan: NodePlan): readonly Item[] {
  const key = `${drawn.stack.key}#node`;
  const size = stage.input.shell === 'projector' ? 32 : 12;
  const title = wrapText(stage.words.anotherNode, size, 650, plan.w + 8, 2) ?? [];
  return [
    ...plan.slabs.flatMap(({ layer, box }): readonly Item[] => {
      const look = lookOf(layer);
      const name = layer.short ?? layer.name;
      const fits = textWidth(name, size, 650) <= plan.w - 12 && box.h >= size + 4;
      const slab: Item = {
        ...{ t: 'box', key: `${key}-${layer.id}`, z: Z.slab, look, radius: 0 },
        box: { x: plan.x, y: box.y, w: plan.w, h: box.h },
      };
      if (!fits) return [slab];
      return [
        slab,
        {
          ...{ t: 'text', key: `${key}-${layer.id}#label`, z: Z.label, anchor: 'middle' },
          ...{ x: plan.x + plan.w / 2, y: box.y + box.h / 2 + size * 0.35, text: name },
          ...{ size, weight: 650, ink: 'on-look', on: look },
        },
      ];
    }),
    ...title.map((text, row): Item => ({
      ...{ t: 'text', key: `${key}-title/${row}`, z: Z.note, anchor: 'middle', text, size },
      ...{ x: plan.x + plan.w / 2, weight: 650, ink: 'secondary' },
      y: plan.slot.y - 10 - (title.length - 1 - row) * size * 1.25,
    })),
  ];
}

/** Height of two lines with air, in sizes of the text. */
const TWO_LINES = 2.7;

function slotItems(
  stage: ManageStage,
  { drawn, story }: ManagedStack,
  { slot }: NodePlan,
  isHere: boolean,
): readonly Item[] {
  const key = `${drawn.stack.key}#node-slot`;
  const kind = story.stage.shape.units[0]?.kind;
  const z = Z.fence;
  const body: Item = !isHere
    ? { t: 'box', key, z, look: 'ghost', radius: 4, box: slot }
    : kind === 'wall'
      ? { t: 'wall', key, z, box: slot, thickness: 5, leg: 6 }
      : kind === 'fence'
        ? { t: 'fence', key, z, box: slot, foot: 8 }
        : { t: 'box', key, z, look: 'app', radius: 6, box: slot };
  if (!isHere) return [body];
  const { instances } = kernelFacts(drawn.stack);
  if (instances === null) return [body];
  const size = stage.input.shell === 'projector' ? 32 : 13;
  const kernels = kernelItems(key, slot, story.stage.shape.units[0], instances.count);
  const middle = slot.y + (kernels.length > 0 ? slot.h * 0.34 : slot.h / 2);
  const text = stage.words.instances(instances.noun, instances.count);
  const textRoom = kernels.length > 0 ? slot.h * 0.6 : slot.h;
  const rows = textRoom < size * TWO_LINES ? 1 : 2;
  const lines = wrapText(text, size, 650, slot.w - 12, rows) ?? [String(instances.count)];
  const look: Look = 'paper';
  return [
    body,
    ...kernels,
    ...lines.map((line, row): Item => ({
      ...{ t: 'text', key: `${key}/${row}`, z: z + 60, anchor: 'middle', text: line, size },
      ...{ x: slot.x + slot.w / 2, weight: 650, ink: 'ink', on: look },
      y: middle + size * 0.35 + (row - (lines.length - 1) / 2) * size * 1.2,
    })),
  ];
}

/** More than these are not told apart. */
const MOST_KERNELS = 6;

/** Each VM that came over booted a kernel of its own: as many as there are, side by side. */
function kernelItems(
  key: string,
  slot: Box,
  unit: Layer | undefined,
  count: number,
): readonly Item[] {
  const own = unit === undefined ? undefined : kernelOf(unit);
  if (unit?.kind !== 'wall' || own === undefined) return [];
  const shown = Math.min(count, MOST_KERNELS);
  const inner = { x: slot.x + 8, w: slot.w - 16 };
  const gap = 3;
  const w = (inner.w - gap * (shown - 1)) / shown;
  const h = slot.h * 0.34;
  return Array.from({ length: shown }, (_, at): Item => ({
    ...{ t: 'box', key: `${key}-kernel${at}`, z: Z.fence + 20, look: lookOf(own), radius: 0 },
    box: { x: inner.x + at * (w + gap), y: slot.y + slot.h - h, w, h },
  }));
}

function kernelOf(unit: Layer): Layer | undefined {
  for (const [layer] of walkLayers(unit))
    if (layer.kind === 'kernel' || layer.kind === 'library-os') return layer;
  return undefined;
}

/** Units on their way: they run all the time. */
function travelItems(
  { drawn }: ManagedStack,
  { slot }: NodePlan,
  leaving: readonly string[],
  share: number,
): readonly Item[] {
  const way = Math.max(0, Math.min(1, (share - DEPART) / (ARRIVE - DEPART)));
  const eased = way * way * (3 - 2 * way);
  const mix = (a: number, b: number) => a + (b - a) * eased;
  return leaving.flatMap((path): readonly Item[] => {
    const placed = drawn.byPath.get(path);
    if (placed === undefined) return [];
    const from = placed.box;
    const at = {
      x: mix(from.x, slot.x),
      y: mix(from.y, slot.y),
      w: mix(from.w, slot.w),
      h: mix(from.h, slot.h),
    };
    return [
      { t: 'box', key: `${path}#travel-body`, z: Z.note - 4, look: 'paper', radius: 0, box: at },
      { t: 'wall', key: `${path}#travel`, z: Z.note - 3, box: at, thickness: 6, leg: 0 },
    ];
  });
}
