/** Which figures are shown, and in which order. Pure: the same figures and query give the same list. */
import { measureOf, measureRank } from '#lib/model/figure-measures.ts';
import { studyOf } from '#lib/model/figure-study.ts';
import { CONFIDENCES } from '#lib/model/figures.ts';
import type { Figure, Source } from '#lib/model/figures.ts';
import type { OwnNumber } from '#lib/model/own-numbers.ts';
import { baseEnds, mainEnd, ownChartId } from '#lib/scene/figure-chart/chart-data.ts';
import type { FiguresQuery, SortKey } from './figures-query.ts';

/** What the lists need to know beside the figures. */
export interface FigureContext {
  readonly sources: ReadonlyMap<string, Source>;
  /** Title of a stack by its id. */
  readonly stackTitle: (id: string) => string;
}

/** `vm-bare-metal` of `vm-bare-metal:xen`. */
export function familyOf(stack: string): string {
  return stack.split(':')[0] ?? stack;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** Everything of a figure that a reader might search for. */
function haystackOf(figure: Figure, { sources, stackTitle }: FigureContext): string {
  const cited = [studyOf(figure), ...figure.sources].flatMap((id) => sources.get(id) ?? []);
  return folded(
    [
      ...[figure.id, figure.quantity, figure.conditions, figure.unit, figure.machine ?? ''],
      ...figure.subject.flatMap((stack) => [stack, stackTitle(familyOf(stack))]),
      ...cited.flatMap(({ short, title, authors }) => [short, title, authors]),
    ].join('\n'),
  );
}

function hasAllWords(haystack: string, search: string): boolean {
  return folded(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** @returns the figures that fit search and filters, in their own order */
export function filterFigures(
  figures: readonly Figure[],
  query: FiguresQuery,
  context: FigureContext,
): readonly Figure[] {
  const { q, stack, category, source, confidence } = query;
  return figures.filter(
    (figure) =>
      (category === null || figure.category === category) &&
      (confidence === null || figure.confidence === confidence) &&
      (stack === null || figure.subject.some((one) => familyOf(one) === stack)) &&
      (source === null || studyOf(figure) === source || figure.sources.includes(source)) &&
      (q.trim() === '' || hasAllWords(haystackOf(figure, context), q.trim())),
  );
}

/** @returns own measurements that fit: no study or confidence is theirs */
export function filterOwn(
  own: readonly OwnNumber[],
  { q, stack, category, source, confidence }: FiguresQuery,
): readonly OwnNumber[] {
  if (source !== null || confidence !== null) return [];
  return own.filter(
    (one) =>
      (category === null || ownChartId(one)?.startsWith(`${category}.`) === true) &&
      (stack === null || (one.stack !== null && familyOf(one.stack) === stack)) &&
      (q.trim() === '' ||
        hasAllWords(folded([one.what, one.machine, one.stack, one.unit].join('\n')), q.trim())),
  );
}

type Comparison = (a: Figure, b: Figure) => number;

const collator = new Intl.Collator('en', { numeric: true });

function byText(text: (figure: Figure) => string): Comparison {
  return (a, b) => collator.compare(text(a), text(b));
}

function comparisonOf(sort: Exclude<SortKey, 'none'>, context: FigureContext): Comparison {
  switch (sort) {
    case 'value':
      return (a, b) =>
        measureRank(measureOf(a) ?? 'time') - measureRank(measureOf(b) ?? 'time') ||
        mainEnd(baseEnds(a)) - mainEnd(baseEnds(b));
    case 'subject':
      return byText(({ subject }) => subject.map((id) => context.stackTitle(id)).join(', '));
    case 'source':
      return byText((figure) => context.sources.get(studyOf(figure))?.short ?? '');
    case 'confidence':
      return (a, b) => CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence);
    default:
      return byText((figure) => figure[sort]);
  }
}

/** @returns a sorted copy; equal ones keep their order, also when it is turned round */
export function sortFigures(
  figures: readonly Figure[],
  { sort, order }: Pick<FiguresQuery, 'sort' | 'order'>,
  context: FigureContext,
): readonly Figure[] {
  const sign = order === 'desc' ? -1 : 1;
  if (sort === 'none') return sign === 1 ? figures : [...figures].reverse();
  const compare = comparisonOf(sort, context);
  return [...figures].sort((a, b) => sign * compare(a, b));
}
