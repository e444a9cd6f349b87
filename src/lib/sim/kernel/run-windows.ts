/** Where and how a Windows image runs: the kernels must be of one family, and of fitting builds. */
import type { WindowsBuilds } from '../../model/kernel/run-data.ts';
import type { RunHow, RunNeed, RunReason } from '../../model/kernel/run-names.ts';
import { no, type RunCase, type RunDraft } from './run-answer.ts';
import { ownVmStack } from './run-linux.ts';

/** Server 2016 compares the revision too. */
const FIRST_SERVER = 14_393;
/** containerd runs Windows containers from this build on. */
const CONTAINERD_FROM = 17_763;

/** @returns what runs a Windows image that way, and how */
export function windowsImage(asked: RunCase, how: RunHow, builds: WindowsBuilds): RunDraft {
  const { host } = asked;
  if (how === 'vm') return ownWindowsVm(asked);
  if (host.family !== 'nt') return elsewhere(how);
  if (how === 'gvisor') return no('impossible', 'windows-needs-windows', 'gvisor-linux-only');
  if (how === 'kata') return no('impossible', 'windows-needs-windows', 'kata-linux-only');
  if (how === 'podman') return no('not-offered', 'podman-linux-only');
  if (host.cpu !== 'amd64') return no('impossible', 'cpu-windows-amd64-only');
  if (host.edition === 'home') {
    return how.startsWith('docker-desktop')
      ? no('impossible', 'home-linux-only')
      : no('not-offered', 'home-no-containers');
  }
  return onWindows(asked, how, builds);
}

function elsewhere(how: RunHow): RunDraft {
  const isIsolation = how === 'windows-process' || how === 'windows-hyperv';
  return no(
    'impossible',
    'windows-needs-windows',
    ...(isIsolation ? (['isolation-of-windows'] as const) : []),
  );
}

function onWindows(asked: RunCase, how: RunHow, builds: WindowsBuilds): RunDraft {
  const isServer = asked.host.edition === 'server';
  const isDesktop = how.startsWith('docker-desktop');
  if (isDesktop && isServer) return no('not-offered', 'desktop-not-on-server');
  if (how === 'containerd' && asked.build < CONTAINERD_FROM)
    return no('not-offered', 'containerd-since-2019');
  if ((asked.image.build ?? 0) > asked.build) return no('impossible', 'build-newer');
  const fit = fitOf(asked, builds);
  const switched: readonly RunReason[] = isDesktop ? ['desktop-switched'] : [];
  const desktopNeeds: readonly RunNeed[] = isDesktop ? ['all-users'] : [];
  if (how === 'windows-process' || (isServer && how !== 'windows-hyperv' && fit !== null)) {
    if (fit === null) return no('impossible', 'build-differs');
    return processIsolation(asked, fit, how === 'windows-process' ? [] : ['server-takes-process']);
  }
  const byDefault: readonly RunReason[] =
    isServer || how === 'windows-hyperv' ? [] : ['client-takes-hyperv'];
  return {
    verdict: 'hyperv-isolation',
    reasons: [
      ...(fit === null ? (['build-differs'] as const) : []),
      'own-nt-kernel',
      ...byDefault,
      ...switched,
    ],
    vm: { family: 'nt', by: 'isolation', isShared: false, isBeside: true },
    stack: { id: 'windows-hyperv' },
    isNearest: !isServer,
    needs: ['hyperv-feature', 'nested', ...desktopNeeds],
  };
}

/** Why process isolation is allowed; null: it is not. */
function fitOf({ host, build, image }: RunCase, builds: WindowsBuilds): RunReason | null {
  if (image.build === build) return 'build-fits';
  const edition = host.edition === 'server' ? 'server' : 'client';
  const isExcepted = builds.exceptions.some(
    (one) => one.image === image.build && one.edition === edition && build >= one.from,
  );
  return isExcepted ? 'build-excepted' : null;
}

function processIsolation(
  { host, build }: RunCase,
  fit: RunReason,
  more: readonly RunReason[],
): RunDraft {
  const isServer = host.edition === 'server';
  return {
    verdict: 'native',
    reasons: [fit, ...more],
    stack: { id: 'windows-process' },
    isNearest: !isServer,
    needs: [
      'build-same',
      ...(build === FIRST_SERVER ? (['revision-same'] as const) : []),
      ...(isServer ? [] : (['for-development'] as const)),
    ],
  };
}

/** In a Windows VM that a reader installs; on another CPU QEMU must translate that whole machine. */
function ownWindowsVm({ host, isOtherCpu }: RunCase): RunDraft {
  const stack = isOtherCpu ? null : ownVmStack(host);
  return {
    verdict: 'vm',
    reasons: [
      ...(host.family === 'nt' ? [] : (['windows-needs-windows'] as const)),
      'own-vm',
      ...(isOtherCpu ? (['cpu-machine-translated'] as const) : []),
    ],
    ...(isOtherCpu ? { translator: 'qemu-machine' } : {}),
    vm: {
      family: 'nt',
      by: 'own',
      isShared: false,
      isBeside: !isOtherCpu && host.family === 'nt' && host.edition !== 'home',
    },
    ...(stack === null ? {} : { stack }),
    isNearest: host.isVm === true,
    needs: [
      'build-same',
      ...(isOtherCpu ? [] : (['guest-same-cpu'] as const)),
      ...(host.isVm === true ? (['nested'] as const) : []),
    ],
  };
}
