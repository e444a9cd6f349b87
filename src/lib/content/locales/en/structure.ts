/** English words for the layers of a stack, whatever lens draws them. */
import type { AbiFamily } from '../../../model/kinds.ts';
import type { KernelFacts } from '../../../model/kernel-facts.ts';
import type { InstanceNoun, Layer, ResolvedStack } from '../../../model/stack.ts';
import type { LayerRole, Readout, StructureWords } from '../../../model/words-structure.ts';
import { digitsOf } from '../digits.ts';

const NOUNS: Readonly<Record<InstanceNoun, readonly [string, string]>> = {
  process: ['process', 'processes'],
  container: ['container', 'containers'],
  vm: ['VM', 'VMs'],
  microvm: ['microVM', 'microVMs'],
  unikernel: ['unikernel', 'unikernels'],
  module: ['module', 'modules'],
};

export const digits = digitsOf('en');

export function kernelsWord(count: number): string {
  return count === 1 ? 'kernel' : 'kernels';
}

export function noun(kind: InstanceNoun, count: number): string {
  return NOUNS[kind][count === 1 ? 0 : 1];
}

function instances(kind: InstanceNoun, count: number): string {
  return `${digits.format(count)} ${noun(kind, count)}`;
}

export function join(parts: readonly string[]): string {
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
export function unfinished(stack: ResolvedStack, kernels: KernelFacts): Readout {
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
    const solid = `${digits.format(kernels.total)} ${kernelsWord(kernels.total)}`;
    return {
      count: `${solid}, ${stripedWord(kernels)}`,
      split: [solid, `and ${stripedWord(kernels)}`],
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
  const isShared = users.length > 1 || (group !== null && group.count > 1);
  const shared =
    users.length > 0
      ? `${isShared ? 'shared' : 'used'} by ${join(users)}`
      : 'used by all that runs';
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
  privilegeOn: (privilege, hypervisor) =>
    `${privilege === 'guest-kernel' ? 'kernel' : 'user'} on ${hypervisor}`,
  annotations: (family) => ({
    namespaces: [family === 'nt' ? 'Server silo:' : 'Namespaces:', 'what it sees'],
    cgroups: [family === 'nt' ? 'Job object:' : 'cgroups:', 'how much it uses'],
    engine: ['Engine: not a layer', 'asks for the fences'],
    engineAlone: ['Engine: not a layer', 'starts the containers'],
  }),
};
