/** What the Overhead view says: values as their sources give them, headline, table, readouts. */
import { formatQuantity, formatRange } from '../../model/format-quantity.ts';
import { measureOf } from '../../model/figure-measures.ts';
import type { OverheadWords, SaidOverhead } from '../../model/path/overhead-words.ts';
import type { OverheadDot, OverheadRow } from '../../sim/path/overhead.ts';
import type { SummaryTable } from '../picture.ts';

/** @returns the figure's own value and range, with what it is a change or share of */
export function valueText({ figure, overhead }: OverheadDot, words: OverheadWords): string {
  const { typical, unit } = figure;
  const range = formatRange(figure, words);
  const value = typical === undefined ? range : formatQuantity(typical, unit);
  switch (measureOf(figure)) {
    case 'times-as-long':
      return words.asLong(value);
    case 'share':
      return words.share(value);
    default:
      return words.change(value, overhead.of ?? 'speed');
  }
}

export function said(dot: OverheadDot, words: OverheadWords): SaidOverhead {
  const { load, study, against = 'native' } = dot.overhead;
  return { load, study, against, value: valueText(dot, words) };
}

/** Where a dot lies for the headline: its typical value, else the middle of its ends. */
export function placeOf({ lowPercent, atPercent, highPercent }: OverheadDot): number {
  if (atPercent !== undefined) return atPercent;
  return ((lowPercent ?? highPercent ?? 100) + (highPercent ?? lowPercent ?? 100)) / 2;
}

/** What the headline tells, and whose figures that are. */
export interface OverheadFinding {
  readonly headline: string;
  readonly study: string | null;
}

interface Placed {
  readonly title: string;
  readonly dot: OverheadDot;
  readonly at: number;
}

/**
 * Only what one study measured is set side by side: the load it ran on most of the stacks, of several the
 * one that tells them furthest apart.
 */
export function findingOf(rows: readonly OverheadRow[], words: OverheadWords): OverheadFinding {
  const say = words.headline;
  if (rows.length === 0) return { headline: say.empty, study: null };
  const all = rows.flatMap(({ stack, cells }) =>
    cells.flatMap(({ dots }) =>
      dots.map((dot): Placed => ({ title: stack.shortTitle, dot, at: placeOf(dot) })),
    ),
  );
  const groups = groupBy(all, ({ dot: { overhead } }) => `${overhead.study}/${overhead.load}`);
  const best = groups.sort((a, b) => b.length - a.length || spread(b) - spread(a))[0];
  const first = best?.[0];
  if (best === undefined || first === undefined) return { headline: say.nothing, study: null };
  const { study, load } = first.dot.overhead;
  if (best.length > 1) {
    const stacks = best.map(({ title, dot }) => ({ title, value: valueText(dot, words) }));
    return { headline: say.same(load, stacks), study };
  }
  return { headline: headlineOfOne(all, words), study: null };
}

/** No load was run on two of the stacks: one study's range on one of them. */
function headlineOfOne(all: readonly Placed[], words: OverheadWords): string {
  const say = words.headline;
  const groups = groupBy(all, ({ title, dot }) => `${title}/${dot.overhead.study}`);
  const most = groups.sort((a, b) => b.length - a.length)[0] ?? [];
  const ordered = [...most].sort((a, b) => a.at - b.at);
  const [slow, fast] = [ordered[0], ordered.at(-1)];
  if (slow === undefined || fast === undefined) return say.nothing;
  if (slow === fast) return say.only(slow.title, said(slow.dot, words));
  return say.one(slow.title, said(slow.dot, words), said(fast.dot, words));
}

function spread(group: readonly Placed[]): number {
  const places = group.map(({ at }) => at);
  return Math.max(...places) - Math.min(...places);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Studies in the order in which their first figure stands. */
export function studiesOf(rows: readonly OverheadRow[]): readonly string[] {
  const names = rows.flatMap(({ cells }) =>
    cells.flatMap(({ dots }) => dots.map(({ overhead }) => overhead.study)),
  );
  return [...new Set(names)];
}

export function readoutOf({ cells }: OverheadRow, words: OverheadWords): string {
  return words.readout(
    cells.map(({ resource, dots }) => {
      const values = dots.map((dot) => {
        const { load, value, study, against } = said(dot, words);
        return `${words.line(load, study, against)}: ${value}`;
      });
      return `${words.resources[resource]}: ${values.join(', ') || words.notMeasured}`;
    }),
  );
}

export function overheadTable(rows: readonly OverheadRow[], words: OverheadWords): SummaryTable {
  return {
    caption: words.table.caption,
    columns: words.table.columns,
    rows: rows.flatMap(({ stack, cells }) =>
      cells.flatMap(({ resource, dots }) => {
        const start = [stack.title, words.resources[resource]];
        if (dots.length === 0) return [[...start, '', words.notMeasured, '', '', '']];
        return dots.map((dot) => {
          const { load, value, study, against } = said(dot, words);
          return [...start, load, value, against, study, dot.figure.conditions];
        });
      }),
    ),
  };
}
