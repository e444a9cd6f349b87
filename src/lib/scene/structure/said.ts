/**
 * What is said of the stacks while they are built up: counts and words follow what is drawn by then, and
 * what the switches hide is not spoken of.
 */
import { kernelFacts, type KernelFacts } from '../../model/kernel-facts.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../../model/stack.ts';
import type { StructureSaid, StructureWords } from '../../model/words-structure.ts';
import type { BuildPart, Picture, Saying } from '../picture.ts';
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

/** What there is in stacks. */
function kindsOf(stacks: readonly ResolvedStack[]): ReadonlySet<LayerKind> {
  return new Set(stacks.flatMap(({ ground }) => [...walkLayers(ground)].map(([{ kind }]) => kind)));
}

/**
 * @returns the readouts of a stack in the order of the build-up. While a chapter comes that changes what is
 *   counted, nothing is: the pips stand with their kernels, and words wait for all of it.
 */
export function readoutSpans(
  stack: ResolvedStack,
  words: StructureWords,
  { comingReadout, chapters }: StructureSaid,
  isDrawn: (layer: Layer) => boolean,
): readonly ReadoutSpan[] {
  const spans: ReadoutSpan[] = [];
  factsByChapter(stack, chapters(kindsOf([stack])).length, isDrawn).forEach(
    (kernels, fromChapter) => {
      const readout = words.readout(stack, kernels);
      const before = spans.at(-1);
      if (before !== undefined && readoutText(before.readout) === readoutText(readout)) {
        spans[spans.length - 1] = { ...before, kernels };
        return;
      }
      if (before !== undefined)
        spans.push({ kernels, readout: comingReadout, fromChapter, isComing: true });
      spans.push({ kernels, readout, fromChapter, isComing: false });
    },
  );
  return spans;
}

/** @returns the parts by which readouts take each other's place */
export function readoutParts(
  stack: ResolvedStack,
  spans: readonly ReadoutSpan[],
): readonly BuildPart[] {
  return spans.map((span): BuildPart => ({
    owner: spanOwner(stack, span),
    chapter: span.fromChapter,
    how: 'say',
    ...(span.isComing && { isComing: true }),
  }));
}

/** @returns the chapters of a build-up; headline, sentence and readouts of each */
export function sayings(
  stacks: readonly ResolvedStack[],
  words: StructureWords,
  said: StructureSaid,
  isDrawn: (layer: Layer) => boolean,
): Pick<Picture, 'buildChapters' | 'buildSays'> {
  const chapters = said.chapters(kindsOf(stacks));
  const facts = stacks.map((stack) => factsByChapter(stack, chapters.length, isDrawn));
  const standing = chapters.map(({ says }, chapter): Saying => {
    const shown = stacks.flatMap((stack, index) => {
      const kernels = facts[index]?.[chapter];
      return kernels === undefined ? [] : [{ stack, kernels }];
    });
    const isLast = chapter === chapters.length - 1;
    return {
      headline: said.headline(shown),
      // Until all stands, the sentence says what has come last.
      sentence: isLast ? said.sentence(shown) : says,
      readouts: shown.map(({ stack, kernels }) => readoutText(words.readout(stack, kernels))),
    };
  });
  const buildSays = standing.map((now, chapter): Saying => {
    const before = standing[chapter - 1];
    const named = chapters[chapter];
    if (before === undefined || named === undefined) return now;
    const coming = readoutText(said.comingReadout);
    const isSame = now.readouts.join() === before.readouts.join();
    return {
      ...now,
      coming: {
        headline: isSame ? before.headline : said.comingHeadline(named.label, stacks.length),
        sentence: named.says,
        readouts: now.readouts.map((readout, at) =>
          readout === before.readouts[at] ? readout : coming,
        ),
      },
    };
  });
  return { buildChapters: chapters, buildSays };
}
