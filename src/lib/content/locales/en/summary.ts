/** English words of the summary table. */
import type { SummaryWords } from '../../../model/summary/words.ts';

interface PanelWords {
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly empty: string;
  readonly copy: Readonly<Record<'markdown' | 'csv', string>>;
  readonly copied: Readonly<Record<'markdown' | 'csv', string>>;
  readonly copyFailed: string;
  readonly toCopy: string;
  readonly note: string;
  /** Name of a number that leads to its figure. */
  figure(value: string, says: string): string;
}

export const summary: SummaryWords & PanelWords = {
  caption: 'The chosen stacks in numbers and facts',
  of: 'What is asked',
  rows: {
    boot: 'Boot',
    disk: 'Disk',
    memory: 'Memory',
    overhead: 'Overhead',
    isolation: 'Isolation',
    kernel: 'Kernel',
    os: 'OS choice',
    management: 'Management',
    use: 'Typical use',
  },
  range: (low, high) => `${low} to ${high}`,
  atMost: (value) => `at most ${value}`,
  atLeast: (value) => `at least ${value}`,
  unmeasured: 'not measured',
  unmeasuredPart: (part) => `not measured: ${part}`,
  beside: (range) => `(${range})`,
  flaw: (cve, says, isInferred) =>
    isInferred ? `By inference open to ${cve}: ${says}.` : `Broken by ${cve}: ${says}.`,
  record: (cve) => `CVE List: record of ${cve}`,
  recordBy: 'CVE Program',
  secondHand: 'second-hand',
  cited: (short, year) => (year === null ? short : `${short}, ${year}`),
  sourcesOf: (stack) => `${stack}: sources`,
  loading: 'The table is on its way.',
  failed: 'The table could not be loaded.',
  retry: 'Try again',
  empty: 'Put a stack on the ground line, and its numbers stand here.',
  copy: { markdown: 'Copy as Markdown', csv: 'Copy as CSV' },
  copied: {
    markdown: 'Copied as Markdown, with its sources as footnotes.',
    csv: 'Copied as CSV, with its sources in columns of their own.',
  },
  copyFailed: 'The browser refused the clipboard. The text is below: copy it by hand.',
  toCopy: 'Text to copy',
  note: 'Each number was measured by its own study, on its own machine: compare the numbers of one study alone. A number leads to its figure, with all conditions.',
  figure: (value, says) => `${value}, ${says}: its figure`,
};
