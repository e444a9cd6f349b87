/** English words of the Boot lens. */
import type { BootWords } from '../../../model/words-boot.ts';

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export const boot: BootWords = {
  start: 'Start',
  logNote:
    'log scale: each labelled step is ten times longer, so read the durations, not the lengths',
  logNoteShort: 'log scale: read the durations, not the lengths',
  linearNote: 'linear scale: lengths compare',

  kernelRunning: 'kernel running',
  hostKernel: 'host kernel',
  hypervisor: 'hypervisor',

  oneTotal: 'one total, no phases given',
  notMeasured: 'not measured',
  timedOther: (study, variant) => `${study} timed ${variant}`,
  variants: {
    esxi: 'ESXi',
    'hyper-v': 'Hyper-V',
    xen: 'Xen',
    kvm: 'KVM',
    virtualbox: 'VirtualBox',
    vmware: 'VMware',
    'virtualization-framework': 'the Virtualization framework',
    'docker-vmm': 'Docker VMM',
    hyperkit: 'HyperKit',
    firecracker: 'Firecracker',
    'cloud-hypervisor': 'Cloud Hypervisor',
    systrap: 'systrap',
  },
  phase: (label, duration) => `${label}, ${duration}`,
  now: (label) => `now: ${label}`,
  starting: 'starting',

  oneValue: 'one value, no range given',
  noTypical: 'no typical value given',
  range: (low, high) => `${low} to ${high}`,
  atMost: (time) => `at most ${time}`,
  atLeast: (time) => `at least ${time}`,

  legend: 'Phases',
  looks: {
    vmm: 'VMM',
    hypervisor: 'Hypervisor, its tools',
    kernel: 'Kernel boots',
    userland: 'Firmware, OS services',
    engine: 'Engine',
    app: 'App starts',
    fence: 'Fences',
    'library-os': 'Library OS boots',
    total: 'one total, no phases given',
    running: 'kernel already running',
  },
  lowToHigh: 'low to high',
  typicalFinish: 'typical finish',
  source: (reference) => `Source: ${reference}`,

  moreInTable: (count) => `+${count} more in the table`,
  kinds: {
    cold: 'cold start',
    warm: 'warm start',
    snapshot: 'from a snapshot',
    unsaid: 'kind of start not said',
  },
  sourced: (value, study, machine) => `${value} · ${study}, ${machine}`,
  separator: ' · ',

  headline: {
    empty: 'Pick a first stack',
    noneTimed: (study) => `${study} timed none of these stacks.`,
    noneTimedAnywhere: 'No study here timed these stacks.',
    onlyBounds: (study) => `${study} gives bounds here, no typical times.`,
    only: ({ title, time }, others) =>
      others ? `${title}: ${time}. Nothing else here was timed.` : `${title}: up in ${time}.`,
    ratio: (fast, slow, ratio) =>
      `From ${fast.time} (${fast.title}) to ${slow.time} (${slow.title}): ${ratio} times as long.`,
    alike: (fast, slow) =>
      fast.time === slow.time
        ? `All timed stacks are up in ${fast.time}.`
        : `All timed stacks are up in ${fast.time} to ${slow.time}.`,
    nothingBoots: ({ title, time }) =>
      `${title}: ${time}. No firmware, kernel or init has to start.`,
    mixed: 'Snapshots brought back, and starts from nothing: two kinds of race.',
    wallFaster: (walled, fenced) =>
      `${walled.title}: ${walled.time}, ${fenced.title}: ${fenced.time}. A VM can start first.`,
    all: (studies, machines) =>
      studies === 1
        ? `One study timed these stacks: read each range by itself.`
        : `${studies} studies on ${counted(machines, 'machine', 'machines')}: times, but not one race.`,
    own: (headline, study) => `${study}. ${headline}`,
    allAndOwn: (studies, machines) =>
      `Own numbers beside ${counted(studies, 'study', 'studies')} on ${counted(machines, 'machine', 'machines')}: no race.`,
    onlyOwn: 'No study here timed these stacks: only own numbers are shown.',
  },
  sentence: {
    empty: 'Up to eight stacks start here at the same moment, each as long as a study measured it.',
    study: (name, machine, kinds) => `${name}, on ${machine}: ${kinds}.`,
    studyShort: (name, machine) => `${name}, on ${machine}.`,
    kindOf: (kind, titles) => `${list(titles)} ${kind}`,
    timed: (count, of) => `It timed ${count} of the ${of} stacks shown.`,
    ratio: (ratio) => `The slowest typical time is ${ratio} times the fastest.`,
    orangeBefore: 'Solid orange before the start line: the app uses a kernel that already runs.',
    orangeAfter: 'Solid orange after the start line: a kernel has to boot first.',
    orangeBoth:
      'Solid orange before the start line: the app uses a kernel that already runs; after it: a kernel has to boot first.',
    all: (kinds) =>
      `Each line is one timing, with its study and machine${kinds.length > 1 ? `; kinds of start differ: ${list(kinds)}` : ''}. Different machines and years do not make a race.`,
    ownMarks: (study) => `Square marks: ${study}.`,
    allShort: 'Each line is one timing. Different machines and years do not make a race.',
  },
  table: {
    captionStudy: (study) => `Start times by ${study}`,
    captionAll: 'Start times from all sources, each from its own machine',
    columns: [
      'Stack',
      'What was started',
      'Kind of start',
      'From',
      'To',
      'Low',
      'Typical',
      'High',
      'Machine',
      'Source',
    ],
    unknown: 'not given',
  },
  says: {
    phaseDone: (title, phase, time) => `${title}: ${phase} done at ${time}.`,
    finished: (title, time) => `${title} is up at ${time}.`,
    moment: (time, parts) => [`At ${time}:`, ...parts].join(' '),
    running: (title, phase) => (phase === null ? `${title} is starting.` : `${title}: ${phase}.`),
    finishedCount: (finished, of) => `${finished} of ${of} up.`,
    row: (what, figure, study) => [what, figure, study].filter((part) => part !== '').join(', '),
  },
};
