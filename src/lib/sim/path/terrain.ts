/** What a route needs to know of a stack: what the app stands on, and who gives a VM its devices. */
import { isBoundary } from '../../model/kinds.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../../model/stack.ts';

/**
 * Who stands between a guest and the hardware: nobody, a kernel with a hypervisor in it, a hypervisor with
 * drivers of its own, a hypervisor whose drivers are in a control domain, or nobody knows.
 */
export type Platform = 'native' | 'hosted' | 'bare' | 'split' | 'unknown';

export interface Terrain {
  readonly stack: ResolvedStack;
  readonly app: Layer;
  readonly libs: Layer | null;
  /** Stands under the app's libraries in their own process: an emulator or a Wasm runtime. */
  readonly translator: Layer | null;
  readonly isWasm: boolean;
  readonly sentry: Layer | null;
  readonly libraryOs: Layer | null;
  /** The kernel that the app's process runs on; null: a library OS is all there is. */
  readonly kernel: Layer | null;
  readonly platform: Platform;
  readonly hypervisor: Layer | null;
  /** The kernel that owns the devices: host's or control domain's; null: the hypervisor does. */
  readonly host: Layer | null;
  readonly vmm: Layer | null;
  /** OS services beside, where a control domain's own processes are told of. */
  readonly services: Layer | null;
  /** The user-mode network of rootless containers. */
  readonly slirp: Layer | null;
  readonly isContainer: boolean;
  readonly hardware: Layer;
}

/** @returns the app whose operation is followed: of a foreign CPU where there is one, else of the first instance */
function appOf(stack: ResolvedStack, parents: Parents): Layer | null {
  const apps = [...parents.keys()].filter(({ kind }) => kind === 'app');
  const isForeign = (app: Layer): boolean =>
    above(app, parents).some(({ kind }) => kind === 'emulator');
  const isInstance = (app: Layer): boolean =>
    [app, ...above(app, parents)].some(({ instance }) => instance !== undefined);
  return apps.find(isForeign) ?? apps.find(isInstance) ?? apps[0] ?? null;
}

type Parents = ReadonlyMap<Layer, Layer | null>;

function parentsOf(stack: ResolvedStack): Parents {
  return new Map(walkLayers(stack.ground));
}

/** @returns what the layer stands on and in, nearest first */
function above(layer: Layer, parents: Parents): readonly Layer[] {
  const parent = parents.get(layer) ?? null;
  return parent === null ? [] : [parent, ...above(parent, parents)];
}

function find(root: Layer, isIt: (layer: Layer) => boolean): Layer | null {
  for (const [layer] of walkLayers(root)) if (isIt(layer)) return layer;
  return null;
}

/** @returns null when a stack has no app */
export function terrainOf(stack: ResolvedStack): Terrain | null {
  const parents = parentsOf(stack);
  const app = appOf(stack, parents);
  if (app === null) return null;
  const chain = above(app, parents);
  const of = (...kinds: readonly Layer['kind'][]): Layer | null =>
    chain.find(({ kind }) => kinds.includes(kind)) ?? null;
  const wall = of('wall');
  const translator = of('emulator');
  // A runtime stands on the libraries, an emulated program brings its own.
  const isWasm = translator !== null && chain.findIndex(({ kind }) => kind === 'libs') > 0;
  const below = wall === null ? [] : chain.slice(chain.indexOf(wall) + 1);
  const floor = below.find(({ kind }) => !isBoundary(kind)) ?? null;
  const domain = floor === null ? null : find(floor, ({ kind }) => kind === 'control-domain');
  const hypervisor =
    floor === null ? null : floor.kind === 'kernel' ? (floor.inside[0] ?? null) : floor;
  const vmm =
    floor === null ? null : find(floor, (l) => l.kind === 'vmm' && l.relation === 'beside');
  const controlKernel = domain === null ? null : find(domain, ({ kind }) => kind === 'kernel');
  const hostKernel = floor?.kind === 'kernel' ? floor : controlKernel;
  const platform: Platform =
    floor === null
      ? 'native'
      : floor.kind === 'kernel'
        ? 'hosted'
        : controlKernel !== null
          ? 'split'
          : vmm === null
            ? 'unknown'
            : 'bare';
  return {
    ...{ stack, app, translator, isWasm, platform, hypervisor, vmm },
    libs: of('libs'),
    sentry: of('sentry'),
    libraryOs: of('library-os'),
    kernel: of('kernel') === floor ? null : of('kernel'),
    host: hostKernel,
    services: domain === null ? null : find(domain, ({ kind }) => kind === 'userland'),
    slirp: find(stack.ground, (l) => l.kind === 'userland' && l.id === 'network'),
    isContainer: of('fence') !== null,
    hardware: stack.ground,
  };
}
