/** The figures for other programs: one JSON document, and one table of comma-separated values. */
import { csvFormat } from 'd3';
import { measureOf } from '../model/figure-measures.ts';
import { studyOf, yearOf } from '../model/figure-study.ts';
import type { Figure, Source } from '../model/figures.ts';
import type { FigureShelf } from './figures.ts';

/** A source as others get it: an unknown year or address is absent. */
interface ExportedSource {
  readonly id: string;
  readonly short: string;
  readonly title: string;
  readonly authors: string;
  readonly year?: number;
  readonly url?: string;
  readonly note?: string;
}

/** A figure with measure, study and year said in full; a value that is not known stays absent. */
function exportFigure(figure: Figure, sources: ReadonlyMap<string, Source>): Figure {
  const measure = measureOf(figure);
  const year = yearOf(figure, sources);
  return {
    ...figure,
    ...(measure === null ? {} : { measure }),
    study: studyOf(figure),
    ...(year === null ? {} : { year }),
  };
}

function exportSource({ year, ...rest }: Source): ExportedSource {
  return { ...rest, ...(year === null ? {} : { year }) };
}

/** @returns `{ figures, sources }` as the public contract names it, ready to be written as JSON */
export function figuresDocument({ figures, sources }: FigureShelf): {
  readonly figures: readonly Figure[];
  readonly sources: readonly ExportedSource[];
} {
  return {
    figures: [...figures.values()].map((figure) => exportFigure(figure, sources)),
    sources: [...sources.values()].map(exportSource),
  };
}

/** Columns of the table, in order. */
export const CSV_COLUMNS = [
  'id',
  'category',
  'measure',
  'subject',
  'quantity',
  'low',
  'typical',
  'high',
  'unit',
  'conditions',
  'study',
  'machine',
  'year',
  'confidence',
  'sources',
  'source_titles',
  'source_urls',
] as const;

/** Between several values in one cell. */
const SEPARATOR = '; ';

/** @returns one line per figure under a line of column names; what is not known is an empty cell */
export function figuresCsv(shelf: FigureShelf): string {
  const rows = figuresDocument(shelf).figures.map((figure) => {
    const cited = figure.sources.flatMap((id) => shelf.sources.get(id) ?? []);
    return {
      ...figure,
      subject: figure.subject.join(SEPARATOR),
      sources: figure.sources.join(SEPARATOR),
      source_titles: cited.map(({ title }) => title).join(SEPARATOR),
      source_urls: cited.flatMap(({ url }) => url ?? []).join(SEPARATOR),
    };
  });
  return `${csvFormat(rows, [...CSV_COLUMNS])}\n`;
}
