/** English words of the page of figures. A catalogue of its own: no other page needs it. */
import type { Confidence, FigureCategory, FigureMeasure } from '../../../model/figures.ts';
import type { FigureChartWords } from '../../../model/words-figures.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');
const QUOTE = (text: string): string => `“${text}”`;

const categories: Readonly<Record<FigureCategory, string>> = {
  start: 'Start',
  size: 'Size on disk',
  memory: 'Memory',
  cpu: 'CPU',
  'memory-speed': 'Memory speed',
  disk: 'Disk',
  network: 'Network',
  'system-call': 'System calls',
  application: 'Applications',
  'attack-surface': 'Attack surface',
  lifetime: 'Lifetime',
};

const measures: Readonly<Record<FigureMeasure, string>> = {
  time: 'Time',
  size: 'Bytes',
  change: 'Change against the reference that each row names',
  share: 'Share of the reference that each row names',
  'times-as-long': 'Times as long as the reference that each row names',
  'times-as-fast': 'Times as fast as the reference that each row names',
  'system-calls': 'Number of system calls',
  capabilities: 'Number of capabilities',
  devices: 'Number of devices',
  hypercalls: 'Number of hypercalls',
  references: 'References to page tables',
  lines: 'Lines of code',
  cycles: 'CPU cycles',
  iops: 'Requests per second',
  bandwidth: 'Data per second',
};

/** What a unit is called in the table, where the data's own sign says too little. */
const unitOf: Partial<Readonly<Record<FigureMeasure, string>>> = {
  change: '% change',
  share: '% share',
  'times-as-long': '× as long',
  'times-as-fast': '× as fast',
  'system-calls': 'system calls',
  capabilities: 'capabilities',
  devices: 'devices',
  hypercalls: 'hypercalls',
  references: 'references',
};

const confidence: Readonly<Record<Confidence, string>> = {
  'read-in-source': 'Read in the source',
  'second-hand': 'Second-hand',
  'measured-by-us': 'Measured by us',
};

const chart: FigureChartWords = {
  range: (low, high) => `${low} to ${high}`,
  atMost: (value) => `at most ${value}`,
  atLeast: (value) => `at least ${value}`,
  noMachine: 'machine not recorded',
  own: 'Your own measurements',
  study: (short, year) => (year === null ? short : `${short}, ${year}`),
  yours: (what) => `Yours: ${what}`,
  runs: (count) => plural(count, { one: 'run', other: 'runs' }),
  legend: {
    typical: 'typical',
    range: 'low to high, as the row says',
    atMost: 'at most',
    atLeast: 'at least',
    own: 'yours',
  },
};

const figureCount = (count: number) => plural(count, { one: 'figure', other: 'figures' });

export const figuresWords = {
  page: {
    title: 'Figures',
    description:
      'Every number that Strata shows: what was measured, on which machine, under which conditions, and the source it was read in. Charts, tables, CSV and JSON.',
  },
  lead: 'Every figure, with its source',
  says: 'Each figure names what exactly was measured, on what, and where it was read. What is not known is left out.',
  compare:
    'Years, machines and what was timed differ: compare within a group, not from one group to another.',
  csv: 'CSV',
  json: 'JSON',
  skip: 'Skip to the figures',
  jump: 'Categories',
  figureCount,
  ownCount: (count: number) =>
    plural(count, { one: 'measurement of yours', other: 'measurements of yours' }),

  filters: {
    label: 'Find figures',
    search: 'Search',
    searchHint: 'Docker, boot, m5d.metal …',
    stack: 'Stack',
    category: 'Category',
    source: 'Study or source',
    confidence: 'Confidence',
    all: {
      stack: 'All stacks',
      category: 'All categories',
      source: 'All sources',
      confidence: 'Any confidence',
    },
    sort: 'Sort by',
    order: 'Order',
    ascending: 'Ascending',
    descending: 'Descending',
    view: 'View',
    views: { both: 'Charts and tables', picture: 'Charts', table: 'Tables' },
    fold: 'Filters and order',
    shown: (shown: number, of: number) => `${shown} of ${figureCount(of)}`,
    clear: 'Clear all',
  },
  sorts: {
    none: 'Order of the data',
    value: 'Value',
    subject: 'Stacks',
    quantity: 'What was measured',
    unit: 'Unit',
    conditions: 'Conditions',
    source: 'Source',
    confidence: 'Confidence',
  },
  empty: {
    title: 'No figure fits all of this',
    says: 'Take a filter away, or see all of them again.',
    clear: 'Show every figure',
  },

  categories,
  measures,
  unitOf,
  confidence,
  chart,
  axis: {
    label: (name: string) => `Axis of the chart: ${name}`,
    log: 'Log axis',
    linear: 'Linear',
    noLog: 'Linear axis: a log axis has no place for zero and below.',
  },
  chartName: (category: string, measure: string) => `${category}: ${measure}`,
  chartLabel: (name: string, count: number, groups: number, axis: string) =>
    `Chart. ${name}. ${figureCount(count)} in ${plural(groups, { one: 'group', other: 'groups' })}, ${axis}.`,
  tableBelow: 'The table below has the same figures.',
  tableLabel: (category: string) => `Figures: ${category}`,
  chartFailed: 'The chart could not be drawn. The table has the same figures.',

  row: {
    more: (count: number) => `and ${count} more`,
    noStack: 'no stack of this site',
    yours: 'Yours',
    stackOpen: 'not assigned to a stack',
    runs: chart.runs,
  },
  ownDesk: {
    button: 'Your own numbers',
    buttonCount: (count: number) => `Your own numbers (${count})`,
    fromLink:
      'The measurements marked as own came with this link. They are kept in this browser only if you choose to, under “Your own numbers”.',
    failed: 'The code for your own numbers did not arrive. Load the page again.',
  },
  ownOther: 'Other measurements of yours',
  ownOtherSays: 'They have no chart: their kind or their unit does not tell which one.',
  detail: {
    label: 'About this figure',
    says: 'In words',
    typicalRange: (main: string, range: string) => (range === '' ? main : `${main} (${range})`),
    stacks: 'Stacks',
    study: 'Study or source',
    machine: 'Machine',
    year: 'Year',
    confidence: 'Confidence',
    conditions: 'Conditions',
    sources: 'Sources',
    id: 'Figure id',
    link: 'Copy the link to this figure',
    linkCopied: 'Link copied.',
    linkFailed: 'Copying is not allowed here. Copy the address of this page.',
    better: 'Know a better number?',
    notRecorded: 'not recorded',
  },
  better: {
    title: 'Know a better number?',
    says: 'Copy this text, fill it in, and send it to those who keep this copy of Strata. Nothing is sent from here.',
    label: 'Text to fill in',
    copy: 'Copy the text',
    copied: 'Text copied.',
    failed: 'Copying is not allowed here. The text is selected: copy it with Ctrl+C or ⌘C.',
    head: (id: string) => `A better number for the figure ${id}`,
    figure: 'Figure',
    now: 'Value now',
    conditions: 'Conditions now',
    source: 'Source now',
    address: 'Address',
    template: [
      'A better one',
      'Value (low, typical, high):',
      'Unit:',
      'What exactly was measured, from which event to which:',
      'Machine (CPU, memory, disk, operating system, versions):',
      'Number of runs:',
      'Date:',
      'Link to the source:',
    ],
  },
  notices: {
    'unknown-parameter': (param: string) =>
      `${QUOTE(param)} is not a parameter of this page. It was left out.`,
    'unknown-value': (param: string, value: string, used: string) =>
      `${param}: ${QUOTE(value)} is not one of its values. ${used === '' ? 'It was left out.' : `Used instead: ${used}.`}`,
    repeated: (param: string, value: string) =>
      `${param} is given twice; ${QUOTE(value)} was left out.`,
    empty: (param: string) => `${param} has no value. It was left out.`,
    'out-of-range': (param: string, value: string) =>
      `${param}: ${QUOTE(value)} is longer than a search can be. It was cut.`,
    conflict: (param: string, value: string) =>
      `${param}: the chart ${QUOTE(value)} has a zero or a value below it. Its axis stays linear.`,
  },
};
