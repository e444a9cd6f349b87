/**
 * What is said of the stacks while they are built up: counts and words follow what is drawn by then, and
 * what the switches hide is not spoken of.
 */
import { kernelFacts, type KernelFacts } from '../../model/kernel-facts.ts';
import type { Layer, ResolvedStack } from '../../model/stack.ts';
import type { StructureSaid, StructureWords } from '../../model/words-structure.ts';
import type { BuildPart, Saying } from '../picture.ts';
import { buildParts } from './build.ts';
import { readoutText, spanOwner, type ReadoutSpan } from './readout.ts';

/** Facts of a stack chapter by chapter; the last is the finished stack. */
function factsByChapter(
  stack: ResolvedStack,
  chapters: number,
  isDrawn: (layer: Layer) => boolean,
): readonly KernelFacts[] {
  const parts = new Map(buildParts(stack).map((part) => [part.owner, part.chapter]));
  return Array.from({ length: chapters }, (_, chapter) =>
    kernelFacts(stack, (layer) => isDrawn(layer) && (parts.get(layer.path) ?? 0) <= chapter),
  );
}

/** @returns the readouts of a stack in the order of the build-up, equal neighbours as one */
export function readoutSpans(
  stack: ResolvedStack,
  words: StructureWords,
  { chapters }: StructureSaid,
  isDrawn: (layer: Layer) => boolean,
): readonly ReadoutSpan[] {
  const spans: ReadoutSpan[] = [];
  factsByChapter(stack, chapters.length, isDrawn).forEach((kernels, chapter) => {
    const readout = words.readout(stack, kernels);
    const before = spans.at(-1);
    if (before !== undefined && readoutText(before.readout) === readoutText(readout)) {
      spans[spans.length - 1] = { ...before, kernels, toChapter: chapter };
    } else spans.push({ kernels, readout, fromChapter: chapter, toChapter: chapter });
  });
  return spans;
}

/** @returns the parts by which readouts take each other's place */
export function readoutParts(
  stack: ResolvedStack,
  spans: readonly ReadoutSpan[],
): readonly BuildPart[] {
  return spans.map((span, index): BuildPart => {
    const part = { owner: spanOwner(stack, span), chapter: span.fromChapter, how: 'fade' } as const;
    return index === spans.length - 1
      ? part
      : { ...part, goneAfterChapter: span.toChapter, isReplaced: true };
  });
}

/** @returns headline, sentence and readouts of each chapter */
export function sayings(
  stacks: readonly ResolvedStack[],
  words: StructureWords,
  said: StructureSaid,
  isDrawn: (layer: Layer) => boolean,
): readonly Saying[] {
  const facts = stacks.map((stack) => factsByChapter(stack, said.chapters.length, isDrawn));
  return said.chapters.map(({ says }, chapter) => {
    const shown = stacks.flatMap((stack, index) => {
      const kernels = facts[index]?.[chapter];
      return kernels === undefined ? [] : [{ stack, kernels }];
    });
    const isLast = chapter === said.chapters.length - 1;
    return {
      headline: said.headline(shown),
      // Until all stands, the sentence says what has come last.
      sentence: isLast ? said.sentence(shown) : says,
      readouts: shown.map(({ stack, kernels }) => readoutText(words.readout(stack, kernels))),
    };
  });
}
