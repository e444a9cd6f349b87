/**
 * The Size lens: what stacks take on disk, areas to scale, and how many of their instances fit into the
 * memory of one host. Pure: the playhead says how many have been started, and nothing else.
 */
import type { DisplayList, Item } from './display-list.ts';
import type { LensClock, Picture, TwinStack } from './picture.ts';
import { diskPicture, type DiskPicture } from './size-disk-items.ts';
import { legendItems } from './size-legend.ts';
import { countText } from './size-host-text.ts';
import { memoryPicture, type MemoryPicture } from './size-memory-items.ts';
import { assumedOf } from './size-assumed.ts';
import { headlineOf, readoutOf, sentenceOf, sizeTable } from './size-said.ts';
import { clearTexts } from './size-text.ts';
import { sizeStage, type SizeInput, type SizeStage } from './size-stage.ts';
import type { Steps } from './steps.ts';

/** How long a host takes to fill when it is played, ms. */
const FILL_MS = 6000;

export function* sizeLens(input: SizeInput): Steps<Picture> {
  const stage = sizeStage(input);
  yield;
  const hasStacks = stage.stacks.length > 0;
  const disk = stage.disk === null || !hasStacks ? null : diskPicture(stage, stage.disk);
  yield;
  const memory = stage.memory === null || !hasStacks ? null : memoryPicture(stage, stage.memory);
  yield;
  const fixed = [...(disk?.items ?? []), ...(hasStacks ? legendItems(stage) : [])];
  const list = (items: readonly Item[]): DisplayList => ({
    ...{ width: input.widthPx, height: input.heightPx, items: clearTexts(items, input) },
  });
  const at = (there: number | null) => list([...fixed, ...(memory?.at(there) ?? [])]);
  const rest = at(null);
  yield;
  return {
    lens: 'size',
    rest,
    buildList: rest,
    headline: headlineOf(stage),
    sentence: sentenceOf(stage),
    stacks: stage.stacks.map((_, index) => twinOf(stage, index, disk, memory)),
    table: sizeTable(stage),
    sources: sourcesOf(stage),
    assumed: assumedOf(stage),
    build: [],
    buildChapters: [],
    buildSays: [],
    clock: clockOf(stage, memory === null ? null : at, rest),
  };
}

/** A host that is not shown has nothing to play. */
function clockOf(
  stage: SizeStage,
  at: ((there: number) => DisplayList) | null,
  rest: DisplayList,
): LensClock {
  const { fill } = stage.words;
  const most = Math.max(0, ...stage.stacks.map((one) => one.fill.there));
  const durationMs = at === null || most === 0 ? 0 : FILL_MS;
  const startedAt = (tMs: number): number => {
    const share = Number.isNaN(tMs) || durationMs === 0 ? 1 : tMs / durationMs;
    return Math.floor(most * Math.min(1, Math.max(0, share)) + 1e-9);
  };
  const says = (tMs: number): string =>
    fill.says(
      stage.stacks.flatMap((one) =>
        one.memory === null
          ? []
          : [countText(stage, one, Math.min(one.fill.there, startedAt(tMs)))],
      ),
    );
  const chapter = { id: 'fill', label: fill.chapter, startMs: 0, endMs: durationMs };
  return {
    durationMs,
    chapters: durationMs === 0 ? [] : [{ ...chapter, says: says(durationMs) }],
    at: (tMs) => at?.(startedAt(tMs)) ?? rest,
    says,
  };
}

/** Of what is shown of the stacks; an assumption is marked as one. */
function sourcesOf({ stacks, disk, memory, input }: SizeStage): readonly string[] {
  const parts = stacks.flatMap((one) => [
    ...(disk === null ? [] : (one.disk?.stored ?? [])),
    ...(memory === null ? [] : [...(one.memory?.each ?? []), ...(one.memory?.host ?? [])]),
  ]);
  const figures = parts.flatMap(({ part, origin }) =>
    origin === 'figure' ? (input.figures.get(part.figure ?? '') ?? []) : [],
  );
  return [...new Set(figures.flatMap(({ sources }) => sources))];
}

function twinOf(
  stage: SizeStage,
  index: number,
  disk: DiskPicture | null,
  memory: MemoryPicture | null,
): TwinStack {
  const sized = stage.stacks[index];
  if (sized === undefined) throw new Error(`no stack at ${index}`);
  const titleBox = memory?.titleBoxes[index];
  return {
    key: sized.stack.key,
    title: sized.stack.title,
    readout: readoutOf(stage, sized),
    layers: [...(disk?.nodes[index] ?? []), ...(memory?.nodes[index] ?? [])],
    ...(titleBox === undefined ? {} : { titleBox }),
  };
}
