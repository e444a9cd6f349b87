/** What the Size lens says: headline, sentence and table, computed from what is shown. */
import { formatMb } from '../sim/format-bytes.ts';
import type { SummaryTable } from './picture.ts';
import { countText } from './size-host-text.ts';
import type { SizedStack, SizeStage } from './size-stage.ts';

/** Told with their nouns; more stacks, or two of one noun, are told by title and number. */
const MOST_IN_WORDS = 2;

export function headlineOf(stage: SizeStage): string {
  const { stacks, words, input, memory } = stage;
  if (stacks.length === 0) return words.headline.empty;
  const fits = stacks.filter((one) => one.memory !== null);
  if (memory !== null && fits.length > 0) {
    const nouns = fits.map(({ stack }) => stack.groups[0]?.noun ?? 'process');
    const isTold = new Set(nouns).size === nouns.length;
    // Number and unit stay on one line.
    const host = `${input.scene.size.host}\u00A0GB`;
    return words.headline.fit(
      host,
      fits.map((one) => {
        const fit = one.memory?.fit ?? 0;
        const count = countText(stage, one, fit);
        if (isTold && fits.length <= MOST_IN_WORDS) return { text: count, title: null, count: fit };
        return { text: count, title: one.stack.shortTitle, count: fit };
      }),
    );
  }
  const disks = stacks.flatMap(({ disk, stack }) =>
    disk === null ? [] : [{ title: stack.shortTitle, size: formatMb(disk.totalMb) }],
  );
  return disks.length === 0 ? words.headline.nothing : words.headline.disk(disks);
}

export function sentenceOf(stage: SizeStage): string {
  const { stacks, words, input } = stage;
  const { sentence } = words;
  const { size } = input.scene;
  if (stacks.length === 0) return sentence.empty;
  const whats = [...new Set(stacks.flatMap(({ disk }) => (disk === null ? [] : [disk.what])))];
  const on = [
    ...(size.ksm > 0 ? [sentence.ksm(size.ksm)] : []),
    ...(size.balloon > 0 ? [sentence.balloon(size.balloon)] : []),
    ...(size.clone > 0 ? [sentence.clone(size.clone)] : []),
  ];
  const hasVms = stacks.some(({ memory }) => memory?.sizes.isVm === true);
  return [
    ...(stage.memory === null ? [] : [sentence.program(formatMb(size.program))]),
    ...(stage.disk === null || whats.length === 0
      ? []
      : [sentence.compares(whats, words.pulls[size.pull])]),
    ...(stage.memory === null || !hasVms
      ? []
      : [on.length === 0 ? sentence.memoryOff : sentence.memoryOn(on)]),
    ...(size.linked && stage.disk !== null ? [sentence.linked] : []),
  ].join(' ');
}

export function readoutOf(stage: SizeStage, sized: SizedStack): string {
  const { words } = stage;
  const disk = sized.disk === null ? words.notMeasured : formatMb(sized.disk.totalMb);
  const memory =
    sized.memory === null
      ? words.notMeasured
      : `${countText(stage, sized, sized.fill.there)}, ${words.used(formatMb(sized.fill.usedMb))}`;
  return words.twin.readout(disk, memory);
}

export function sizeTable(stage: SizeStage): SummaryTable {
  const { stacks, words } = stage;
  const { rows, caption, what } = words.table;
  const row = (label: string, cell: (one: SizedStack) => string | null) => [
    label,
    ...stacks.map((one) => cell(one) ?? words.notMeasured),
  ];
  const parts = ({ memory }: SizedStack) =>
    memory?.each
      .map(({ part, mb, origin }) => {
        const size = mb === null ? words.notMeasured : formatMb(mb);
        return `${part.name} ${origin === 'assumption' ? words.assumed(size) : size}`;
      })
      .join('; ') ?? null;
  return {
    caption,
    columns: [what, ...stacks.map(({ stack }) => stack.title)],
    rows: [
      row(rows.compared, ({ disk }) => disk?.what ?? null),
      row(rows.disk, ({ disk }) => (disk === null ? null : formatMb(disk.totalMb))),
      row(rows.unshared, ({ disk }) => (disk === null ? null : formatMb(disk.sumMb))),
      row(rows.memoryWhat, ({ memory }) => memory?.sizes.what ?? null),
      row(rows.each, ({ memory }) => (memory === null ? null : formatMb(memory.eachMb))),
      row(rows.eachParts, parts),
      row(rows.fits, ({ memory }) => (memory === null ? null : String(memory.fit))),
      row(rows.there, ({ memory, fill }) => (memory === null ? null : String(fill.there))),
      row(rows.used, ({ memory, fill }) =>
        memory === null ? null : `${formatMb(fill.usedMb)}, ${words.percent(fill.share * 100)}`,
      ),
    ],
  };
}
