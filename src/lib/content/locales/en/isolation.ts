/** English words of the Isolation lens, and of its controls. */
import type { AttackGain, BarrierKind } from '../../../model/isolation/attack-data.ts';
import type {
  IsolationWords,
  NamedParts,
  SaidAttack,
  SaidStack,
  SaidTally,
} from '../../../model/isolation/words.ts';
import type { AbiFamily } from '../../../model/kinds.ts';
import { digits, structure } from './structure.ts';

const BARRIERS: Readonly<Record<BarrierKind, string>> = {
  process: 'process',
  namespaces: 'namespaces, cgroups',
  confinement: 'plus seccomp, LSM',
  'user-namespace': 'user namespace',
  'user-space-kernel': 'user-space kernel',
  vm: 'VM wall',
  machine: 'separate machine',
  cgroup: 'cgroup limit',
  language: 'Wasm sandbox',
};

/** As the subject of a sentence. */
const HOLDERS: Readonly<Record<BarrierKind, string>> = {
  process: 'the process boundary',
  namespaces: 'the fence',
  confinement: 'the fence',
  'user-namespace': 'the user namespace',
  'user-space-kernel': 'the user-space kernel',
  vm: 'the VM wall',
  machine: 'the separate machine',
  cgroup: 'the cgroup limit',
  language: 'the Wasm sandbox',
};

const FAMILIES: Readonly<Record<AbiFamily, string>> = {
  linux: 'Linux',
  nt: 'NT',
  xnu: 'XNU',
  bsd: 'BSD',
};

const VERBS: Readonly<Record<AttackGain, string>> = {
  control: 'reached',
  read: 'readable',
  starve: 'starved',
};

/** Names such as gVisor keep their small letter. */
function capital(text: string): string {
  return /^[a-z][A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function named({ tenants, others }: NamedParts): string {
  return list([...tenants.map(({ noun, count }) => structure.instances(noun, count)), ...others]);
}

function counted({ gained, total }: SaidTally): string {
  return `${digits.format(gained)} of ${digits.format(total)}`;
}

const SEEN: Readonly<Record<AttackGain, string>> = {
  control: 'Magenta hatch: the attacker is there.',
  read: 'Dashed magenta: its memory can be read.',
  starve: 'Dashed magenta: it gets less, and is not taken over.',
};

function sentenceOf({ attack, runsOn, gains, starts, isUnused }: SaidAttack): string {
  const below = starts.map(({ letter, layer }) =>
    letter === null
      ? `The attacker starts in ${layer}: no flaw is needed for what stands on it.`
      : `In ${letter} the attacker starts in ${layer}: no flaw is needed for what stands on it.`,
  );
  const where = runsOn === null ? '' : ` on ${runsOn}`;
  return [...(isUnused ? [] : [`${attack}${where}.`]), ...below, SEEN[gains]].join(' ');
}

/** One or two stacks are told apart by what stopped it; more, and those that are not in view, by their counts. */
function headlineOf(stacks: readonly SaidStack[], unseen: readonly SaidStack[]): string {
  if (stacks.length > 2 || unseen.length > 0) {
    const counts = [...stacks, ...unseen].map((one) =>
      one.missing === null
        ? `${counted(one)} in ${one.letter}${one.isDisputed ? ' (disputed)' : ''}`
        : `not shown in ${one.letter}`,
    );
    return `${capital(VERBS[stacks[0]?.gains ?? 'control'])}: ${list(counts)}.`;
  }
  const clauses = stacks.map((one) => {
    const doubt = one.isDisputed ? ', which is disputed' : '';
    const where = `${stacks.length > 1 ? ` in ${one.letter}` : ''}${doubt}`;
    const verb = VERBS[one.gains];
    if (one.isAll && one.gained > 0) return `All ${digits.format(one.total)} ${verb}${where}`;
    if (one.missing !== null) return `Not shown${where}`;
    if (one.barrier === null) return `${counted(one)} ${verb}${where}`;
    const holder = one.setting === null ? HOLDERS[one.barrier] : `“${one.setting}”`;
    return `${counted(one)} ${verb}${where}: ${holder} holds`;
  });
  return `${clauses.join('. ')}.`;
}

export const isolation: IsolationWords = {
  headline: { empty: 'Pick a first stack', of: headlineOf },
  sentence: {
    empty: 'Then choose a way to break in.',
    of: sentenceOf,
  },
  chain: {
    title: 'The chain',
    titleStopped: 'The chain stops',
    titleAbsent: 'Not here',
    setting: (name, state) => `${name}: ${state}`,
    codeIn: (layer) => `The attacker starts in ${layer}.`,
    everything: (parts, gains) => {
      const what = named(parts);
      if (gains === 'read') return `Memory can be read of ${what}.`;
      if (gains === 'starve') return `Less is left for ${what}.`;
      return `The attacker now controls ${what}.`;
    },
    owns: 'All that stands on it',
    holds: (barrier, because) =>
      [`${capital(HOLDERS[barrier])} holds.`, because].filter((part) => part !== '').join(' '),
    shared: 'Folders that the host shares with the VM stay within reach.',
    stopped: (_barrier, setting, because) => `${setting}. ${because}`,
  },
  missing: {
    family: (wanted, has) =>
      `no ${FAMILIES[wanted]} kernel under this app (${has}): not this attack`,
    app: 'nothing here for this attack',
    kernel: 'not known here: no source names this flaw for this stack',
    runtime: 'the runtime with this flaw does not start this app',
    socket: 'no such socket here',
    privileged: 'no container here to make privileged',
    vmm: 'no such VMM here: its flaw is not in this stack',
    hypervisor: 'no such hypervisor here: its flaw is not in this stack',
    'side-channel': 'not known here: no source names this flaw for this stack',
    exhaustion: 'not known here: no source names this for this stack',
  },
  tags: {
    entered: 'entered',
    reached: 'reached',
    read: 'readable',
    starved: 'starved',
    safe: 'safe',
    holds: 'holds',
    absent: 'not here',
    untried: 'not tried',
  },
  readout: {
    count: (tally) =>
      [
        `${counted(tally)} ${VERBS[tally.gains]}`,
        ...(tally.taken === 0 ? [] : [`${digits.format(tally.taken)} taken over`]),
        ...(tally.isDisputed ? ['disputed'] : []),
      ].join(', '),
    absent: 'Not shown here',
    hold: (parts) => `not reached: ${named(parts)}`,
    nobody: {
      control: 'nothing on this machine is left',
      read: 'what leaks can be anybody’s on this machine',
      starve: 'nobody on this machine is spared',
    },
  },
  barriers: BARRIERS,
  legendTitle: 'Barriers, weak to strong',
  legendMachine: (letters) =>
    letters.length > 1 ? `separate machine: ${list(letters)}` : 'separate machine: add a stack',
  versioned: (affected) => affected,
  repaired: 'with the fix',
  sentry: {
    name: 'Sentry',
    detail: 'process',
    providedBy: 'gVisor',
    about:
      'A kernel written as a program: it answers the system calls of the container, and makes few of its own to the host’s kernel.',
  },
  twin: {
    marked: (name, mark, step) => {
      const what = { entered: 'entered', reached: 'reached', read: 'readable', starved: 'starved' };
      if (mark === 'safe') return `${name}; not reached`;
      return `${name}; ${what[mark]}${step === null ? '' : ` in step ${digits.format(step)}`}`;
    },
    readout: (count, note) => [count, note].filter((part) => part !== '').join('; '),
  },
  story: {
    stopped: 'What holds',
    at: (letter, text) => `${letter}: ${text}`,
  },
  table: {
    caption: 'What a break-in reaches',
    what: 'Step',
    attack: 'Break-in',
    step: (number) => `Step ${digits.format(number)}`,
    notTaken: 'not taken',
    count: 'Reached',
    settings: 'Settings',
  },
};
