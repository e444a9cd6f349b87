/** The summary table as text to take along: Markdown with footnotes, or CSV with a column of sources each. */
import { csvFormatRows } from 'd3';
import type { SummaryWords } from '../../model/summary/words.ts';
import type { CellLine, CitedSource, StacksSummary, SummaryCell } from './summary-table.ts';

/** @returns e.g. "200 ms (150 to 1,000 ms): docker run …; Xeon …; LightVM, 2017" */
export function lineText(line: CellLine, words: SummaryWords): string {
  const range = line.range === undefined ? '' : ` ${words.beside(line.range)}`;
  const said = line.value === undefined ? line.text : `${line.value}${range}: ${line.text}`;
  return [said, ...line.conditions].join('; ');
}

function sourceText({ title, authors, year, url, note }: CitedSource): string {
  return [title, authors, year, url ?? note].filter((part) => part !== null && part).join(', ');
}

/** Marks that would end a cell or begin markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\|*_`<[\]]/g, String.raw`\$&`);
}

/** Numbers footnotes in the order in which they are first cited. */
class Footnotes {
  readonly #numbers = new Map<string, number>();

  mark(text: string): string {
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
    this.#numbers.set(text, number);
    return `[^${number}]`;
  }

  get lines(): readonly string[] {
    return [...this.#numbers].map(([text, number]) => `[^${number}]: ${text}`);
  }
}

/**
 * @param address where the same table can be seen; null: not said
 * @returns a table in GitHub's Markdown, its sources as footnotes
 */
export function summaryMarkdown(
  table: StacksSummary,
  words: SummaryWords,
  address: string | null,
): string {
  const notes = new Footnotes();
  const cell = ({ lines }: SummaryCell): string =>
    lines
      .map((line) => {
        const marks = line.sources.map((source) => notes.mark(sourceText(source)));
        return escaped(lineText(line, words)) + marks.join('');
      })
      .join('<br>');
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [table.of, ...table.columns.map(({ title }) => title)];
  const body = table.rows.map(({ label, cells }) => row([`**${label}**`, ...cells.map(cell)]));
  return [
    `**${table.caption}**${address === null ? '' : ` (<${address}>)`}`,
    '',
    row(head.map(escaped)),
    row(head.map(() => '---')),
    ...body,
    '',
    ...notes.lines,
    '',
  ].join('\n');
}

/** @returns a line per row of the table; beside each stack's column one with its sources */
export function summaryCsv(table: StacksSummary, words: SummaryWords): string {
  const head = [table.of, ...table.columns.flatMap(({ title }) => [title, words.sourcesOf(title)])];
  const rows = table.rows.map(({ label, cells }) => [
    label,
    ...cells.flatMap(({ lines }) => [
      lines.map((line) => lineText(line, words)).join('\n'),
      [...new Set(lines.flatMap(({ sources }) => sources.map(sourceText)))].join('\n'),
    ]),
  ]);
  return `${csvFormatRows([head, ...rows])}\n`;
}
