/** What the page of figures shows, as the query of its address. Reading never throws. */
import { CONFIDENCES, FIGURE_CATEGORIES } from '#lib/model/figures.ts';
import type { Confidence, FigureCategory } from '#lib/model/figures.ts';
import { THEMES, type Theme } from '#lib/model/scene.ts';
import type { AxisKind } from '#lib/scene/figure-chart/value-axis.ts';
import { OWN_KEY } from '#lib/state/own-key.ts';
import { NoticeList, type Notice } from '#lib/state/url-notice.ts';

export const SORT_KEYS = [
  'none',
  'value',
  'subject',
  'quantity',
  'unit',
  'conditions',
  'source',
  'confidence',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const VIEWS = ['both', 'picture', 'table'] as const;
type FiguresView = (typeof VIEWS)[number];

const ORDERS = ['asc', 'desc'] as const;
type SortOrder = (typeof ORDERS)[number];

export interface FiguresQuery {
  readonly q: string;
  readonly stack: string | null;
  readonly category: FigureCategory | null;
  readonly source: string | null;
  readonly confidence: Confidence | null;
  readonly sort: SortKey;
  readonly order: SortOrder;
  readonly view: FiguresView;
  /** Chosen by the reader, by chart. */
  readonly axis: ReadonlyMap<string, AxisKind>;
  /** The figure that is open. */
  readonly id: string | null;
  readonly theme: Theme;
  /** Parameters of a scene that this page keeps as they are. */
  readonly kept: readonly (readonly [string, string])[];
}

export const EMPTY_QUERY: FiguresQuery = {
  ...{ q: '', stack: null, category: null, source: null, confidence: null },
  ...{ sort: 'none', order: 'asc', view: 'both', axis: new Map(), id: null },
  ...{ theme: 'auto', kept: [] },
};

/** Names that an address may use. */
export interface FigureNames {
  readonly stacks: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  /** Charts, each with whether it can have a log axis. */
  readonly charts: ReadonlyMap<string, boolean>;
}

/** Longest search, characters. */
const MAX_SEARCH = 100;
const KEPT = ['lang', 'motion', 'v'];
const KEYS = [
  ...['q', 'stack', 'category', 'source', 'confidence', 'sort', 'order', 'view', 'axis'],
  ...['id', 'theme'],
];

/** Takes one value of each key; says what is there twice, empty or unknown. */
function firstValues(search: string, notices: NoticeList) {
  const values = new Map<string, string>();
  const kept: [string, string][] = [];
  for (const [key, value] of new URLSearchParams(search)) {
    if (key === OWN_KEY) continue;
    if (KEPT.includes(key)) kept.push([key, value]);
    else if (!KEYS.includes(key)) notices.add('unknown-parameter', key, value);
    else if (values.has(key)) notices.add('repeated', key, value, values.get(key));
    else if (value === '' && key !== 'q') notices.add('empty', key, value);
    else values.set(key, value);
  }
  return { values, kept };
}

function readAxis(text: string, charts: FigureNames['charts'], notices: NoticeList) {
  const axis = new Map<string, AxisKind>();
  for (const part of text.split(',')) {
    const [chart = '', kind = '', ...rest] = part.split(':');
    const canLog = charts.get(chart);
    if (canLog === undefined || rest.length > 0 || (kind !== 'log' && kind !== 'linear'))
      notices.add('unknown-value', 'axis', part);
    else if (kind === 'log' && !canLog) notices.add('conflict', 'axis', chart);
    else axis.set(chart, kind);
  }
  return axis;
}

/**
 * @param search of an address, with or without `?`
 * @returns what can be used of it, and a notice for each value that cannot
 */
export function decodeFigures(
  search: string,
  names: FigureNames,
): { readonly query: FiguresQuery; readonly notices: readonly Notice[] } {
  const notices = new NoticeList();
  const { values, kept } = firstValues(search, notices);
  const oneOf = <T extends string>(key: string, allowed: readonly T[], used = ''): T | null => {
    const value = values.get(key);
    if (value === undefined) return null;
    const found = allowed.find((one) => one === value);
    if (found === undefined) notices.add('unknown-value', key, value, used);
    return found ?? null;
  };
  const q = values.get('q') ?? '';
  if (q.length > MAX_SEARCH) notices.add('out-of-range', 'q', q);
  const axis = values.get('axis');
  const query: FiguresQuery = {
    q: q.slice(0, MAX_SEARCH),
    stack: oneOf('stack', [...names.stacks]),
    category: oneOf('category', FIGURE_CATEGORIES),
    source: oneOf('source', [...names.sources]),
    confidence: oneOf('confidence', CONFIDENCES),
    sort: oneOf('sort', SORT_KEYS, 'none') ?? 'none',
    order: oneOf('order', ORDERS, 'asc') ?? 'asc',
    view: oneOf('view', VIEWS, 'both') ?? 'both',
    axis: axis === undefined ? new Map() : readAxis(axis, names.charts, notices),
    id: oneOf('id', [...names.figures]),
    theme: oneOf('theme', THEMES, 'auto') ?? 'auto',
    kept,
  };
  return { query, notices: notices.all };
}

/** @returns the query string without `?`; what is as usual is left out */
export function encodeFigures(query: FiguresQuery): string {
  const params = new URLSearchParams();
  const put = (key: string, value: string | null, usual = ''): void => {
    if (value !== null && value !== usual) params.set(key, value);
  };
  put('q', query.q);
  put('stack', query.stack);
  put('category', query.category);
  put('source', query.source);
  put('confidence', query.confidence);
  put('sort', query.sort, EMPTY_QUERY.sort);
  put('order', query.order, EMPTY_QUERY.order);
  put('view', query.view, EMPTY_QUERY.view);
  put('axis', [...query.axis].map(([chart, kind]) => `${chart}:${kind}`).join(','));
  put('id', query.id);
  put('theme', query.theme, EMPTY_QUERY.theme);
  for (const [key, value] of query.kept) params.append(key, value);
  // Both may stand in a query as they are, and are easier to read so.
  return params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** @returns true when something is left out: the reader searches or filters */
export function isFiltered({ q, stack, category, source, confidence }: FiguresQuery): boolean {
  return q.trim() !== '' || [stack, category, source, confidence].some((value) => value !== null);
}

/** @returns the query without search and filters */
export function withoutFilters(query: FiguresQuery): FiguresQuery {
  const { q, stack, category, source, confidence } = EMPTY_QUERY;
  return { ...query, q, stack, category, source, confidence };
}
