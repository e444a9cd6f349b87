/** English words of the Boot lens. */
import type { BootWords, NamedEnd, NamedTime } from '../../../model/words-boot.ts';

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function spreadOf(low: string | null, high: string | null): string {
  if (low !== null && high !== null) return low === high ? low : `${low} to ${high}`;
  if (high !== null) return `at most ${high}`;
  return low === null ? 'bounds alone are known' : `at least ${low}`;
}

function endOf({ time, what, kind, study, machine }: NamedEnd): string {
  return `${time} (${what}, ${kind}; ${study}, ${machine})`;
}

/** Who came in when, e.g. "Xen VM, 2 s (cold start)". */
function entrant({ title, time, kind }: NamedTime): string {
  return kind === '' ? `${title}, ${time}` : `${title}, ${time} (${kind})`;
}

export const boot: BootWords = {
  start: 'Start',
  logNote: 'log scale: equal steps multiply the time, so read the durations, not the lengths',
  logNoteShort: 'log scale: read the durations, not the lengths',
  logNoteLeast: 'log scale',
  linearNote: 'linear scale: lengths compare',

  kernelRunning: 'kernel running',
  hostKernel: 'host kernel',
  hypervisor: 'hypervisor',

  oneTotal: 'one total, no phases given',
  oneTotalShort: 'one total',
  untimed: (isNowhere) => (isNowhere ? 'not measured' : 'not in this study'),
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
  titleOf: (title, variant) => `${title} (${variant})`,
  phase: (label, duration) => `${label}, ${duration}`,
  now: (label) => `now: ${label}`,
  starting: 'starting',

  oneValue: 'one value given',
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
    mixed: 'Kernel and services, not told apart',
    running: 'kernel already running',
  },
  lowToHigh: 'low to high',
  typicalFinish: 'typical finish',
  typicalDot: 'typical',
  source: (reference) => `Source: ${reference}`,
  sources: (studies) => `Sources: ${studies.join('; ')}`,
  sourcesCount: (count) =>
    count === 1 ? 'One source' : `${count} sources, each named at its line`,

  moreInTable: (count) => `+${count} more in the table`,
  drawnOf: (count, of) => `${count} of ${of} timings`,
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
    noneTimedAnywhere: 'No start time of these stacks is known here.',
    onlyBounds: (study) => `${study} gives bounds here, no typical times.`,
    only: ({ title, time }, others) =>
      others
        ? `${title}: ${time}. Nothing else here is in that study.`
        : `${title}: up in ${time}.`,
    extremes: (fast, slow) => `First: ${entrant(fast)}. Last: ${entrant(slow)}.`,
    alike: (fast, slow) =>
      fast.time === slow.time
        ? `All timed stacks are up in ${fast.time}.`
        : `All timed stacks are up in ${fast.time} to ${slow.time}.`,
    counted: (headline, count, of) => `${headline} ${count} of ${of} timed.`,
    mixed: 'Snapshots brought back, and starts from nothing: two kinds of race.',
    apart: (fast, slow) => `${fast.title}: up to ${fast.time}. ${slow.title}: from ${slow.time}.`,
    overlap: 'The times of different machines overlap: no winner can be named.',
    spread: (title, low, high, others) =>
      `${title}: ${spreadOf(low, high)}.${others ? ' No time of anything else here is known.' : ''}`,
    own: (headline, study) => `${study}. ${headline}`,
    onlyOwn: 'Only own numbers are shown: no study’s time of these stacks is known here.',
  },
  sentence: {
    empty: 'Up to eight stacks start here at the same moment, each as long as a study measured it.',
    study: (name, machine, kinds) => `${name}, on ${machine}: ${kinds}.`,
    studyShort: (name, machine) => `${name}, on ${machine}.`,
    kindOf: (kind, titles) => `${list(titles)} ${kind}`,
    timed: (count, of) => `It timed ${count} of the ${of} stacks shown.`,
    nothingBoots: ({ title }) => `${title}: no firmware, kernel or init has to start.`,
    wallFaster: (walled, fenced) =>
      `${walled.title}, behind a VM’s wall, starts before ${fenced.title}: ${walled.time}, ${fenced.time}.`,
    ratio: (ratio) => `The slowest typical time is ${ratio} times the fastest.`,
    orangeBefore: 'Solid orange before the start line: the app uses a kernel that already runs.',
    orangeAfter: 'Solid orange after the start line: a kernel has to boot first.',
    orangeBoth:
      'Solid orange before the start line: the app uses a kernel that already runs; after it: a kernel has to boot first.',
    all: (kinds) =>
      `Each line is one timing, with its study and machine${kinds.length > 1 ? `; kinds of start differ: ${list(kinds)}` : ''}. Different machines and years do not make a race.`,
    apart: (fast, slow) =>
      `Slowest time known for ${fast.title}: ${endOf(fast)}. Fastest for ${slow.title}: ${endOf(slow)}.`,
    apartWhy: (fast, slow) => `For ${fast} nothing has to boot, for ${slow} a VM has to.`,
    apartSentry: (fast, slow) =>
      `For ${fast} nothing has to boot; for ${slow} its user-space kernel, the Sentry, has to start.`,
    noRace: 'Different machines and years do not make a race.',
    othersOverlap: 'Some other times overlap.',
    otherVariants: (timed) => `Of other variants there are times: ${list(timed)}.`,
    fairRaces: (studies) => `Races on one machine: ${list(studies)}.`,
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
