/** What the page of figures shows now: its query, and all that follows from it. */
import { figuresWords } from '#lib/content/locales/en/figures.ts';
import { stackIds } from '#lib/content/registry.ts';
import { stackTitles } from '#lib/content/stack-titles.ts';
import { studyOf } from '#lib/model/figure-study.ts';
import { FIGURE_CATEGORIES } from '#lib/model/figures.ts';
import type { Figure, FigureCategory, Source } from '#lib/model/figures.ts';
import type { OwnNumber } from '#lib/model/own-numbers.ts';
import { chartsOf, ownChartId, type ChartData } from '#lib/scene/figure-chart/chart-data.ts';
import { valuesOf } from '#lib/scene/figure-chart/figure-chart.ts';
import { canBeLog, type AxisKind } from '#lib/scene/figure-chart/value-axis.ts';
import {
  familyOf,
  filterFigures,
  filterOwn,
  sortFigures,
  type FigureContext,
} from './figures-filter.ts';
import {
  decodeFigures,
  EMPTY_QUERY,
  withoutFilters,
  type FigureNames,
  type FiguresQuery,
  type SortKey,
} from './figures-query.ts';
import { noticeWords } from './notice-words.ts';

/** One category as it stands on the page. */
export interface FigureSection {
  readonly category: FigureCategory;
  readonly charts: readonly ChartData[];
  readonly figures: readonly Figure[];
  readonly own: readonly OwnNumber[];
}

/** Title of a stack family; its id where this site does not draw it. */
export function stackTitle(id: string): string {
  const family = familyOf(id);
  return stackTitles[family]?.shortTitle ?? family;
}

export interface FiguresInput {
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly own: readonly OwnNumber[];
}

export class FiguresState {
  readonly #input: () => FiguresInput;
  readonly sources: ReadonlyMap<string, Source> = $derived.by(
    () => new Map(this.#input().sources.map((source) => [source.id, source])),
  );
  readonly context: FigureContext = $derived.by(() => ({ sources: this.sources, stackTitle }));
  query = $state.raw<FiguresQuery>(EMPTY_QUERY);
  /** In words. */
  notices = $state.raw<readonly string[]>([]);

  /** @param input read again whenever it changes */
  constructor(input: () => FiguresInput) {
    this.#input = input;
  }

  readonly total: number = $derived.by(() => this.#input().figures.length);
  readonly shown: readonly Figure[] = $derived.by(() =>
    filterFigures(this.#input().figures, this.query, this.context),
  );
  readonly own: readonly OwnNumber[] = $derived.by(() => filterOwn(this.#input().own, this.query));
  readonly sections: readonly FigureSection[] = $derived.by(() => {
    const charts = chartsOf(this.shown, this.sources, this.own, figuresWords.chart);
    const sorted = sortFigures(this.shown, this.query, this.context);
    return FIGURE_CATEGORIES.map((category) => ({
      category,
      charts: charts.filter((chart) => chart.category === category),
      figures: sorted.filter((figure) => figure.category === category),
      own: this.own.filter((one) => ownChartId(one)?.startsWith(`${category}.`)),
    })).filter(({ figures, own }) => figures.length + own.length > 0);
  });
  /** Own measurements that belong on no chart. */
  readonly ownOther: readonly OwnNumber[] = $derived.by(() =>
    this.own.filter((one) => ownChartId(one) === null),
  );

  /** Stacks that figures speak of, in the order of the site. */
  readonly stackChoices: readonly string[] = $derived.by(() => {
    const spoken = new Set(this.#input().figures.flatMap(({ subject }) => subject.map(familyOf)));
    for (const { stack } of this.#input().own) if (stack !== null) spoken.add(familyOf(stack));
    return [...stackIds.filter((id) => spoken.delete(id)), ...spoken];
  });
  /** Sources by their short names: each study once, and whatever else is cited. */
  readonly sourceChoices: readonly Source[] = $derived.by(() => {
    const cited = new Set(this.#input().figures.flatMap((one) => [studyOf(one), ...one.sources]));
    return [...cited]
      .flatMap((id) => this.sources.get(id) ?? [])
      .sort((a, b) => a.short.localeCompare(b.short, 'en'));
  });

  /** Takes what can be used of an address, and says what cannot. */
  read(search: string): void {
    const { query, notices } = decodeFigures(search, this.#names());
    this.query = query;
    this.notices = notices.map(noticeWords);
  }

  change(change: Partial<FiguresQuery>): void {
    this.query = { ...this.query, ...change };
  }

  clear(): void {
    this.query = withoutFilters(this.query);
  }

  /** Opens a figure, or closes it when it is open. */
  toggle(id: string): void {
    this.change({ id: this.query.id === id ? null : id });
  }

  /** Sorts by a column; a second time turns the order round. */
  sortBy(sort: SortKey): void {
    const again = this.query.sort === sort;
    this.change({ sort, order: again && this.query.order === 'asc' ? 'desc' : 'asc' });
  }

  setAxis(chart: string, kind: AxisKind): void {
    this.change({ axis: new Map([...this.query.axis, [chart, kind]]) });
  }

  dismiss(notice: string): void {
    this.notices = this.notices.filter((one) => one !== notice);
  }

  #names(): FigureNames {
    const { figures, own } = this.#input();
    const charts = chartsOf(figures, this.sources, own, figuresWords.chart);
    return {
      stacks: new Set([...stackIds, ...this.stackChoices]),
      sources: new Set(this.sourceChoices.map(({ id }) => id)),
      figures: new Set(figures.map(({ id }) => id)),
      charts: new Map(charts.map((chart) => [chart.id, canBeLog(valuesOf(chart))])),
    };
  }
}
