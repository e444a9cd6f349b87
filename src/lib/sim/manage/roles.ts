/** What each layer of a stack is to those who run it, from its kind and what stands around it. */
import type { LayerRole } from '../../model/manage/tool.ts';
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';

/** Kinds alone do not tell these from engines and programs: ids of the stack files. */
const BY_ID: Readonly<Record<string, LayerRole>> = {
  agent: 'helper',
  shim: 'helper',
  gofer: 'helper',
  network: 'helper',
  rootlesskit: 'helper',
  hcs: 'host-programs',
  cli: 'engine',
};

type Place = 'host' | 'control' | 'guest' | 'fence';

const KERNELS: Readonly<Record<Place, LayerRole>> = {
  host: 'host-kernel',
  control: 'control-domain',
  guest: 'guest-kernel',
  fence: 'guest-kernel',
};
const FILES: Readonly<Record<Place, LayerRole>> = {
  host: 'host-programs',
  control: 'control-domain',
  guest: 'guest-programs',
  fence: 'image',
};
const APPS: Readonly<Record<Place, LayerRole>> = {
  host: 'host-programs',
  control: 'control-domain',
  guest: 'guest-app',
  fence: 'container-app',
};

/** @returns the role of every layer but those that set something up and go (runc). */
export function rolesOf(stack: ResolvedStack): ReadonlyMap<LayerPath, LayerRole> {
  const roles = new Map<LayerPath, LayerRole>();
  const visit = (layer: Layer, place: Place): void => {
    if (layer.relation === 'transient') return;
    roles.set(layer.path, roleOf(layer, place));
    const inner = placeIn(layer, place);
    for (const child of [...layer.inside, ...layer.wraps, ...layer.carries]) visit(child, inner);
  };
  visit(stack.ground, 'host');
  return roles;
}

/** A fence around other fences (a user namespace) changes nothing for what it holds beside them. */
function placeIn(layer: Layer, place: Place): Place {
  if (layer.kind === 'wall') return 'guest';
  if (layer.kind === 'control-domain') return 'control';
  if (layer.kind === 'fence' && !isAroundFences(layer)) return 'fence';
  return place;
}

function isAroundFences(layer: Layer): boolean {
  return layer.wraps.some(({ kind }) => kind === 'fence');
}

function roleOf(layer: Layer, place: Place): LayerRole {
  const byId = BY_ID[layer.id];
  if (byId !== undefined) return byId;
  switch (layer.kind) {
    case 'hardware':
    case 'hypervisor':
    case 'vmm':
    case 'engine':
    case 'sentry':
    case 'library-os':
    case 'control-domain':
      return layer.kind;
    case 'wall':
      return 'vm';
    case 'fence':
      return isAroundFences(layer) ? 'helper' : 'container';
    case 'kernel':
      return KERNELS[place];
    case 'emulator':
      return layer.carries.some(({ instance }) => instance !== undefined)
        ? 'engine'
        : 'host-programs';
    case 'libs':
    case 'userland':
      return FILES[place];
    case 'app':
      return place === 'host' && layer.instance !== undefined ? 'process' : APPS[place];
  }
}
