/** Parts that several operations share: into the first kernel, out of a VM, to the device. */
import type { Place } from '../../model/path/route.ts';
import type { Layer } from '../../model/stack.ts';
import type { Terrain } from './terrain.ts';
import type { Walk } from './walk.ts';
import type { Ways } from './ways.ts';

/** From the app to the kernel that its call reaches, over its libraries and who translates it. */
export function intoKernel(walk: Walk, terrain: Terrain, place: Place): void {
  const { kernel, libs, sentry, libraryOs, translator, isWasm } = terrain;
  if (libraryOs !== null) walk.to(libraryOs, 'library-os');
  else if (sentry !== null) {
    walk.to(libs, 'libs');
    intoSentry(walk, terrain, place);
  } else if (isWasm) walk.to(translator, 'runtime').to(libs, 'libs').to(kernel, place, 'call');
  else walk.to(libs, 'libs').to(translator, 'code').to(kernel, place, 'call');
}

/** A call or a fault of the app is handed to the Sentry: by a signal handler, or by the CPU in guest mode. */
export function intoSentry(
  walk: Walk,
  terrain: Terrain,
  place: Place,
  caught: Place = 'filter',
): void {
  const { app, kernel, sentry } = terrain;
  if (isKvmPlatform(terrain)) walk.to(sentry, place, 'trap');
  else {
    walk
      .to(kernel, caught, 'trap')
      .to(app, 'stub', 'signal')
      .to(sentry, place, 'handover')
      .warns('systrap-patch', 'systrap-poll');
  }
}

export function isKvmPlatform({ sentry }: Terrain): boolean {
  return sentry?.privilege === 'guest-kernel';
}

/** The hypervisor in the host's kernel that gVisor's KVM platform runs on. */
export function kvmOf({ kernel }: Terrain): Layer | null {
  return kernel?.inside[0] ?? null;
}

/** Out of the VM to whoever owns the devices; ends at the last place before the doorbell. */
export function outOfVm(walk: Walk, terrain: Terrain, device: 'disk' | 'card', ways: Ways): void {
  const { platform, hypervisor, host, vmm } = terrain;
  const driver = device === 'disk' ? 'block' : 'card-driver';
  const inside = device === 'disk' ? driver : 'vswitch';
  if (platform === 'unknown') {
    walk.to(hypervisor, 'provider', 'leave').warns('provider');
    walk.isOpen = true;
  } else if (platform === 'bare') walk.to(hypervisor, inside, 'exit').warns('batching');
  else if (platform === 'split') {
    walk.to(hypervisor, 'hypervisor', 'exit').warns('batching');
    if (device === 'disk') walk.to(host, 'backend', 'enter');
    else splitNet(walk, terrain, ways);
    walk.to(host, driver);
  } else {
    walk.to(hypervisor, 'hypervisor', 'exit').warns('batching');
    if (device === 'disk') walk.to(vmm, 'vmm', 'wake').to(host, 'block', 'call', 'wake');
    else hostedNet(walk, terrain, ways);
    if (device === 'disk') walk.warns('completion-thread');
  }
}

function splitNet(walk: Walk, { host, services }: Terrain, { vmNet, netOutside }: Ways): void {
  if (vmNet === 'process' && services !== null) {
    walk.to(host, 'backend', 'enter').to(services, 'net-process', 'wake');
    walk.to(host, 'tcpip', 'call', 'wake');
    return;
  }
  walk.to(host, 'vswitch', 'enter');
  if (netOutside) walk.to(host, 'nat');
}

function hostedNet(walk: Walk, { host, vmm }: Terrain, { vmNet, netOutside }: Ways): void {
  if (vmNet === 'vhost') {
    walk.to(host, 'vhost').to(host, 'tap');
    if (netOutside) walk.to(host, 'veth').to(host, 'bridge').to(host, 'nat');
  } else {
    walk.to(vmm, 'vmm', 'wake');
    if (vmNet === 'process') walk.to(vmm, 'net-process', 'handover');
    walk.to(host, vmNet === 'process' ? 'tcpip' : 'tap', 'call', 'wake');
  }
  walk.to(host, 'card-driver');
}
