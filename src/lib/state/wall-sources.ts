/** Where the numbers on the wall come from: those of the picture, and those of an answer. */
import type { Figure, SourceName } from '../model/figures.ts';
import type { Question } from '../model/lesson/lesson.ts';

type Figures = ReadonlyMap<string, Pick<Figure, 'sources' | 'conditions'>>;

/** Ids of the figures that the answer of a question tells. */
function figuresOf(question: Question | null): readonly string[] {
  if (question?.kind === 'guess') return [question.figure];
  return question?.kind === 'sort' ? question.options.map(({ id }) => id) : [];
}

/**
 * @param said ids of the figures that the words name
 * @param question whose answer is told; null: none
 * @param drawn ids of the sources of the picture
 * @returns sources in a few words each, then how a number that was guessed was taken; empty: no numbers
 */
export function wallSources(
  said: readonly string[],
  question: Question | null,
  drawn: readonly string[],
  {
    figures,
    sources,
  }: { readonly figures: Figures; readonly sources: ReadonlyMap<string, SourceName> },
): readonly string[] {
  const told = figuresOf(question).flatMap((id) => figures.get(id) ?? []);
  const named = said.flatMap((id) => figures.get(id) ?? []);
  const ids = [...[...told, ...named].flatMap((figure) => figure.sources), ...drawn];
  const shorts = [...new Set(ids)].flatMap((id) => sources.get(id)?.short ?? []);
  const conditions = question?.kind === 'guess' ? (told[0]?.conditions ?? '') : '';
  return [...shorts, ...(conditions === '' ? [] : [conditions])];
}
