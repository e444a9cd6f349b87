/** What the Structure lens says above its stacks, in English. */
import type { LayerKind } from '../../../model/kinds.ts';
import type { KernelFacts } from '../../../model/kernel-facts.ts';
import type { ResolvedStack } from '../../../model/stack.ts';
import type { StructureSaid } from '../../../model/words-structure.ts';
import { digits, join, kernelsWord, noun, unfinished } from './structure.ts';

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

function number(count: number): string {
  return NUMBERS[count] ?? digits.format(count);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
  if (!many) return COUNT_BLOCKS;
  const parts = shown.map(
    ({ stack, kernels }) =>
      `${stack.shortTitle}: ${digits.format(kernels.total)} ${kernelsWord(kernels.total)}`,
  );
  return `${parts.join('. ')}.`;
}

/** Which of the stacks hide a kernel, said once for all of them. */
function hidingSentence(hiding: Shown, shown: number): string {
  const titles = hiding.map(({ stack }) => stack.title);
  if (titles.length === 1) return `${join(titles)} hides a second kernel inside a VM.`;
  if (titles.length === shown) return 'Each of them hides a second kernel inside a VM.';
  return `${join(titles)} each hide a second kernel inside a VM.`;
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

const COUNT_BLOCKS = 'Count the solid blocks: each one is a kernel.';

/** What comes with a wall, and what with a fence; a process has neither. */
function wallsAndFences(kinds: ReadonlySet<LayerKind>): string {
  const says = [
    ...(kinds.has('wall')
      ? ['A virtual machine gets a wall, and what it boots stands inside.']
      : []),
    ...(kinds.has('fence') ? ['For containers the kernel makes fences.'] : []),
  ];
  return says.join(' ') || 'Nothing here gets a wall or a fence.';
}

export const structureSaid: StructureSaid = {
  headline,
  sentence,
  comingReadout: { count: 'being built', note: '', brief: '', extra: null },
  comingHeadline: (chapter, stacks) => (stacks > 1 ? COUNT_BLOCKS : `${chapter}: on the way.`),
  chapters: (kinds) => [
    { label: 'Hardware', says: 'The hardware: CPU, memory, disk, network.' },
    {
      label: 'Kernel or hypervisor',
      says: 'What runs straight on the hardware: a kernel, or a hypervisor.',
    },
    { label: 'Walls and fences', says: wallsAndFences(kinds) },
    {
      label: 'File systems',
      says: `Each system or image brings its files: libraries and tools${kinds.has('fence') ? ', never a kernel into a container' : ''}.`,
    },
    {
      label: 'Programs',
      says: 'The programs start. Where they stand on a kernel, they make their system calls to it.',
    },
  ],
};
