/** English words of the Structure lens. */
import type { AbiFamily } from '../../../model/kinds.ts';
import type { KernelFacts } from '../../../model/kernel-facts.ts';
import type { InstanceNoun, Layer, ResolvedStack } from '../../../model/stack.ts';
import type { LayerRole, Readout, StructureWords } from '../../../model/words-structure.ts';

type Shown = readonly { stack: ResolvedStack; kernels: KernelFacts }[];

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NOUNS: Readonly<Record<InstanceNoun, readonly [string, string]>> = {
  process: ['process', 'processes'],
  container: ['container', 'containers'],
  vm: ['VM', 'VMs'],
  microvm: ['microVM', 'microVMs'],
  unikernel: ['unikernel', 'unikernels'],
  module: ['module', 'modules'],
};

const digits = new Intl.NumberFormat('en');

function number(count: number): string {
  return NUMBERS[count] ?? digits.format(count);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function kernelsWord(count: number): string {
  return count === 1 ? 'kernel' : 'kernels';
}

function noun(kind: InstanceNoun, count: number): string {
  return NOUNS[kind][count === 1 ? 0 : 1];
}

function instances(kind: InstanceNoun, count: number): string {
  return `${digits.format(count)} ${noun(kind, count)}`;
}

function join(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function stripedWord({ striped, stripedKind }: KernelFacts): string {
  const count = digits.format(striped);
  if (stripedKind === 'sentry') return `${count} ${striped === 1 ? 'Sentry' : 'Sentries'}`;
  return `${count} ${striped === 1 ? 'library OS' : 'library OSes'}`;
}

/** Whose kernel the one below the guests is. */
function ownerBelow(kernels: KernelFacts): string {
  const domain = kernels.control[0]?.domain;
  if (domain === undefined) return 'the host’s';
  // A proper name (Dom0) stands alone, a common one (root partition) takes an article.
  return domain.name.includes(' ') ? `the ${domain.name.toLowerCase()}’s` : `${domain.name}’s`;
}

/** Who shares the kernel within one of the walls: ", shared by its 3 containers". */
function sharedInside({ owners, instances: inner }: KernelFacts): string {
  if (owners === null || inner === null) return '';
  const each = inner.count / owners.count;
  return `, ${each === 1 ? 'used' : 'shared'} by its ${each === 1 ? noun(inner.noun, 1) : instances(inner.noun, each)}`;
}

/** Whose the guests' kernels are, where nothing is below them. */
function privateBriefly({ guests, owners, instances: inner }: KernelFacts): string {
  const each = owners === null || inner === null ? 1 : inner.count / owners.count;
  if (inner !== null && each > 1) return `each shared by ${instances(inner.noun, each)}`;
  return guests === 1 ? 'private' : 'all private';
}

/** What stands so far of a stack whose kernels or instances are still to come. */
function unfinished(stack: ResolvedStack, kernels: KernelFacts): Readout {
  if (kernels.total > 0) {
    return {
      count: `${digits.format(kernels.total)} ${kernelsWord(kernels.total)}`,
      note: `${ownerBelow(kernels)}; nothing uses it yet`,
      brief: '',
      extra: null,
    };
  }
  if (kernels.hypervisor === null)
    return { count: 'no kernel yet', note: '', brief: '', extra: null };
  return { count: 'no guest kernel yet', note: stack.readoutNote ?? '', brief: '', extra: null };
}

function readout(stack: ResolvedStack, kernels: KernelFacts): Readout {
  if (kernels.isBuilding) return unfinished(stack, kernels);
  const extra = stack.readoutNote ?? null;
  const group = kernels.instances;
  const below = kernels.host.length + kernels.control.length;
  if (kernels.striped > 0) {
    const whose = ownerBelow(kernels);
    return {
      count: `${digits.format(kernels.total)} ${kernelsWord(kernels.total)}, ${stripedWord(kernels)}`,
      note:
        kernels.stripedKind === 'sentry'
          ? `the kernel is ${whose}; each container has a Sentry of its own`
          : `the kernel is ${whose}; each unikernel links a library OS of its own`,
      brief: '',
      extra,
    };
  }
  if (kernels.hidden !== null) {
    return {
      count: `${digits.format(kernels.total)} ${kernelsWord(kernels.total)}`,
      note: `${ownerBelow(kernels)} and the hidden one`,
      brief: 'one hidden in a VM',
      extra,
    };
  }
  if (kernels.guests > 0 && group !== null) {
    const own = kernels.guests === 1 ? 'private to its' : 'one private to each';
    const owners = kernels.owners ?? group;
    const privately = `${own} ${noun(owners.noun, 1)}${sharedInside(kernels)}`;
    const guestCount = `${digits.format(kernels.guests)} guest ${kernelsWord(kernels.guests)}`;
    if (below === 0) {
      return { count: guestCount, note: privately, brief: privateBriefly(kernels), extra };
    }
    return {
      count: `${digits.format(kernels.total)} ${kernelsWord(kernels.total)}`,
      note: `${guestCount}, ${privately}, and ${ownerBelow(kernels)}`,
      brief: `${digits.format(kernels.guests)} private, ${digits.format(below)} ${ownerBelow(kernels)}`,
      extra,
    };
  }
  if (kernels.runtime !== null && group !== null) {
    return {
      count: `${digits.format(kernels.total)} ${kernelsWord(kernels.total)}`,
      note: `called by one process, which runs ${instances(group.noun, group.count)}`,
      brief: 'called by one process',
      extra,
    };
  }
  const users = [
    ...(group === null ? [] : [instances(group.noun, group.count)]),
    ...(kernels.engines.length > 0 ? ['the engine'] : []),
  ];
  const shared = users.length > 0 ? `shared by ${join(users)}` : 'used by all that runs';
  return {
    count: `${digits.format(kernels.total)} ${kernelsWord(kernels.total)}`,
    note: shared,
    brief:
      group === null
        ? ''
        : `${group.count === 1 ? 'used' : 'shared'} by ${instances(group.noun, group.count)}`,
    extra,
  };
}

function headlineOfOne(stack: ResolvedStack, kernels: KernelFacts): string {
  if (kernels.isBuilding) {
    const { count } = unfinished(stack, kernels);
    return kernels.total > 0
      ? `${capital(number(kernels.total))} ${kernelsWord(kernels.total)}. Nothing uses it yet.`
      : `${capital(count)}.`;
  }
  const group = kernels.instances;
  if (kernels.hidden !== null)
    return `${capital(number(kernels.total))} kernels: one on show, one in a hidden VM.`;
  if (kernels.striped > 0 && group !== null) {
    const who = `${capital(number(group.count))} ${noun(group.noun, group.count)}`;
    if (kernels.stripedKind !== 'sentry') return `${who}, no guest kernel.`;
    return `${who}, ${group.count === 1 ? 'with' : 'each with'} a kernel in user space.`;
  }
  if (kernels.guests > 0 && group !== null) {
    const guests = `${number(kernels.guests)} guest ${kernelsWord(kernels.guests)}`;
    return `${capital(number(group.count))} ${noun(group.noun, group.count)}, ${guests}.`;
  }
  if (group === null) return `${capital(number(kernels.total))} ${kernelsWord(kernels.total)}.`;
  if (kernels.runtime !== null) {
    return `${capital(number(group.count))} ${noun(group.noun, group.count)} in one process, on one kernel.`;
  }
  return `One kernel, ${group.count === 1 ? 'used' : 'shared'} by ${number(group.count)} ${noun(group.noun, group.count)}.`;
}

function headline(shown: Shown): string {
  const [first] = shown;
  if (first === undefined) return 'Where is the kernel?';
  if (shown.length === 1) return headlineOfOne(first.stack, first.kernels);
  if (shown.every(({ kernels }) => kernels.isBuilding && kernels.total === 0))
    return 'No kernel yet.';
  const many = shown.some(({ kernels }) => (kernels.instances?.count ?? 0) > 20);
  if (!many) return 'Count the solid blocks: each one is a kernel.';
  const parts = shown.map(
    ({ stack, kernels }) =>
      `${stack.shortTitle}: ${digits.format(kernels.total)} ${kernelsWord(kernels.total)}`,
  );
  return `${parts.join('. ')}.`;
}

/** Which of the stacks hide a kernel, said once for all of them. */
function hidingSentence(hiding: Shown, shown: number): string {
  const titles = hiding.map(({ stack }) => stack.title);
  if (titles.length === 1) return `${join(titles)} hides a second one inside a VM.`;
  if (titles.length === shown) return 'Each of them hides a second one inside a VM.';
  return `${join(titles)} each hide a second one inside a VM.`;
}

function sentence(shown: Shown): string {
  const [first] = shown;
  if (first === undefined) return 'Put a stack on the ground line and count the solid blocks.';
  if (shown.length === 1) return first.stack.note;
  const parts: string[] = [];
  const add = (text: string): void => {
    if (!parts.includes(text)) parts.push(text);
  };
  const hiding = shown.filter(({ kernels }) => kernels.hidden !== null);
  for (const { kernels } of shown) {
    if (kernels.hidden !== null) add(hidingSentence(hiding, shown.length));
    else if (kernels.stripedKind === 'sentry')
      add('gVisor answers a container’s system calls in a process, the Sentry.');
    else if (kernels.striped > 0)
      add('A unikernel links a library OS instead of booting a kernel.');
    else if (kernels.guests > 0 && kernels.owners !== null)
      add(
        `Each ${noun(kernels.owners.noun, 1)} brings a kernel, which the ${noun(kernels.instances?.noun ?? 'container', 2)} in it share.`,
      );
    else if (kernels.guests > 0 && kernels.fencedGuests)
      add('A container in a VM of its own runs on that VM’s kernel.');
    else if (kernels.guests > 0) {
      add(
        kernels.instances?.noun === 'microvm'
          ? 'A microVM brings a kernel too.'
          : 'VMs bring a kernel each.',
      );
    } else if (kernels.instances?.noun === 'container') {
      add('Containers share the one that is already running.');
    } else if (kernels.runtime !== null)
      add('Wasm modules make no system calls: one process calls the kernel for them.');
    else add('Processes share the one they were started on.');
  }
  return parts.join(' ');
}

/** What a fence is made of; one around other fences sets no limits. */
function fenceOf(layer: Layer, family: AbiFamily | null): string {
  if (layer.wraps.some(({ kind }) => kind === 'fence'))
    return 'a fence of namespaces around others';
  return family === 'nt'
    ? 'a fence of a server silo and a job object'
    : 'a fence of namespaces and cgroups';
}

function layerName({ layer, standsOn, users, crowd, family }: LayerRole): string {
  const name = layer.detail === undefined ? layer.name : `${layer.name}, ${layer.detail}`;
  const parts = [
    crowd === null
      ? name
      : `${instances(layer.instance?.noun ?? 'container', crowd)}, too many to draw one by one`,
  ];
  if (standsOn !== null) {
    if (layer.relation === 'inside') parts.push(`part of ${standsOn}`);
    else if (layer.kind === 'fence') parts.push(`${fenceOf(layer, family)}, made by ${standsOn}`);
    else if (layer.kind === 'wall') parts.push(`a virtual machine on ${standsOn}`);
    else parts.push(`on ${standsOn}`);
  }
  if (users.length === 1 && layer.kind === 'kernel') parts.push(`used by ${users[0] ?? ''}`);
  if (users.length > 1) parts.push(`shared by ${join(users)}`);
  return parts.join('; ');
}

export const structure: StructureWords = {
  headline,
  sentence,
  readout,
  instances,
  barStandsFor: (count) => `one bar stands for about ${digits.format(count)}`,
  layerName,
  privilege: {
    user: 'user mode',
    kernel: 'kernel mode',
    root: 'VMX root',
    'guest-user': 'guest user',
    'guest-kernel': 'guest kernel',
  },
  annotations: (family) => ({
    namespaces: [family === 'nt' ? 'Server silo:' : 'Namespaces:', 'what it sees'],
    cgroups: [family === 'nt' ? 'Job object:' : 'cgroups:', 'how much it uses'],
    engine: ['Engine: not a layer', 'asks for the fences'],
  }),
  chapters: [
    { label: 'Hardware', says: 'The hardware: CPU, memory, disk, network.' },
    {
      label: 'Kernel or hypervisor',
      says: 'What runs straight on the hardware: a kernel, or a hypervisor.',
    },
    {
      label: 'Walls and fences',
      says: 'A virtual machine gets a wall, and what it boots stands inside; for containers the kernel makes fences.',
    },
    {
      label: 'File systems',
      says: 'Each system or image brings its files: libraries and tools, never a kernel into a container.',
    },
    {
      label: 'Programs',
      says: 'The programs start. Where they stand on a kernel, they make their system calls to it.',
    },
  ],
};
