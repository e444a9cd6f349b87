/** English words of the Overhead view, and of its controls. */
import type { OverheadWords, SaidOverhead } from '../../../model/path/overhead-words.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

/** Load and value, with what it was measured against where that is not native. */
function entry({ load, value, against }: SaidOverhead): string {
  return `${load} ${whole(value)}${against === 'runc' ? ' against runc' : ''}`;
}

/** A number keeps its unit on its line. */
function whole(value: string): string {
  return value.replace(/ (?=[%×])/g, '\u00A0');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const overhead: OverheadWords = {
  resources: {
    all: 'All',
    cpu: 'CPU',
    memory: 'Memory',
    disk: 'Disk',
    network: 'Network',
    program: 'Whole programs',
  },
  native: 'native',
  notMeasured: 'not measured',
  axis: 'speed; native is the line',
  change(value, of) {
    const signed = /^[1-9]|^0\./.test(value) ? `+${value}` : value;
    return of === 'time' ? `${signed} time` : signed;
  },
  share: (value) => `${value} of native`,
  asLong: (value) => `${value} as long`,
  range: (low, high) => `${low} to ${high}`,
  atMost: (value) => `at most ${value}`,
  atLeast: (value) => `at least ${value}`,
  line: (load, study, against) =>
    [load, ...(study === '' ? [] : [study]), ...(against === 'runc' ? ['against runc'] : [])].join(
      ' · ',
    ),
  more: (count) => `${count} more in the table`,
  headline: {
    empty: 'Pick a first stack',
    nothing: 'No study here compares these stacks with native.',
    one: (title, slow, fast) => `${title}: from ${entry(slow)} to ${entry(fast)}.`,
    only: (title, said) => `${title}: ${entry(said)}.`,
    same: (load, stacks) =>
      `${capital(load)}: ${stacks.map(({ title, value }) => `${title} ${whole(value)}`).join(', ')}.`,
  },
  sentence: (study, studies) =>
    `${study === null ? '' : `${study} measured that. `}${plural(studies, { one: 'study', other: 'studies' })} here, each on its own machine: compare within one, not between two. Right of the line is faster than native.`,
  legend: {
    native: 'measured against native',
    runc: 'measured against runc',
    range: 'low to high',
  },
  says: (study, count) =>
    `${study}: ${plural(count, { one: 'figure', other: 'figures' })} of these stacks.`,
  table: {
    caption: 'What studies measured of each stack, against native',
    columns: ['Stack', 'Resource', 'What ran', 'Result', 'Against', 'Study', 'Conditions'],
  },
  readout: (parts) => parts.join('; '),
};

export const overheadUi = {
  resource: 'Resource',
  sourcesTitle: 'What studies measured against native',
  sourcesIntro:
    'Each figure with what exactly was measured and under which conditions. None is pooled with another.',
};
