/** The value of a figure for a table: bare numbers in the figure's own unit, so that columns compare. */
import { figuresWords } from '#lib/content/locales/en/figures.ts';
import { measureOf } from '#lib/model/figure-measures.ts';
import type { Figure } from '#lib/model/figures.ts';
import { formatQuantity, formatRange } from '#lib/model/format-quantity.ts';

type Values = Pick<Figure, 'low' | 'typical' | 'high' | 'unit' | 'measure'>;

const BARE = { unit: '' };

/** @returns the typical value, else the range or bound; and the range beside a typical value */
export function bareValue(values: Values): { readonly main: string; readonly range: string } {
  const range = formatRange({ ...values, ...BARE }, figuresWords.chart);
  if (values.typical === undefined) return { main: range, range: '' };
  return { main: formatQuantity(values.typical, ''), range };
}

/** @returns the value with its unit, e.g. "1.19 s", "at most 125 ms" */
export function valueInWords(values: Values): { readonly main: string; readonly range: string } {
  const range = formatRange(values, figuresWords.chart);
  if (values.typical === undefined) return { main: range, range: '' };
  return { main: formatQuantity(values.typical, values.unit), range };
}

/** @returns the unit, in words where its sign leaves open what is counted */
export function unitInWords({ unit, measure }: Pick<Values, 'unit' | 'measure'>): string {
  const measured = measureOf({ unit, ...(measure === undefined ? {} : { measure }) });
  return (measured && figuresWords.unitOf[measured]) ?? unit;
}
