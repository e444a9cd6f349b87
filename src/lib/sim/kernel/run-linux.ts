/** Where and how a Linux image runs. */
import type { RunHow, RunReason } from '../../model/kernel/run-names.ts';
import type { StackRef } from '../../model/stack.ts';
import { LINUX_NEEDS, no, type RunCase, type RunDraft, type RunVm } from './run-answer.ts';

/** @returns what runs a Linux image that way, and how */
export function linuxImage(asked: RunCase, how: RunHow): RunDraft {
  const { host } = asked;
  switch (how) {
    case 'vm':
      return ownLinuxVm(asked);
    case 'windows-process':
    case 'windows-hyperv':
      return host.family === 'nt'
        ? no('impossible', 'linux-needs-linux', 'isolation-no-linux')
        : no('impossible', 'isolation-of-windows');
    case 'docker-desktop':
    case 'docker-desktop-wsl2':
    case 'docker-desktop-hyperv':
      return desktop(asked, how);
    case 'podman':
      return host.family === 'linux' ? onLinux(asked, true) : podmanMachine(asked);
    case 'docker-engine':
      if (host.family === 'linux') return onLinux(asked, false);
      return host.family === 'nt'
        ? no('impossible', 'linux-needs-linux', 'engine-windows-only')
        : no('not-offered', 'engine-not-on-mac', 'linux-needs-linux');
    case 'containerd':
      if (host.family === 'linux') return onLinux(asked, true);
      return host.family === 'nt'
        ? no('impossible', 'linux-needs-linux')
        : no('not-offered', 'containerd-linux-windows', 'linux-needs-linux');
    case 'gvisor':
      return gvisor(asked);
    case 'kata':
      return kata(asked);
  }
}

/** Straight on the kernel of a Linux host. `isOther`: by another tool than the stack's. */
function onLinux({ host, isOtherCpu }: RunCase, isOther: boolean): RunDraft {
  const isNode = host.isVm === true;
  const where: readonly RunReason[] = isNode ? ['node-kernel'] : [];
  const node = isNode ? (['node-cpu'] as const) : [];
  if (!isOtherCpu) {
    return {
      verdict: 'native',
      reasons: ['same-kernel', ...where],
      stack: { id: isNode ? 'cloud-containers' : 'docker-linux' },
      isNearest: isOther,
      needs: [...LINUX_NEEDS, ...node],
    };
  }
  return {
    verdict: 'emulated',
    reasons: ['cpu-translated', 'same-kernel', ...where],
    translator: 'qemu',
    stack: { id: 'emulated' },
    isNearest: isOther || isNode || host.cpu !== 'amd64',
    needs: ['binfmt', ...LINUX_NEEDS, ...node],
  };
}

function desktop(asked: RunCase, how: RunHow): RunDraft {
  const { host } = asked;
  if (host.family === 'nt') return desktopOnWindows(asked, how);
  if (how !== 'docker-desktop') return no('not-offered', 'desktop-backend-of-windows');
  if (host.family === 'xnu') return desktopOnMac(asked);
  if (host.isVm === true) return no('not-offered', 'desktop-not-in-vm');
  if (host.cpu === 'arm64') return no('not-offered', 'desktop-amd64-packages');
  const vm: RunVm = { family: 'linux', by: 'desktop', isShared: true, isBeside: false };
  return hidden(asked, vm, 'desktop-vm-on-linux', {
    stack: { id: 'desktop-linux' },
    needs: ['kvm'],
  });
}

function desktopOnWindows(asked: RunCase, how: RunHow): RunDraft {
  const { host } = asked;
  const isArm = host.cpu === 'arm64';
  if (host.edition === 'server') return no('not-offered', 'desktop-not-on-server');
  if (how === 'docker-desktop-hyperv') {
    if (isArm) return no('not-offered', 'desktop-arm-wsl2-only');
    if (host.edition === 'home') return no('not-offered', 'home-no-hyperv');
    const vm: RunVm = { family: 'linux', by: 'hyperv', isShared: true, isBeside: true };
    return hidden(asked, vm, 'desktop-hyperv', {
      stack: { id: 'desktop-windows-hyperv' },
      needs: ['hyperv-feature'],
    });
  }
  const vm: RunVm = { family: 'linux', by: 'wsl2', isShared: true, isBeside: true };
  return hidden(asked, vm, 'desktop-wsl2', {
    stack: { id: 'desktop-windows-wsl2' },
    isNearest: isArm,
    needs: [
      'wsl2',
      ...(isArm ? (['early-access'] as const) : []),
      ...(host.edition === 'home' ? (['home-named-or-not'] as const) : []),
    ],
  });
}

function desktopOnMac(asked: RunCase): RunDraft {
  const vm: RunVm = { family: 'linux', by: 'desktop', isShared: true, isBeside: false };
  const draft = hidden(asked, vm, 'desktop-mac', { stack: { id: 'desktop-mac' } });
  if (!asked.isOtherCpu || asked.host.cpu !== 'arm64') return draft;
  // Rosetta translates for Apple silicon, and for that direction alone.
  return {
    ...draft,
    translator: 'rosetta',
    reasons: draft.reasons.map((reason) => (reason === 'cpu-translated' ? 'cpu-rosetta' : reason)),
    needs: ['rosetta-setting', ...(draft.needs ?? [])],
  };
}

function podmanMachine(asked: RunCase): RunDraft {
  const isWindows = asked.host.family === 'nt';
  const isMac = asked.host.family === 'xnu';
  const isAppleSilicon = isMac && asked.host.cpu === 'arm64';
  const vm: RunVm = { family: 'linux', by: 'podman', isShared: true, isBeside: isWindows };
  return hidden(asked, vm, 'podman-machine', {
    stack: { id: isWindows ? 'desktop-windows-wsl2' : 'desktop-mac' },
    isNearest: true,
    needs: [
      ...(isMac && !isAppleSilicon ? (['machine-intel'] as const) : []),
      asked.isOtherCpu && isAppleSilicon ? 'machine-libkrun' : 'machine-provider',
    ],
  });
}

/** In a Linux VM that the tool starts by itself. */
function hidden(
  { isOtherCpu, host }: RunCase,
  vm: RunVm,
  why: RunReason,
  more: Pick<RunDraft, 'stack' | 'isNearest' | 'needs'>,
): RunDraft {
  const wrong: readonly RunReason[] = host.family === 'linux' ? [] : ['linux-needs-linux'];
  return {
    verdict: isOtherCpu ? 'hidden-vm+emulated' : 'hidden-vm',
    reasons: [...wrong, ...(isOtherCpu ? (['cpu-translated'] as const) : []), why],
    ...(isOtherCpu ? { translator: 'qemu' } : {}),
    vm,
    ...more,
    isNearest: more.isNearest === true || isOtherCpu,
    needs: [...(more.needs ?? []), ...LINUX_NEEDS],
  };
}

function gvisor({ host, isOtherCpu }: RunCase): RunDraft {
  if (host.family !== 'linux') return no('not-offered', 'gvisor-linux-only', 'linux-needs-linux');
  if (isOtherCpu) return no('impossible', 'gvisor-one-cpu');
  return {
    verdict: 'native',
    reasons: ['sentry', ...(host.isVm === true ? (['node-kernel'] as const) : [])],
    stack: { id: 'gvisor' },
    isNearest: host.isVm === true,
    needs: ['gvisor-kernel', 'cpu-level', 'own-libc'],
  };
}

function kata({ host, isOtherCpu }: RunCase): RunDraft {
  if (host.family !== 'linux') return no('not-offered', 'kata-linux-only', 'linux-needs-linux');
  if (isOtherCpu) return no('impossible', 'kata-one-cpu');
  return {
    verdict: 'vm',
    reasons: ['kata-vm'],
    vm: { family: 'linux', by: 'kata', isShared: false, isBeside: false },
    stack: { id: 'kata' },
    isNearest: host.isVm === true,
    needs: [host.isVm === true ? 'nested' : 'kvm', ...LINUX_NEEDS],
  };
}

/** In a Linux VM that a reader installs; its own kernel hands foreign programs to QEMU. */
function ownLinuxVm({ host, isOtherCpu }: RunCase): RunDraft {
  const isWindows = host.family === 'nt';
  const stack = ownVmStack(host);
  return {
    verdict: 'vm',
    reasons: ['own-vm', ...(isOtherCpu ? (['cpu-translated-in-vm'] as const) : [])],
    ...(isOtherCpu ? { translator: 'qemu' } : {}),
    vm: {
      family: 'linux',
      by: 'own',
      isShared: true,
      isBeside: isWindows && host.edition !== 'home',
    },
    ...(stack === null ? {} : { stack }),
    isNearest: isOtherCpu || host.isVm === true,
    needs: [
      ...(host.isVm === true ? (['nested'] as const) : []),
      'guest-same-cpu',
      ...(isOtherCpu ? (['binfmt'] as const) : []),
      ...LINUX_NEEDS,
    ],
  };
}

/** The stack that shows a VM of the reader's own on such a host; none shows one on a Mac. */
export function ownVmStack(host: RunCase['host']): StackRef | null {
  if (host.family === 'linux') return { id: 'vm-bare-metal', variant: 'kvm' };
  if (host.family === 'xnu') return null;
  return host.edition === 'home'
    ? { id: 'vm-hosted', variant: 'virtualbox' }
    : { id: 'vm-bare-metal', variant: 'hyper-v' };
}
