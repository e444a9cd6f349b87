/** English words of the Boot lens. */
import type { BootWords, NamedEnd, NamedSpread, NamedTime } from '../../../model/words-boot.ts';

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function spreadOf({ low, high, share, end }: NamedSpread): string {
  const range = rangeOf(low, high, share);
  if (end === 'init') return `${range} until init starts`;
  return end === 'ended' ? `${range} from start to end of a command` : range;
}

function rangeOf(low: string | null, high: string | null, share: number | null): string {
  if (high !== null && share !== null) {
    const most = `${share} % within ${high}`;
    return low === null || low === high ? most : `from ${low}, ${most}`;
  }
  if (low !== null && high !== null) return low === high ? low : `${low} to ${high}`;
  if (high !== null) return `up to ${high}`;
  return low === null ? 'bounds alone are known' : `at least ${low}`;
}

function endOf({ time, what, kind, until, study, machine }: NamedEnd): string {
  const event = until === null ? '' : `, until ${until}`;
  return `${time} (${what}, ${kind}${event}; ${study}, ${machine})`;
}

/** Who came in when, e.g. "Xen VM, 2 s (cold start)". */
function entrant({ title, time, kind }: NamedTime): string {
  return kind === '' ? `${title}, ${time}` : `${title}, ${time} (${kind})`;
}

/**
 * Those of whom one came in first, or last: nobody knows which. The sentence under the headline tells the
 * kinds of all starts: one line has no room for those of several.
 */
function oneOf(entrants: readonly NamedTime[]): string {
  const [only, ...others] = entrants;
  if (only !== undefined && others.length === 0) return entrant(only);
  return entrants.map(({ title, time }) => `${title}, ${time}`).join(', or ');
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
  within: (percent, time) => `${percent} %: ${time}`,
  rangeWithin: (low, percent, high) => `from ${low}; ${percent} %: ${high}`,

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
    only: ({ title, time }, stop, others) => {
      const rest = others ? ' Nothing else here is in that study.' : '';
      switch (stop) {
        case 'up':
          return others ? `${title}: ${time}.${rest}` : `${title}: up in ${time}.`;
        case 'init':
          return `${title}: its init starts after ${time}.${rest}`;
        case 'ended':
          return `${title}, start to end of the command: ${time}.${rest}`;
        case 'resumed':
          return `${title}: back from its snapshot in ${time}.${rest}`;
        case 'unsaid':
        case 'part':
        case 'cpu':
          return `${title}: ${time}.${rest}`;
      }
    },
    extremes: (firsts, lasts, isCpu) =>
      isCpu
        ? `Least: ${oneOf(firsts)}. Most: ${oneOf(lasts)}.`
        : `First: ${oneOf(firsts)}. Last: ${oneOf(lasts)}.`,
    alike: (fast, slow, stop) => {
      const range = fast.time === slow.time ? fast.time : `${fast.time} to ${slow.time}`;
      switch (stop) {
        case 'up':
          return `All timed stacks are typically up in ${range}.`;
        case 'init':
          return `Every guest’s init starts after ${range}.`;
        case 'ended':
          return `All commands were back in ${range}.`;
        case 'resumed':
          return `All are back from their snapshots in ${range}.`;
        case 'unsaid':
        case 'mixed':
        case 'part':
        case 'cpu':
          return `All took ${range}.`;
      }
    },
    noWinner: (fast, slow) =>
      `${entrant(fast)}, and ${entrant(slow)}: their ranges overlap, no winner can be named.`,
    parts: (parts) =>
      `${parts.length === 1 ? 'Part' : 'Parts'} of a start: ${parts
        .map(({ what, time }) => `${time} for ${what}`)
        .join('; ')}.`,
    cpu: (headline) => `CPU time. ${headline}`,
    toEnd: (headline) => `${headline} Each to the end of its command.`,
    endsDiffer: (headline) => `${headline} The clocks stop at different kinds of event.`,
    counted: (headline, count, of) => `${headline} ${count} of ${of} timed.`,
    mixed: 'Snapshots brought back, and starts from nothing: two kinds of race.',
    apart: (fast, slow) => {
      const most = fast.share === null ? 'up to' : `${fast.share} % within`;
      return `${fast.title}: ${most} ${fast.time}. ${slow.title}: from ${slow.time}.`;
    },
    overlap: 'The times of different machines do not lie clearly apart: no winner can be named.',
    unnamed: 'Some times come without a machine: no winner can be named.',
    spread: (title, spreads, others) =>
      `${title}: ${spreads.map(spreadOf).join('; ')}.${others ? ' No whole start of anything else here was timed.' : ''}`,
    noMachine: (headline) => `${headline} Not every source names its machine.`,
    noneWhole: 'No whole start of these stacks was timed.',
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
      `${walled.title}, behind a VM’s wall, starts before ${fenced.title}.`,
    ratio: (ratio) => `The slowest typical time is ${ratio} times the fastest.`,
    overlapFirst: (titles) => `${list(titles)} overlap: each of them may be the first.`,
    overlapLast: (titles) => `${list(titles)} overlap: none of them is named last.`,
    orangeBefore: 'Solid orange before the start line: the app uses a kernel that already runs.',
    orangeAfter: 'Solid orange after the start line: a kernel has to boot first.',
    orangeBoth:
      'Solid orange before the start line: the app uses a kernel that already runs; after it: a kernel has to boot first.',
    all: (kinds) =>
      `Each line is one timing, with its study and machine${kinds.length > 1 ? `; kinds of start differ: ${list(kinds)}` : ''}. Different machines and years do not make a race.`,
    apart: (fast, slow) => {
      const most =
        fast.share === null
          ? `Slowest time known for ${fast.title}:`
          : `For ${fast.title}, ${fast.share} % of the runs within`;
      return `${most} ${endOf(fast)}. Fastest for ${slow.title}: ${endOf(slow)}.`;
    },
    apartWhy: (fast, slow) => `For ${fast} nothing has to boot, for ${slow} a VM has to.`,
    apartSentry: (fast, slow) =>
      `For ${fast} nothing has to boot; for ${slow} its user-space kernel, the Sentry, has to start.`,
    noRace: 'Different machines and years do not make a race.',
    othersOverlap: 'Others cannot be told apart.',
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
    percentile: (time, percent) => `${time} (${percent}th percentile)`,
  },
  says: {
    phaseDone: (title, phase, time) => `${title}: ${phase} done at ${time}.`,
    finished: (title, time, stop) => {
      switch (stop) {
        case 'up':
          return `${title} is up at ${time}.`;
        case 'init':
          return `${title}: init starts at ${time}.`;
        case 'ended':
          return `${title}: the command has ended at ${time}.`;
        case 'resumed':
          return `${title} runs on at ${time}.`;
        case 'unsaid':
          return `${title}: the clock stops at ${time}.`;
        case 'part':
          return `${title}: this part is done at ${time}.`;
        case 'cpu':
          return `${title}: done, with ${time} of CPU time.`;
      }
    },
    moment: (time, parts) => [`At ${time}:`, ...parts].join(' '),
    running: (title, phase) => (phase === null ? `${title} is starting.` : `${title}: ${phase}.`),
    finishedCount: (finished, of, isUp) => `${finished} of ${of} ${isUp ? 'up' : 'finished'}.`,
    row: (what, figure, study) => [what, figure, study].filter((part) => part !== '').join(', '),
  },
};
