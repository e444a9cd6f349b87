/** What is said of one host: counts, what is used, what is left, what is not counted. */
import type { Box } from '../layout/box.ts';
import { textWidth } from '../layout/text-metrics.ts';
import { formatMb } from '../sim/format-bytes.ts';
import { fillOf, type MemoryState } from '../sim/size-memory.ts';
import type { Item } from './display-list.ts';
import { hostLayers, instancesOf } from './size-parts.ts';
import type { SizedStack, SizeStage } from './size-stage.ts';
import { fitting, text, wrapped, Z } from './size-text.ts';

/** Least height of one layer of the host that stands outside the scale, px. */
const PLINTH_PX = 19;

/** @returns height of such a layer, px: its name fits into it, on a wall too */
export function plinthPx({ type }: SizeStage): number {
  return Math.max(PLINTH_PX, type.small * 1.45);
}

/** "46 VMs" */
export function countText(stage: SizeStage, { stack, memory }: SizedStack, count: number): string {
  const noun = stack.groups[0]?.noun ?? (memory?.sizes.isVm ? 'vm' : 'process');
  return stage.input.words.structure.instances(noun, count);
}

/** Kernels on the host when so many instances are there. */
function kernelsAt({ stack }: SizedStack, there: number): { solid: number; striped: number } {
  const drawn = instancesOf(stack);
  const counted = (layers: readonly { readonly counts: string }[], what: string) =>
    layers.filter(({ counts }) => counts === what).length;
  const host = hostLayers(stack);
  const inner = drawn[0]?.inner ?? [];
  return {
    solid: counted(host, 'kernel') + counted(inner, 'kernel') * there,
    striped: counted(host, 'striped') + counted(inner, 'striped') * there,
  };
}

export interface Said {
  /** Room of the instances. */
  readonly room: Box;
  readonly there: number;
  /** Instances per cell. */
  readonly per: number;
}

/** What is said in the free room and under the host. */
export function saidItems(
  stage: SizeStage,
  sized: SizedStack,
  memory: MemoryState,
  { room, there, per }: Said,
): readonly Item[] {
  const { type, words } = stage;
  const { key } = sized.stack;
  const fill = fillOf(memory, there);
  const groundY = room.y + room.h + plinthPx(stage) * memory.host.length;
  const y = groundY + type.big + 6;
  const percent = text({
    ...{ key: `${key}#percent`, text: words.percent(fill.share * 100), weight: 760 },
    ...{ x: room.x + room.w, y, anchor: 'end', size: type.big },
  });
  const used = { key: `${key}#used`, x: room.x, y, size: type.big, weight: 760 };
  const usedPx = room.w - type.big * 3;
  const smallY = y + type.small * 1.6;
  const free = freeText(stage, sized, memory, room, there);
  const notes = notCounted(stage, memory);
  const said = [...(per > 1 ? [words.crowd(per)] : []), ...(notes === '' ? [] : [notes])];
  const note = {
    ...{ key: `${key}#uncounted`, x: room.x, y: smallY + type.small * 1.5, size: type.small },
    ink: 'secondary' as const,
  };
  // Where there is no room for both, what a box stands for comes first.
  const forms = [said.join(' '), ...said].map((one) => wrapped({ ...note, text: one }, room.w, 2));
  return [
    percent,
    ...fitting(
      usedPx,
      { ...used, text: words.used(formatMb(fill.usedMb)) },
      { ...used, text: formatMb(fill.usedMb) },
    ),
    ...kernelItems(stage, sized, there, { x: room.x, y: smallY, w: room.w }),
    ...(forms.find((lines) => lines.length > 0) ?? []),
    ...free,
  ];
}

function notCounted({ words }: SizeStage, memory: MemoryState): string {
  const unknown = [...memory.each, ...memory.host].filter(({ mb }) => mb === null);
  if (unknown.length === 0) return '';
  return words.notCounted([...new Set(unknown.map(({ part }) => part.name))]);
}

/**
 * @param widthPx of each host
 * @returns room under the hosts for a second line of what is not counted, px: on a wall nothing else says it
 */
export function secondLinePx(stage: SizeStage, widthPx: number): number {
  const { stacks, type, input } = stage;
  if (input.shell !== 'projector') return 0;
  const isLong = stacks.some(
    ({ memory }) =>
      memory !== null && textWidth(notCounted(stage, memory), type.small, 450) > widthPx,
  );
  return isLong ? type.small * 1.28 : 0;
}

/** One pip, the count, and what does a kernel's work in user space. */
function kernelItems(
  { type, words }: SizeStage,
  sized: SizedStack,
  there: number,
  at: { readonly x: number; readonly y: number; readonly w: number },
): readonly Item[] {
  const { key } = sized.stack;
  const { solid, striped } = kernelsAt(sized, there);
  const box = { x: at.x, y: at.y - type.small * 0.85, w: type.small * 1.2, h: type.small };
  const line = {
    ...{ key: `${key}#kernels`, x: solid > 0 ? at.x + box.w + 7 : at.x, y: at.y },
    ...{ size: type.small, weight: 650 },
  };
  const pip: Item = { t: 'box', key: `${key}#pip`, z: Z.part, box, look: 'kernel', radius: 0 };
  return [
    ...(solid > 0 ? [pip] : []),
    ...fitting(
      at.w - box.w - 8,
      { ...line, text: words.kernels(solid, striped) },
      { ...line, text: words.kernels(solid, 0) },
    ),
  ];
}

function freeText(
  stage: SizeStage,
  sized: SizedStack,
  memory: MemoryState,
  room: Box,
  there: number,
): readonly Item[] {
  const { type, words } = stage;
  const fill = fillOf(memory, there);
  const freePx = room.h * (1 - fill.share);
  const left = sized.fill.left;
  const isDone = there >= sized.fill.there;
  const says = isDone && left > 0 ? words.doNotFit(left) : words.roomFor(memory.fit - there);
  if (freePx < type.name * 1.7 || (memory.fit === there && left === 0)) {
    return isDone && left > 0 ? noRoomText(stage, sized, room) : [];
  }
  return fitting(room.w - 10, {
    ...{ key: `${sized.stack.key}#free`, text: says, x: room.x + room.w / 2, anchor: 'middle' },
    ...{
      y: room.y + freePx / 2 + type.name * 0.36,
      size: type.name,
      weight: 650,
      ink: 'secondary',
    },
  });
}

/** A full host has no free room: on a paper tag at its top. */
function noRoomText(
  { type, words }: SizeStage,
  { stack, fill }: SizedStack,
  room: Box,
): readonly Item[] {
  const key = `${stack.key}#free`;
  const line = { key, text: words.doNotFit(fill.left), size: type.name, weight: 650 };
  const items = fitting(room.w - 20, {
    ...{ ...line, x: room.x + room.w / 2, y: room.y + type.name * 1.5, anchor: 'middle' },
  });
  if (items.length === 0) return [];
  const w = Math.min(room.w - 8, line.text.length * type.name * 0.56 + 20);
  const box = { x: room.x + (room.w - w) / 2, y: room.y + 4, w, h: type.name * 1.75 };
  return [
    { t: 'box', key: `${key}/tag`, z: Z.outline + 1, box, look: 'panel', radius: 6 },
    ...items,
  ];
}
