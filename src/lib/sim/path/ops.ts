/** The way down of each operation. */
import type { CaseWord, PathSwitch } from '../../model/path/route.ts';
import { intoKernel, intoSentry, isKvmPlatform, kvmOf, outOfVm } from './go.ts';
import type { Terrain } from './terrain.ts';
import type { Walk } from './walk.ts';
import type { Ways } from './ways.ts';

export interface Task {
  readonly walk: Walk;
  readonly terrain: Terrain;
  readonly ways: Ways;
  readonly on: ReadonlySet<PathSwitch>;
}

/** A call that the kernel answers at once, such as asking for the process's own number. */
export function syscallWay({ walk, terrain }: Task): void {
  const { kernel, platform, isContainer, sentry, libraryOs, isWasm, translator } = terrain;
  if (libraryOs !== null) {
    walk.to(libraryOs, 'library-os').says('library-os');
    return;
  }
  const isFiltered = isContainer && platform === 'native' && kernel?.family === 'linux';
  intoKernel(walk, terrain, sentry !== null ? 'sentry' : isFiltered ? 'filter' : 'answer');
  if (sentry !== null) {
    walk.says(isKvmPlatform(terrain) ? 'sentry-kvm' : 'sentry-systrap').warns('sentry-host');
    return;
  }
  if (isFiltered) walk.to(kernel, 'answer');
  if (isWasm) walk.says('runtime').warns('wasi');
  else if (translator !== null) walk.says('emulator-call');
  else walk.says(platform === 'native' ? 'own-kernel' : 'guest-kernel');
}

/** One small write that waits for the disk, unless the page cache takes it. */
export function writeWay(task: Task): void {
  const { walk, terrain, ways, on } = task;
  const { kernel, sentry, libraryOs, platform, hardware } = terrain;
  if (sentry !== null) {
    sentryWrite(task);
    return;
  }
  intoKernel(walk, terrain, 'files');
  if (on.has('share') || (on.has('overlay') && ways.ownFiles === 'share')) {
    sharedWrite(task);
    return;
  }
  if (on.has('overlay')) walk.to(kernel, 'overlay').says('overlay').warns('copy-up');
  else if (ways.ownFiles === 'share') walk.says('block-device');
  else walk.says(ways.ownFiles === 'none' ? 'file' : 'volume');
  if (on.has('overlay')) walk.near('perf.overlay.copyup');
  if (on.has('cache')) {
    walk.to(kernel, 'page-cache').says('cache').warns('write-back');
    return;
  }
  if (platform === 'native') walk.to(kernel, 'block');
  else if (on.has('passthrough')) {
    walk
      .to(kernel ?? libraryOs, 'block')
      .says('passed-through')
      .warns('posted-interrupts');
    walk.near('perf.io.eli');
  } else {
    walk.to(kernel ?? libraryOs, 'virtual-disk');
    outOfVm(walk, terrain, 'disk', ways);
    walk.says(DISK_CASE[platform]).warns('several-disks');
    if (ways.isKvm) walk.near('perf.randio.kvm', 'perf.disk.kick');
  }
  walk.to(hardware, 'disk', platform === 'unknown' ? null : 'doorbell');
}

const DISK_CASE: Readonly<Record<Exclude<Terrain['platform'], 'native'>, CaseWord>> = {
  hosted: 'disk-vmm',
  bare: 'disk-hypervisor',
  split: 'disk-control',
  unknown: 'disk-provider',
};
const CARD_CASE: Readonly<Record<Exclude<Terrain['platform'], 'native'>, CaseWord>> = {
  hosted: 'card-vmm',
  bare: 'card-hypervisor',
  split: 'card-control',
  unknown: 'card-provider',
};

function sentryWrite({ walk, terrain, on }: Task): void {
  const { kernel, libs, sentry, hardware } = terrain;
  walk.to(libs, 'libs');
  if (on.has('overlay')) {
    intoSentry(walk, terrain, 'sentry-overlay');
    walk.says('sentry-overlay').warns('sentry-files');
    return;
  }
  intoSentry(walk, terrain, 'sentry');
  // On the KVM platform the Sentry makes its own calls from the host's user mode: out of guest mode first.
  if (isKvmPlatform(terrain))
    walk.to(kvmOf(terrain), 'hypervisor', 'exit').to(sentry, 'sentry', 'wake');
  walk.to(kernel, 'files', 'call').says('volume');
  if (on.has('cache')) walk.to(kernel, 'page-cache').says('cache').warns('write-back');
  else walk.to(kernel, 'block').to(hardware, 'disk', 'doorbell');
}

/** Through a folder that the host shares: the guest's file system is a client, a host process the server. */
function sharedWrite({ walk, terrain, on, ways }: Task): void {
  const { kernel, hypervisor, host, vmm, services, platform, hardware } = terrain;
  const server = platform === 'split' ? (services ?? vmm) : vmm;
  walk.to(kernel, 'share-client').to(hypervisor, 'hypervisor', 'exit');
  if (platform === 'split') walk.to(host, 'backend', 'enter');
  walk.to(server, 'share-server', 'wake').to(host, 'files', 'call', 'wake');
  walk.says('share').warns('share-process', 'batching');
  if (terrain.stack.id === 'desktop-windows-wsl2') walk.near('perf.wsl2.mnt');
  if (terrain.stack.id === 'desktop-mac') walk.near('perf.dockervmm');
  if (on.has('overlay') && ways.ownFiles === 'share') walk.to(host, 'overlay').says('overlay');
  if (on.has('cache')) walk.to(host, 'page-cache').says('cache').warns('write-back');
  else walk.to(host, 'block').to(hardware, 'disk', 'doorbell');
}

/** One packet to another machine; the answer comes back the same way. */
export function packetWay(task: Task): void {
  const { walk, terrain, ways, on } = task;
  const { kernel, sentry, libraryOs, platform, hardware } = terrain;
  const isHost = on.has('hostnet');
  if (sentry !== null) {
    intoKernel(walk, terrain, isHost ? 'sentry' : 'sentry-net');
    if (isKvmPlatform(terrain))
      walk
        .to(kvmOf(terrain), 'hypervisor', 'exit')
        .to(sentry, isHost ? 'sentry' : 'sentry-net', 'wake');
    walk.to(kernel, isHost ? 'tcpip' : 'veth', 'call').says(isHost ? 'host-network' : 'sentry-net');
    if (!isHost) walk.to(kernel, 'bridge').to(kernel, 'nat').near('perf.net.docker.nat');
    walk.warns('several-networks');
  } else {
    intoKernel(walk, terrain, 'tcpip');
    containerNet(task);
  }
  if (platform === 'native') walk.to(kernel, 'card-driver');
  else if (on.has('passthrough')) {
    walk
      .to(kernel ?? libraryOs, 'card-driver')
      .says('passed-through')
      .warns('posted-interrupts');
    walk.near('perf.io.eli');
  } else {
    walk.to(kernel ?? libraryOs, 'virtual-card');
    outOfVm(walk, terrain, 'card', ways);
    const hosted = { vhost: 'vhost', vmm: 'card-vmm', process: 'card-process' } as const;
    const isProcess = platform === 'split' && ways.vmNet === 'process';
    walk.says(platform === 'hosted' || isProcess ? hosted[ways.vmNet] : CARD_CASE[platform]);
    walk.warns('several-networks');
    if (ways.vmNet === 'vhost') walk.near('perf.net.kvm.lat');
  }
  walk.to(hardware, 'card', platform === 'unknown' ? null : 'doorbell');
}

function containerNet({ walk, terrain, ways, on }: Task): void {
  const { kernel, slirp, isContainer, platform } = terrain;
  const isHost = on.has('hostnet');
  if (isHost) walk.says('host-network');
  if (!isContainer) {
    if (platform === 'native') walk.says('no-namespace');
    return;
  }
  const { containerNet: net } = ways;
  if (net === 'windows-nat') {
    if (!ways.netOutside) walk.to(kernel, 'vswitch').to(kernel, 'nat');
    walk.says('windows-nat');
  }
  if (net === 'cni') walk.to(kernel, 'veth').to(kernel, 'plugin').says('cni');
  else if (net !== 'windows-nat' && !isHost && !ways.netOutside) {
    walk.to(kernel, 'veth').to(kernel, 'bridge').to(kernel, 'nat').near('perf.net.docker.nat');
    if (net === 'bridge') walk.says('bridge');
  }
  if (net === 'slirp') {
    walk.to(kernel, 'tap').to(slirp, 'net-process', 'wake').to(kernel, 'tcpip', 'call', 'wake');
    walk.says('slirp').near('perf.rootless.net');
  }
  if (net !== 'windows-nat') walk.warns('several-networks');
}

/** The first touch of a page of memory that the app was promised. */
export function faultWay({ walk, terrain, ways, on }: Task): void {
  const { kernel, libraryOs, sentry, hypervisor, host, platform, isContainer } = terrain;
  if (sentry !== null) {
    intoSentry(walk, terrain, 'sentry', 'page-tables');
    if (!isKvmPlatform(terrain)) walk.to(kernel, 'page-tables', 'call').warns('map-for-sentry');
    else if (!on.has('backed')) {
      const kvm = kvmOf(terrain);
      walk.to(kvm, 'hypervisor', 'exit').to(kernel, 'host-page');
    }
    walk.says('first-touch');
    return;
  }
  if (libraryOs !== null) walk.to(libraryOs, 'library-os').warns('library-os-memory');
  else walk.to(kernel, 'page-tables', 'trap');
  walk.says('first-touch');
  if (platform === 'native') return;
  if (!ways.lazyMemory) {
    walk.says('memory-given');
    return;
  }
  walk.near('perf.ept.walk');
  if (on.has('backed')) {
    walk.says('host-page-there');
    return;
  }
  walk.says('host-page-missing');
  if (platform === 'unknown') walk.to(hypervisor, 'provider', 'leave').warns('provider');
  else walk.to(hypervisor, host === null ? 'host-page' : 'hypervisor', 'exit');
  walk.isOpen = platform === 'unknown';
  if (platform === 'split' && isContainer) walk.to(host, 'host-page', 'enter');
  else if (platform === 'hosted') walk.to(host, 'host-page');
}

/** One instruction of the app. */
export function instructionWay({ walk, terrain, on }: Task): void {
  const { translator, isWasm, hardware } = terrain;
  if (translator === null) walk.says('same-cpu');
  else if (isWasm) walk.to(translator, 'code').says('wasm-code');
  else {
    if (!on.has('cached')) walk.to(translator, 'translate');
    walk
      .to(translator, 'code')
      .warns('emulator-exec')
      .near('perf.qemuuser.cpu', 'perf.qemuuser.fp');
    walk.says(on.has('cached') ? 'translated-before' : 'translated-first');
  }
  walk.to(hardware, 'cpu');
}
