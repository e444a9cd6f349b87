/**
 * How a stack is usually set up where its layers do not tell: which network a container gets, who serves a
 * VM's devices, who gives it memory. Each is one of several setups; `RouteNote`s say so.
 */
import type { Terrain } from './terrain.ts';

export type ContainerNet = 'none' | 'bridge' | 'slirp' | 'windows-nat' | 'cni';
/** Who takes a VM's packets: a thread of the host's kernel, its VMM, or a process behind the VMM. */
export type VmNet = 'vhost' | 'vmm' | 'process';

export interface Ways {
  readonly containerNet: ContainerNet;
  /** What leads a container's packets out lies on the host, outside the VM around it. */
  readonly netOutside: boolean;
  readonly vmNet: VmNet;
  /** The container's own files lie in an overlay of the kernel's, of the Sentry's, or behind a share. */
  readonly ownFiles: 'none' | 'kernel' | 'sentry' | 'share';
  /** Folders of the host can be shared into it. */
  readonly canShare: boolean;
  /** The host gives the VM its memory page by page when it is touched. */
  readonly lazyMemory: boolean;
  readonly canPassThrough: boolean;
  readonly canNest: boolean;
  /** Linux with KVM: what was measured there speaks of it. */
  readonly isKvm: boolean;
}

/** @returns how that stack is taken to be set up */
export function waysOf(terrain: Terrain): Ways {
  const { stack, platform, isContainer, kernel, hypervisor, vmm, slirp, sentry } = terrain;
  const isDesktop = stack.id.startsWith('desktop-');
  const isKvm = platform === 'hosted' && hypervisor?.id === 'kvm';
  const isKata = stack.id === 'kata';
  const isWindows = kernel?.family === 'nt';
  const isSystemContainer = stack.id === 'system-container';
  const hasLinuxLayers = isContainer && !isWindows && !isSystemContainer;
  return {
    containerNet: !isContainer
      ? 'none'
      : slirp !== null
        ? 'slirp'
        : isWindows
          ? 'windows-nat'
          : platform === 'unknown'
            ? 'cni'
            : 'bridge',
    netOutside: isContainer && (isKata || (isWindows && platform === 'split')),
    vmNet: isDesktop ? 'process' : isKvm && vmm?.name === 'QEMU' ? 'vhost' : 'vmm',
    ownFiles: !hasLinuxLayers ? 'none' : sentry !== null ? 'sentry' : isKata ? 'share' : 'kernel',
    canShare: isDesktop || isKata,
    // Xen and Hyper-V give a VM its memory when it starts; the hidden VMs of Windows get it from the root's.
    lazyMemory: platform !== 'split' || isContainer,
    canPassThrough:
      !isDesktop &&
      (platform === 'bare' ||
        (platform === 'split' && !isContainer) ||
        (isKvm && (vmm?.name === 'QEMU' || vmm?.name === 'Cloud Hypervisor'))),
    canNest:
      stack.id !== 'desktop-mac' &&
      (platform === 'hosted' || platform === 'bare' || platform === 'split'),
    isKvm,
  };
}
