/** What the Size lens draws though nobody measured it, for who reads the picture without its details. */
import type { SizePart } from '../model/size-data.ts';
import { formatMb } from '../sim/format-bytes.ts';
import type { DiskState } from '../sim/size-disk.ts';
import type { MemoryState } from '../sim/size-memory.ts';
import { assumedMb } from '../sim/size-values.ts';
import type { SizeStage } from './size-stage.ts';

/** @returns each assumption of what is shown once, a few words each */
export function assumedOf(stage: SizeStage): readonly string[] {
  const { stacks, disk, memory } = stage;
  return [
    ...new Set([
      ...(disk === null ? [] : stacks.flatMap((one) => one.disk ?? []).flatMap(onDisk(stage))),
      ...(memory === null
        ? []
        : stacks.flatMap((one) => one.memory ?? []).flatMap(inMemory(stage))),
    ]),
  ];
}

function onDisk(stage: SizeStage): (disk: DiskState) => readonly string[] {
  const { assumptions } = stage.words;
  return ({ stored, images }) =>
    stored.flatMap(({ part }) => {
      const size = sizeOf(stage, part);
      if (size === null) return [];
      if (part.role !== 'app') return [assumptions.onDisk(part.name, size)];
      const same = images.filter(({ parts }) =>
        parts.some(({ assumption }) => assumption === part.assumption),
      );
      return [
        assumptions.programs(
          same.map(({ name }) => name),
          size,
        ),
      ];
    });
}

function inMemory(stage: SizeStage): (memory: MemoryState) => readonly string[] {
  const { assumptions } = stage.words;
  return ({ each, host }) =>
    [...each, ...host].flatMap(({ part }) => {
      if (part.program === true)
        return [assumptions.chosen(formatMb(stage.input.scene.size.program))];
      const size = sizeOf(stage, part);
      return size === null ? [] : [assumptions.inMemory(part.name, size)];
    });
}

/** @returns how much is assumed for a part; null: it is measured, or unknown */
function sizeOf({ input }: SizeStage, part: SizePart): string | null {
  const assumption = input.sizes.assumptions.get(part.assumption ?? '');
  return assumption ? formatMb(assumedMb(assumption, input.scene.size.assume)) : null;
}
