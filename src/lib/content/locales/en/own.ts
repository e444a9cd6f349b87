/** English words of readers' own numbers; loaded when there are some, or when they are asked for. */
import { UNNAMED_MACHINE } from '../../../model/figures.ts';
import type { OwnStudyWords } from '../../../model/words-own.ts';
import type { OwnIssue, OwnIssueCode } from '../../../model/own/own-issue.ts';
import type { OwnFormat } from '../../../model/own/read-own.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');
const QUOTE = (text: string): string => `“${text}”`;
const NUMBERS = (count: number): string => plural(count, { one: 'number', other: 'numbers' });

const COMMAND = { from: 'the command begins', to: 'the command ends', end: 'ended' } as const;
const BOOT = {
  from: 'firmware or kernel begins, as far as it is timed',
  to: 'user space is up',
  end: 'system',
} as const;
const UNSAID = { from: 'a moment not said', to: 'a moment not said', end: 'unsaid' } as const;

const ofStudy: Omit<OwnStudyWords, 'title' | 'short' | 'caveat'> = {
  machine: (name, runs) =>
    [
      name ?? UNNAMED_MACHINE,
      ...(runs === undefined ? [] : [plural(runs, { one: 'run', other: 'runs' })]),
    ].join(', '),
  machines: (count) => plural(count, { one: 'machine', other: 'machines' }),
  events: {
    typed: UNSAID,
    csv: UNSAID,
    kit: COMMAND,
    hyperfine: COMMAND,
    'systemd-analyze': BOOT,
    'systemd-blame': UNSAID,
    'docker-images': UNSAID,
    'docker-stats': UNSAID,
  },
  phases: {
    firmware: 'firmware',
    loader: 'boot loader',
    kernel: 'kernel',
    initrd: 'initrd',
    userspace: 'user space',
  },
};

const found = ({ found: text }: OwnIssue): string => QUOTE(text ?? '');
const field = ({ field: name }: OwnIssue): string => (name === undefined ? '' : `${name}: `);
const instead = ({ expected }: OwnIssue): string =>
  expected === undefined || expected === '' ? '' : ` Understood here: ${expected}.`;

const FORMATS_TO_NAME =
  'hyperfine’s JSON or CSV export, systemd-analyze, systemd-analyze blame, docker images, docker stats, a table with a header, the measuring kit’s file';

/** By code, without the line. */
const issues: Readonly<Record<OwnIssueCode, (issue: OwnIssue) => string>> = {
  empty: () => 'Nothing is here yet.',
  'too-long': () => 'This is longer than one megabyte. Paste the part with the measurements.',
  binary: () => 'This is no text. Paste what the tool prints, or choose its export.',
  html: () => 'This is a web page, not the output of a tool. Copy the text of the output itself.',
  'unknown-format': (issue) => `${found(issue)} is none of these: ${FORMATS_TO_NAME}.`,
  'unknown-json': (issue) =>
    `This is JSON with the keys ${found(issue)}, but none of these: ${FORMATS_TO_NAME}.`,
  'hyperfine-text': () =>
    'This is hyperfine’s report for people. Run it with --export-json results.json and paste that file.',
  'json-cut': () => 'The JSON ends here before it is complete. Copy it to its last bracket.',
  'json-syntax': (issue) =>
    `JSON cannot have ${found(issue)} here.${issue.expected === undefined ? '' : ` Expected: ${issue.expected}.`}`,
  'json-depth': () => 'The JSON is nested deeper than any of the tools writes it.',
  missing: ({ field: name }) => `${QUOTE(name ?? '')} is missing.`,
  'not-a-number': (issue) => `${field(issue)}${found(issue)} is not a number.`,
  negative: (issue) => `${field(issue)}${found(issue)} is below zero.`,
  'too-big': (issue) => `${field(issue)}${found(issue)} is too large to be a measurement.`,
  'decimal-comma': (issue) =>
    `${field(issue)}${found(issue)} has a comma. Write decimals with a point, as in 3.5.`,
  'not-a-duration': (issue) =>
    `${field(issue)}${found(issue)} is not a duration such as 978ms, 11.9s or 1min 2.5s.`,
  'unknown-unit': (issue) =>
    `${field(issue)}${found(issue)} is not a unit known here.${instead(issue)}`,
  order: (issue) => `Low, typical and high are not in this order: ${found(issue)}.`,
  'not-a-row': (issue) => `${found(issue)} is not a row like the others.`,
  cells: ({ count = 0, expected = '' }) =>
    `This row has ${plural(count, { one: 'cell', other: 'cells' })}, the header ${expected}.`,
  'duplicate-column': (issue) => `The header names ${found(issue)} twice.`,
  'missing-column': ({ field: name }) => `The header has no column ${QUOTE(name ?? '')}.`,
  'unknown-column': (issue) => `The column ${found(issue)} is passed over.${instead(issue)}`,
  'unknown-kind': (issue) => `${found(issue)} is not one of the words for it.${instead(issue)}`,
  'unknown-stack': (issue) =>
    `There is no stack ${found(issue)} here. The number is read without one: choose it below.`,
  'unknown-phase': (issue) =>
    `The phase ${found(issue)} is not known here: the total alone is read.`,
  'not-finished': () => 'The start had not finished. Run systemd-analyze again later.',
  sum: ({ found: sum = '', expected = '' }) =>
    `The phases add up to ${sum}, the total is ${expected}: the total alone is read.`,
  'failed-runs': ({ found: what = '', count = 0 }) =>
    `${what}: failed in ${plural(count, { one: 'run', other: 'runs' })}, and was timed all the same.`,
  'mean-used': ({ found: what = '' }) => `${what}: the export has no median, so its mean is read.`,
  'not-counted': ({ found: what = '' }) =>
    `${what}: does not run, or its memory is not counted. It is left out.`,
  skipped: ({ found: what = '', expected = '' }) => `Not measured: ${what} (${expected}).`,
  'kit-format': (issue) =>
    `Format ${found(issue)} of the measuring kit is not known here.${instead(issue)}`,
  'too-many': ({ count = 0 }) =>
    `${count} values are more than can be kept. The first ones are taken.`,
  'no-numbers': () => 'There are no measurements in this.',
};

export const ownWords = {
  study: {
    reader: {
      ...ofStudy,
      title: 'Your own measurements',
      short: 'Your own measurements',
      caveat:
        'You measured these yourself. They compare with each other only if machine, method and kind of start are the same.',
      note: 'kept in this browser only',
    },
    link: {
      ...ofStudy,
      title: 'Measurements that came with the link',
      short: 'From the link',
      caveat:
        'Whoever sent the link measured these. They compare with each other only if machine, method and kind of start are the same.',
      note: 'carried in the link, not checked by anybody here',
    },
  } satisfies Record<'reader' | 'link', OwnStudyWords & { note: string }>,
  issues,
  /** An issue with its line. */
  issue: (issue: OwnIssue): string => {
    const text = issues[issue.code](issue);
    return issue.line === null ? text : `Line ${issue.line}: ${text}`;
  },
  formats: {
    'hyperfine-json': 'hyperfine, JSON export',
    'hyperfine-csv': 'hyperfine, CSV export',
    'systemd-analyze': 'systemd-analyze',
    'systemd-blame': 'systemd-analyze blame',
    'docker-images': 'docker images',
    'docker-images-json': 'docker image ls, JSON',
    'docker-stats': 'docker stats',
    'docker-stats-json': 'docker stats, JSON',
    kit: 'the measuring kit’s file',
    csv: 'a table with a header',
  } satisfies Record<OwnFormat, string>,
  kinds: { start: 'start time', size: 'size', memory: 'memory', other: 'something else' },
  starts: { cold: 'cold', warm: 'warm', snapshot: 'from a snapshot' },
  dialog: {
    title: 'Your own numbers',
    open: 'Your own numbers',
    says: 'Measure on your own machine and see it beside the sourced figures. Your numbers stay in this browser; nothing is sent.',
    kit: 'Measure with the kit',
    tabs: { paste: 'Paste or load', type: 'Type one' },
    mode: 'Way to enter',
    pasteLabel: 'Output of a tool, or a table',
    pasteHint:
      'Paste what hyperfine --export-json, systemd-analyze, docker images or docker stats gives, or a table with the columns what, value and unit.',
    file: 'Choose a file',
    drop: 'or drop it on the field',
    fileFailed: (name: string) => `${name} cannot be opened.`,
    clearPaste: 'Empty the field',
    recognised: (format: string, count: number) => `Recognised: ${format}, ${NUMBERS(count)}.`,
    notRecognised: 'Not recognised.',
    problems: (count: number) =>
      plural(count, { one: 'line cannot be read', other: 'lines cannot be read' }),
    warnings: 'Also',
    more: (count: number) => `and ${count} more`,
    line: (line: number) => `Line ${line}`,
    preview: 'What was read',
    columns: { what: 'What', value: 'Value', kind: 'Kind', stack: 'Stack', start: 'Start' },
    kindOf: (what: string) => `Kind of ${what}`,
    stackOf: (what: string) => `Stack of ${what}`,
    startOf: (what: string) => `Kind of start of ${what}`,
    forAll: 'Stack for all rows',
    noStack: 'not said',
    unsaid: 'not said',
    machine: 'Machine',
    machineHint: 'Your word for it, such as “lab PC, 8 GB”. It stands beside each number.',
    add: (count: number) => `Add ${NUMBERS(count)}`,
    addGood: (count: number) => `Add the ${NUMBERS(count)} that can be read`,
    added: (count: number) => `${NUMBERS(count)} added.`,
    full: (count: number) => `${NUMBERS(count)} found no room: 200 are kept at most.`,
    inPhases: 'in phases',
    runs: (count: number) => plural(count, { one: 'run', other: 'runs' }),
    form: {
      what: 'What was measured',
      low: 'Low',
      typical: 'Typical',
      high: 'High',
      unit: 'Unit',
      runs: 'Runs',
      valueNeeded: 'Give at least one of low, typical and high.',
      add: 'Add the number',
      save: 'Save',
      cancel: 'Cancel',
    },
    list: {
      title: (count: number) => `Kept here: ${NUMBERS(count)}`,
      none: 'None kept yet.',
      edit: (what: string) => `Edit ${what}`,
      remove: (what: string) => `Remove ${what}`,
      removed: (what: string) => `${what} removed.`,
      saved: (what: string) => `${what} saved.`,
      clear: 'Remove all',
      cleared: 'All removed.',
      undo: 'Undo',
      undone: 'Undone.',
      show: 'Show them in the race',
      showNote: 'Start times with a stack can run in the Boot lens.',
    },
    link: {
      title: (count: number) => `From the link: ${NUMBERS(count)}`,
      says: 'These came with the link and are shown now. Your own are safe, and shown again once you decide.',
      keep: 'Keep them with my own',
      drop: 'Put them away',
      kept: (count: number) => `${NUMBERS(count)} kept.`,
      dropped: 'Put away. Your own numbers are shown.',
    },
    blocked:
      'This browser does not let the page keep anything: your numbers last until you close or reload it.',
  },
};
