/** The text with which a reader can tell those who keep the site of a better number. Pure. */
import { figuresWords } from '#lib/content/locales/en/figures.ts';
import type { Figure, Source } from '#lib/model/figures.ts';
import { valueInWords } from './figure-values.ts';

/**
 * @param address at which the figure is shown
 * @returns what the figure is now, and a form for the better one
 */
export function betterText(
  figure: Figure,
  sources: ReadonlyMap<string, Source>,
  address: string,
): string {
  const words = figuresWords.better;
  const { main, range } = valueInWords(figure);
  const cited = figure.sources.flatMap((id) => sources.get(id) ?? []);
  return [
    words.head(figure.id),
    '',
    `${words.figure}: ${figure.quantity}`,
    `${words.now}: ${figuresWords.detail.typicalRange(main, range)}`,
    `${words.conditions}: ${figure.conditions}`,
    ...cited.map(({ title, url }) => `${words.source}: ${[title, url].filter(Boolean).join(', ')}`),
    `${words.address}: ${address}`,
    '',
    ...words.template,
    '',
  ].join('\n');
}
