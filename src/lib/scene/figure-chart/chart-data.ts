/**
 * Figures sorted into charts: one chart per category and measure, so that an axis never mixes units, and
 * in it one group per study and machine, so that machines are never mixed unsaid.
 */
import { group as groupBy } from 'd3';
import { FIGURE_CATEGORIES } from '../../model/figures.ts';
import type { Figure, FigureCategory, FigureMeasure, Source } from '../../model/figures.ts';
import { measureOf, measureRank, toBase } from '../../model/figure-measures.ts';
import { studyOf } from '../../model/figure-study.ts';
import { formatQuantity, formatRange } from '../../model/format-quantity.ts';
import type { OwnKind, OwnNumber } from '../../model/own-numbers.ts';
import type { FigureChartWords } from '../../model/words-figures.ts';

/** Values in the base unit of the chart's measure. */
export interface Ends {
  readonly low?: number;
  readonly typical?: number;
  readonly high?: number;
}

export interface ChartRow extends Ends {
  readonly key: string;
  /** The figure; null for a reader's own measurement. */
  readonly id: string | null;
  readonly label: string;
  /** "3.5 ms", "at most 125 ms" */
  readonly main: string;
  /** "1 to 9 ms"; empty where `main` says it all. */
  readonly range: string;
  readonly isOwn: boolean;
}

export interface ChartGroup {
  readonly key: string;
  readonly title: string;
  /** Empty where no machine matters: a size on a disk, an entry in a table. */
  readonly machine: string;
  readonly isOwn: boolean;
  /** Smallest first. */
  readonly rows: readonly ChartRow[];
}

export interface ChartData {
  /** `start.time`: also its name in an address. */
  readonly id: string;
  readonly category: FigureCategory;
  readonly measure: FigureMeasure;
  readonly groups: readonly ChartGroup[];
}

/** What a figure of these says does not depend on a machine. */
const MACHINE_FREE: readonly FigureCategory[] = ['size', 'attack-surface'];

const CATEGORY_OF: Readonly<Record<OwnKind, FigureCategory | null>> = {
  start: 'start',
  size: 'size',
  memory: 'memory',
  other: null,
};

/** The chart that an own measurement belongs in; null: none, because its kind or unit does not tell. */
export function ownChartId(own: Pick<OwnNumber, 'kind' | 'unit'>): string | null {
  const category = CATEGORY_OF[own.kind];
  const measure = measureOf({ unit: own.unit });
  const fits = measure === (category === 'start' ? 'time' : 'size');
  return category !== null && fits ? `${category}.${measure}` : null;
}

/** What a row is sorted by: its typical value, else the bound that it has. */
export function mainEnd({ low, typical, high }: Ends): number {
  return typical ?? high ?? low ?? 0;
}

/** @returns the ends of a figure in the base unit of its measure */
export function baseEnds({ low, typical, high, unit }: Ends & { readonly unit: string }): Ends {
  return {
    ...(low === undefined ? {} : { low: toBase(low, unit) }),
    ...(typical === undefined ? {} : { typical: toBase(typical, unit) }),
    ...(high === undefined ? {} : { high: toBase(high, unit) }),
  };
}

function valueTexts(values: Ends & { readonly unit: string }, words: FigureChartWords) {
  const range = formatRange(values, words);
  if (values.typical === undefined) return { main: range, range: '' };
  return { main: formatQuantity(values.typical, values.unit), range };
}

interface Draft {
  readonly chart: string;
  readonly category: FigureCategory;
  readonly measure: FigureMeasure;
  readonly group: Omit<ChartGroup, 'rows'>;
  readonly row: ChartRow;
}

function draftOf(
  figure: Figure,
  sources: ReadonlyMap<string, Source>,
  words: FigureChartWords,
): Draft | null {
  const measure = measureOf(figure);
  const study = studyOf(figure);
  const source = sources.get(study);
  if (measure === null || source === undefined) return null;
  const { id, category } = figure;
  const machine = MACHINE_FREE.includes(category) ? '' : (figure.machine ?? words.noMachine);
  const group = {
    key: `${study} ${machine}`,
    title: words.study(source.short, source.year),
    machine,
    isOwn: false,
  };
  const texts = valueTexts(figure, words);
  const row = {
    ...{ key: id, id, label: figure.quantity, isOwn: false },
    ...texts,
    ...baseEnds(figure),
  };
  return { chart: `${category}.${measure}`, category, measure, group, row };
}

function ownDraftOf(own: OwnNumber, index: number, words: FigureChartWords): Draft | null {
  const chart = ownChartId(own);
  const category = CATEGORY_OF[own.kind];
  const measure = measureOf({ unit: own.unit });
  if (chart === null || category === null || measure === null) return null;
  const unsaid = MACHINE_FREE.includes(category) ? '' : words.noMachine;
  const machine = own.machine ?? unsaid;
  const key = `own/${index}`;
  const label = words.yours(own.what) + (own.runs === undefined ? '' : `, ${words.runs(own.runs)}`);
  const texts = valueTexts(own, words);
  const row = { key, id: null, label, isOwn: true, ...texts, ...baseEnds(own) };
  const group = { key: `own ${machine}`, title: words.own, machine, isOwn: true };
  return { chart, category, measure, group, row };
}

/** Own measurements first, then the studies that say most. */
function byWeight(a: ChartGroup, b: ChartGroup): number {
  if (a.isOwn !== b.isOwn) return a.isOwn ? -1 : 1;
  return b.rows.length - a.rows.length || compare(a.title, b.title) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupsOf(drafts: readonly Draft[]): readonly ChartGroup[] {
  const groups = groupBy(drafts, ({ group }) => group.key);
  return [...groups.values()]
    .flatMap((members): ChartGroup[] => {
      const [first] = members;
      if (first === undefined) return [];
      const rows = members.map(({ row }) => row).sort((a, b) => mainEnd(a) - mainEnd(b));
      return [{ ...first.group, rows }];
    })
    .sort(byWeight);
}

/**
 * @param own the reader's own measurements; each stands in a group of the reader's, never in a study's
 * @returns the charts in the order of categories and measures
 */
export function chartsOf(
  figures: readonly Figure[],
  sources: ReadonlyMap<string, Source>,
  own: readonly OwnNumber[],
  words: FigureChartWords,
): readonly ChartData[] {
  const drafts = [
    ...figures.flatMap((figure) => draftOf(figure, sources, words) ?? []),
    ...own.flatMap((one, index) => ownDraftOf(one, index, words) ?? []),
  ];
  return [...groupBy(drafts, ({ chart }) => chart)]
    .flatMap(([id, members]): ChartData[] => {
      const [first] = members;
      if (first === undefined) return [];
      const { category, measure } = first;
      return [{ id, category, measure, groups: groupsOf(members) }];
    })
    .sort(
      (a, b) =>
        FIGURE_CATEGORIES.indexOf(a.category) - FIGURE_CATEGORIES.indexOf(b.category) ||
        measureRank(a.measure) - measureRank(b.measure),
    );
}
