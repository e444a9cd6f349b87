/** English words of the Overhead view, and of its controls. */
import type { OverheadWords } from '../../../model/path/overhead-words.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');
const FIGURES = { one: 'figure', other: 'figures' };

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number keeps its sign: neither begins a line alone. */
function unbroken(parts: readonly string[]): string {
  return parts.join('; ').replaceAll(/ (?=[%×])/g, '\u00a0');
}

export const overhead: OverheadWords = {
  range: (low, high) => `${low} to ${high}`,
  atMost: (value) => `at most ${value}`,
  atLeast: (value) => `at least ${value}`,
  resources: {
    cpu: 'CPU',
    memory: 'Memory',
    disk: 'Disk',
    network: 'Network',
    program: 'Whole programs',
  },
  scales: { speed: 'speed', time: 'time', call: 'time of a call' },
  scaleNotes: {
    speed: 'speed',
    time: 'time, longer to the left',
    call: 'time of a call, longer to the left',
  },
  reach: (from, to) => `${from} to ${to}`,
  ownReach: (from) => `own scale, to ${from}`,
  column: (resource, scale) => `${resource}, ${scale}`,
  brief: { atMost: (value) => `≤ ${value}`, atLeast: (value) => `≥ ${value}` },
  native: 'native',
  isNative: 'native',
  notMeasured: 'not measured',
  notAgainst: 'not against native',
  study: (short, year) => (year === null ? short : `${short} ${year}`),
  separator: ' · ',
  headline: {
    empty: 'The Overhead view sets what studies measured beside native.',
    onlyNative: 'This is native: the line that the others are measured against.',
    none: 'Of these stacks nothing here was measured against native.',
    // A scale that is named is set apart from the name of the stack.
    part: (title, values) =>
      `${title}${/^[a-z]/.test(values[0] ?? '') ? ', ' : ' '}${values.join(', ')}`,
    same: (load, parts, study) =>
      `${load} against native: ${unbroken(parts)}. Measured in one study, ${study}.`,
    inScale: (scale, value) => `${scale} ${value}`,
    alone: (title, parts) => `${title} against native: ${unbroken(parts)}.`,
    all: (resource, parts) => {
      const said = parts.map(([against, of]) => `${against}: ${unbroken(of)}.`);
      const [first = '', ...rest] = said;
      const start = resource === null ? 'Measured' : `${resource}, measured`;
      return [`${start} ${first}`, ...rest.map(capital)].join(' ');
    },
  },
  sentence:
    'The line is native; left of it is slower. A dot is one figure of one study: compare within a study, not across.',
  sentenceMissing: (titles) =>
    titles.length === 0 ? '' : `No study here measured ${list(titles)} against native.`,
  longer: (value) => `${value} as long`,
  legend: {
    dot: 'one figure',
    open: 'not against native, not like for like, or run by another set-up',
    range: 'low to high',
    bound: 'a bound',
  },
  against: {
    native: 'against native',
    runc: 'against a container of runc, not native',
    loopback: 'against the host’s own loopback',
    rootful: 'against a veth pair made by root',
    kvm: 'against KVM, not native',
    'other-set-up': 'against another set-up, not native',
  },
  versus: {
    native: 'against native',
    runc: 'against runc',
    loopback: 'against loopback',
    rootful: 'against rootful',
    kvm: 'against KVM',
    'other-set-up': 'against another set-up',
  },
  setUp: (what) => `measured on: ${what}`,
  unlike: (what) => `not like for like: ${what}`,
  computed: (value, reference) => `computed from ${value} and ${reference}`,
  step: {
    label: (study) => study,
    says: (study, machine, count) => `${study}, on ${machine}: ${plural(count, FIGURES)}.`,
    start: 'The line is native. No study is shown yet.',
  },
  table: {
    caption: 'What studies measured of each stack against native, one figure a row',
    columns: [
      'Stack',
      'Resource',
      'Measured',
      'As the figure says',
      'On the axis',
      'Against',
      'Conditions',
      'Study',
      'Machine',
    ],
  },
  machineUnknown: 'a machine that the source does not name',
};

export const overheadUi = {
  resource: 'Resource',
  short: {
    all: 'All',
    cpu: 'CPU',
    memory: 'Memory',
    disk: 'Disk',
    network: 'Network',
    program: 'Programs',
  },
  cell: (title: string, column: string, says: string) => `${title}: ${column}, ${says}`,
  others: 'Measured too, not against native',
  nothing: 'No study here measured this.',
  sourcesTitle: 'Every figure of this view, and where it comes from',
  sourcesSays:
    'Machines, years and loads differ from study to study, so no figure here is a mean of several studies.',
  nativeSays: 'A process without layers in between. The others are measured against it.',
};
