/** What a lesson's words refer to: figures, words of the glossary, named scenes. */
import type { Block, Inline, LessonStep } from './lesson.ts';

/** Ids, each once, in reading order. */
export interface LessonRefs {
  readonly figures: readonly string[];
  readonly terms: readonly string[];
  readonly scenes: readonly string[];
}

/** All that readers are told in a step, in reading order; the notes of who teaches come last. */
function stepBlocks(step: LessonStep): readonly Block[] {
  return [...readersBlocks(step), ...wallBlocks(step), ...step.notes];
}

/** @returns the figures on the wall, by which its last step names its sources, in reading order */
export function wallFigures(step: LessonStep): readonly string[] {
  return refsOf(wallBlocks(step), figuresAsked(step)).figures;
}

/** @returns the figures that a sentence names, in reading order */
export function figuresIn(sentence: readonly Inline[]): readonly string[] {
  return refsOf([{ kind: 'paragraph', parts: sentence }], []).figures;
}

function wallBlocks({ wall, shows }: LessonStep): readonly Block[] {
  const said = [wall, ...shows.map(({ name, sentence }) => ({ message: name, sentence }))];
  return said.flatMap(({ message, sentence }): readonly Block[] => [
    { kind: 'paragraph', parts: message },
    { kind: 'paragraph', parts: sentence },
  ]);
}

function readersBlocks({ body, question, reveal }: LessonStep): readonly Block[] {
  const options = question?.options.flatMap(({ label, says }): readonly Block[] => [
    { kind: 'paragraph', parts: label },
    ...says,
  ]);
  return [...body, ...(question?.ask ?? []), ...(options ?? []), ...reveal];
}

/** @returns what a step refers to, its notes included; a question's own figures come with it */
export function stepRefs(step: LessonStep): LessonRefs {
  return refsOf(stepBlocks(step), figuresAsked(step));
}

/** @returns the figures that a step shows to readers, in reading order */
export function stepFigures(step: LessonStep): readonly string[] {
  return refsOf(readersBlocks(step), figuresAsked(step)).figures;
}

function figuresAsked({ question }: LessonStep): readonly string[] {
  if (question?.kind === 'guess') return [question.figure];
  return question?.kind === 'sort' ? question.options.map(({ id }) => id) : [];
}

function refsOf(blocks: readonly Block[], asked: readonly string[]): LessonRefs {
  const found = blocks.flatMap(inlinesOf).flatMap(withInner);
  const idsOf = (kind: 'figure' | 'term' | 'scene'): readonly string[] =>
    found.flatMap((inline) => (inline.kind === kind ? [inline.id] : []));
  return {
    figures: unique([...idsOf('figure'), ...asked]),
    terms: unique(idsOf('term')),
    scenes: unique(idsOf('scene')),
  };
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

function inlinesOf(block: Block): readonly Inline[] {
  if (block.kind === 'paragraph') return block.parts;
  return block.kind === 'list' ? block.items.flat().flatMap(inlinesOf) : [];
}

function withInner(inline: Inline): readonly Inline[] {
  return 'parts' in inline ? [inline, ...inline.parts.flatMap(withInner)] : [inline];
}
