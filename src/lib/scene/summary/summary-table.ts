/**
 * The chosen stacks × what is asked of each: every cell holds figures, facts with their sources, or says
 * that nothing was measured. A number comes from a figure, alone with its own conditions: none is pooled.
 */
import { measureOf } from '../../model/figure-measures.ts';
import { studyOf, yearOf } from '../../model/figure-study.ts';
import type { Figure, Source } from '../../model/figures.ts';
import { formatQuantity, formatRange } from '../../model/format-quantity.ts';
import { kernelFacts } from '../../model/kernel-facts.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import {
  SUMMARY_ROWS,
  type FigureLine,
  type FlawLine,
  type StackSummary,
  type SummaryLine,
  type SummaryRowId,
} from '../../model/summary/summary-data.ts';
import type { SummaryWords } from '../../model/summary/words.ts';
import type { StructureWords } from '../../model/words-structure.ts';
import { readoutText } from '../structure/readout.ts';

/** Where a line can be read. */
export interface CitedSource {
  readonly short: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
  readonly url?: string;
  readonly note?: string;
}

export interface CellLine {
  /** `gap`: nothing was measured. */
  readonly kind: 'figure' | 'fact' | 'flaw' | 'gap';
  /** The number with its unit; only a figure has one. */
  readonly value?: string;
  /** Its range, where that says more. */
  readonly range?: string;
  readonly text: string;
  /** What it was measured on, and how sure it is. */
  readonly conditions: readonly string[];
  readonly figureId?: string;
  readonly sources: readonly CitedSource[];
}

export interface SummaryCell {
  readonly lines: readonly CellLine[];
}

export interface SummaryRow {
  readonly id: SummaryRowId;
  readonly label: string;
  /** One per stack. */
  readonly cells: readonly SummaryCell[];
}

export interface StacksSummary {
  readonly caption: string;
  readonly of: string;
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly SummaryRow[];
}

export interface SummaryInput {
  readonly stacks: readonly ResolvedStack[];
  /** By stack id. */
  readonly summaries: ReadonlyMap<string, StackSummary>;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Those of figures and those of facts. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly words: SummaryWords;
  readonly structureWords: StructureWords;
  /** BCP 47 tag, for the marks between digits; default `en`. */
  readonly lang?: string;
}

/** @returns the table, stacks in the order given; a stack that no file speaks of has its kernel alone */
export function summaryTable(input: SummaryInput): StacksSummary {
  const { words, stacks } = input;
  return {
    caption: words.caption,
    of: words.of,
    columns: stacks.map(({ key, title }) => ({ key, title })),
    rows: SUMMARY_ROWS.map((id) => ({
      id,
      label: words.rows[id],
      cells: stacks.map((stack) => cellOf(id, stack, input)),
    })),
  };
}

function cellOf(row: SummaryRowId, stack: ResolvedStack, input: SummaryInput): SummaryCell {
  const summary = input.summaries.get(stack.id);
  if (row === 'kernel') return { lines: [kernelLine(stack, summary, input)] };
  const lines = (summary?.rows[row] ?? [])
    .filter(({ only }) => only?.includes(stack.variant) ?? true)
    .flatMap((line) => lineOf(line, input));
  return { lines: lines.length > 0 ? lines : [gap(input.words.unmeasured)] };
}

function gap(text: string): CellLine {
  return { kind: 'gap', text, conditions: [], sources: [] };
}

/** How many kernels, whose, and who shares them: counted in the stack, as the picture does. */
function kernelLine(
  stack: ResolvedStack,
  summary: StackSummary | undefined,
  { structureWords, sources }: SummaryInput,
): CellLine {
  const text = readoutText(structureWords.readout(stack, kernelFacts(stack)));
  const cited = (summary?.kernel.sources ?? []).flatMap((id) => sources.get(id) ?? []);
  return { kind: 'fact', text, conditions: [], sources: cited };
}

/** Nothing for a line whose figure or sources are not there: without them it may not be said. */
function lineOf(line: SummaryLine, input: SummaryInput): readonly CellLine[] {
  if ('unmeasured' in line) return [gap(input.words.unmeasuredPart(line.unmeasured))];
  if ('cve' in line) return [flawLine(line, input.words)];
  if ('figure' in line) return figureLine(line, input);
  const sources = line.sources.flatMap((id) => input.sources.get(id) ?? []);
  return sources.length === 0 ? [] : [{ kind: 'fact', text: line.says, conditions: [], sources }];
}

function flawLine({ cve, says, inferred }: FlawLine, words: SummaryWords): CellLine {
  const record = {
    short: cve,
    title: words.record(cve),
    authors: words.recordBy,
    year: Number(cve.slice(4, 8)),
    url: `https://www.cve.org/CVERecord?id=${cve}`,
  };
  const text = words.flaw(cve, says, inferred === true);
  return { kind: 'flaw', text, conditions: [], sources: [record] };
}

function figureLine(line: FigureLine, input: SummaryInput): readonly CellLine[] {
  const { words, sources } = input;
  const figure = input.figures.get(line.figure);
  const study = figure && sources.get(studyOf(figure));
  if (figure === undefined || study === undefined) return [];
  const { value, range } = numbersOf(figure, line.value, input);
  const cited = [study, ...figure.sources.flatMap((id) => sources.get(id) ?? [])];
  return [
    {
      kind: 'figure',
      value,
      ...(range === '' ? {} : { range }),
      text: line.says,
      conditions: [
        ...(figure.machine === undefined ? [] : [figure.machine]),
        words.cited(study.short, yearOf(figure, sources)),
        ...(figure.confidence === 'second-hand' ? [words.secondHand] : []),
      ],
      figureId: figure.id,
      sources: [...new Map(cited.map((one) => [one.id, one])).values()],
    },
  ];
}

/** The named part of a figure alone, or its typical value and the range beside it, or its range. */
function numbersOf(
  figure: Figure,
  part: number | undefined,
  { words, lang }: SummaryInput,
): { readonly value: string; readonly range: string } {
  const shown = part ?? figure.typical;
  const range = part === undefined ? formatRange(figure, words, lang) : '';
  if (shown === undefined) return { value: range, range: '' };
  const sign = measureOf(figure) === 'change' && shown > 0 ? '+' : '';
  return { value: sign + formatQuantity(shown, figure.unit, lang), range };
}
