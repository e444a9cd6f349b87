/** Small stacks for the tests of the Boot lens: one of each anatomy. */
import type { LayerKind } from '../model/kinds.ts';
import type { Instance, Layer, ResolvedStack } from '../model/stack.ts';

function layer(path: string, kind: LayerKind, over: Partial<Layer> = {}): Layer {
  return {
    path,
    id: path.slice(path.lastIndexOf('/') + 1),
    kind,
    relation: 'under',
    name: kind,
    providedBy: 'test',
    counts: kind === 'kernel' ? 'kernel' : 'none',
    about: '',
    figures: [],
    carries: [],
    inside: [],
    wraps: [],
    ...over,
  };
}

function instance(noun: Instance['noun'], index: number): Instance {
  return { group: 'i', index, count: 2, noun };
}

function userland(at: string): Layer {
  const app = layer(`${at}/app`, 'app');
  return layer(`${at}/libs`, 'libs', { carries: [app] });
}

function vm(at: string, index: number, inner: (at: string) => Layer): Layer {
  const path = `${at}/vm${index}`;
  const wraps = [inner(path)];
  return layer(path, 'wall', { relation: 'wraps', wraps, instance: instance('vm', index) });
}

function containers(at: string, inner: (at: string) => Layer = userland): readonly Layer[] {
  return [0, 1].map((index) => {
    const path = `${at}/c${index}`;
    return layer(path, 'fence', {
      relation: 'wraps',
      wraps: [inner(path)],
      instance: instance('container', index),
    });
  });
}

function guestKernel(at: string): Layer {
  return layer(`${at}/kernel`, 'kernel', { family: 'linux', carries: [userland(at)] });
}

function sentry(at: string): Layer {
  return layer(`${at}/sentry`, 'sentry', { family: 'linux', carries: [userland(at)] });
}

function libraryOs(at: string): Layer {
  return layer(`${at}/los`, 'library-os', { carries: [layer(`${at}/app`, 'app')] });
}

function stack(id: string, variant: string, key: string, floor: readonly Layer[]): ResolvedStack {
  const ground = layer(`${key}/hardware`, 'hardware', { carries: floor });
  const title = `Stack ${key}`;
  return {
    key,
    id,
    variant,
    title,
    shortTitle: key,
    claim: '',
    note: '',
    summary: '',
    figures: [],
    relatives: [],
    ground,
    groups: [],
    order: [],
  };
}

function kernel(key: string, carries: readonly Layer[]): Layer {
  return layer(`${key}/kernel`, 'kernel', { family: 'linux', carries });
}

function onHypervisor(key: string, inner: (at: string) => Layer): readonly Layer[] {
  const dom0 = layer(`${key}/dom0`, 'control-domain', {
    relation: 'wraps',
    wraps: [layer(`${key}/dom0/kernel`, 'kernel', { family: 'linux' })],
  });
  const guests = [vm(key, 0, inner), vm(key, 1, inner)];
  return [layer(`${key}/hypervisor`, 'hypervisor', { carries: [dom0, ...guests] })];
}

function programs(key: string): readonly Layer[] {
  return [0, 1].map((index) =>
    layer(`${key}/p${index}`, 'app', { instance: instance('process', index) }),
  );
}

function hiddenVm(key: string): Layer {
  const inner = layer(`${key}/vm/kernel`, 'kernel', {
    family: 'linux',
    carries: [
      layer(`${key}/vm/engine`, 'engine', { relation: 'beside' }),
      ...containers(`${key}/vm`),
    ],
  });
  return layer(`${key}/vm`, 'wall', { relation: 'wraps', wraps: [inner] });
}

const vmm = (key: string): Layer => layer(`${key}/vmm`, 'vmm', { relation: 'beside' });

export const PROCESS = stack('process', 'default', 'process', [
  kernel('process', programs('process')),
]);
export const DOCKER = stack('docker-linux', 'default', 'docker-linux', [
  kernel('docker-linux', containers('docker-linux')),
]);
export const GVISOR = stack('gvisor', 'systrap', 'gvisor', [
  kernel('gvisor', containers('gvisor', sentry)),
]);
export const XEN = stack('vm-bare-metal', 'xen', 'vm-bare-metal:xen', [
  ...onHypervisor('vm-bare-metal:xen', guestKernel),
]);
export const KVM = stack('vm-bare-metal', 'kvm', 'vm-bare-metal:kvm', [
  kernel('vm-bare-metal:kvm', [vm('vm-bare-metal:kvm', 0, guestKernel), vmm('vm-bare-metal:kvm')]),
]);
export const UNIKERNEL = stack('unikernel', 'xen', 'unikernel', [
  ...onHypervisor('unikernel', libraryOs),
]);
export const MICROVM = stack('microvm', 'firecracker', 'microvm', [
  kernel('microvm', [vm('microvm', 0, guestKernel), vmm('microvm')]),
]);
export const MAC = stack('desktop-mac', 'virtualization-framework', 'desktop-mac', [
  kernel('desktop-mac', [hiddenVm('desktop-mac'), vmm('desktop-mac')]),
]);
const HOSTED = stack('vm-hosted', 'virtualbox', 'vm-hosted', [
  kernel('vm-hosted', [vm('vm-hosted', 0, guestKernel), vmm('vm-hosted')]),
]);

export const STACKS = [PROCESS, DOCKER, XEN, KVM, UNIKERNEL, MICROVM, MAC, HOSTED] as const;
