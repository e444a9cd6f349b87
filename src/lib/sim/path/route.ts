/** The route of one operation through one stack: pure, the same for the same stack, operation and switches. */
import {
  PATH_SWITCHES,
  type Hop,
  type PathOp,
  type PathSwitch,
  type Place,
  type Route,
  type Stop,
  type TimePart,
} from '../../model/path/route.ts';
import { walkLayers, type ResolvedStack } from '../../model/stack.ts';
import { faultWay, instructionWay, packetWay, syscallWay, writeWay, type Task } from './ops.ts';
import { terrainOf, type Terrain } from './terrain.ts';
import { nestedHops, Walk } from './walk.ts';
import { waysOf, type Ways } from './ways.ts';

const WAYS: Readonly<Record<PathOp, (task: Task) => void>> = {
  syscall: syscallWay,
  packet: packetWay,
  write: writeWay,
  fault: faultWay,
  instruction: instructionWay,
};

/** @returns the switches that change something for this operation in this stack */
export function switchesFor(stack: ResolvedStack, op: PathOp): readonly PathSwitch[] {
  const terrain = terrainOf(stack);
  return terrain === null ? [] : possible(terrain, waysOf(terrain), op);
}

function possible(terrain: Terrain, ways: Ways, op: PathOp): readonly PathSwitch[] {
  const { translator, isWasm, libraryOs, sentry, isContainer, platform } = terrain;
  const isVm = platform !== 'native';
  const can: Readonly<Record<PathSwitch, boolean>> = {
    cache: op === 'write' && libraryOs === null,
    overlay: op === 'write' && ways.ownFiles !== 'none',
    share: op === 'write' && ways.canShare,
    hostnet:
      op === 'packet' &&
      isContainer &&
      !ways.netOutside &&
      (ways.containerNet === 'bridge' || ways.containerNet === 'slirp'),
    passthrough: (op === 'write' || op === 'packet') && ways.canPassThrough,
    nested: ways.canNest && op !== 'syscall' && op !== 'instruction',
    backed: op === 'fault' && ((isVm && ways.lazyMemory) || sentry?.privilege === 'guest-kernel'),
    cached: op === 'instruction' && translator !== null && !isWasm,
  };
  return PATH_SWITCHES.filter((one) => can[one]);
}

/** Of what is wanted, what can be: a shared folder is neither an overlay nor a disk of the VM's own. */
function applied(
  wanted: ReadonlySet<PathSwitch>,
  can: readonly PathSwitch[],
): readonly PathSwitch[] {
  const on = can.filter((one) => wanted.has(one));
  const isShared = on.includes('share');
  return on.filter(
    (one) =>
      !(isShared && (one === 'overlay' || one === 'passthrough')) &&
      !(one === 'passthrough' && on.includes('cache')),
  );
}

/**
 * @param wanted switches that are on; those that change nothing here are left out of `applied`
 * @returns null when the stack has no app
 */
export function routeOf(
  stack: ResolvedStack,
  op: PathOp,
  wanted: ReadonlySet<PathSwitch>,
): Route | null {
  const terrain = terrainOf(stack);
  if (terrain === null) return null;
  const ways = waysOf(terrain);
  const on = new Set(applied(wanted, possible(terrain, ways, op)));
  const walk = new Walk(terrain.app);
  WAYS[op]({ walk, terrain, ways, on });
  const plain = walk.hops(interruptVia(terrain, on));
  const outer: Stop = { layer: terrain.hardware.path, place: 'outer' };
  const inside = (hops: readonly Hop[]): readonly Hop[] =>
    on.has('nested') ? nestedHops(hops, outer) : hops;
  const down = inside(plain.hops.slice(0, plain.down));
  const hops = [...down, ...inside(plain.hops.slice(plain.down))];
  // What stays within the guest is not slowed by how deep the guest lies.
  if (hops.length === plain.hops.length) on.delete('nested');
  else walk.says('nested').warns('nested');
  const layers = new Map([...walkLayers(stack.ground)].map(([layer]) => [layer.path, layer]));
  const passed = [...new Set(down.map(({ to }) => to.layer))].flatMap(
    (path) => layers.get(path) ?? [],
  );
  return {
    ...{ op, hops, down: down.length, cases: walk.cases, isOpen: walk.isOpen },
    notes: [...new Set(walk.notes)],
    related: [...new Set(walk.related)],
    applied: [...on],
    parts: partsOf(terrain, ways, op, hops),
    kernels: passed.filter(({ kind }) => kind === 'kernel').map(({ path }) => path),
    striped: passed
      .filter(({ kind }) => kind === 'sentry' || kind === 'library-os')
      .map(({ path }) => path),
  };
}

/** A guest that rings a device itself is told by its hypervisor, and so is a control domain. */
function interruptVia(terrain: Terrain, on: ReadonlySet<PathSwitch>): Stop | null {
  const { platform, hypervisor } = terrain;
  if (hypervisor === null) return null;
  const isSplit = platform === 'split';
  if (!isSplit && !on.has('passthrough')) return null;
  return { layer: hypervisor.path, place: 'hypervisor' };
}

/** Only what was measured of exactly these hops. */
function partsOf(
  terrain: Terrain,
  ways: Ways,
  op: PathOp,
  hops: readonly Hop[],
): readonly TimePart[] {
  const all = hops.map((_, at) => at);
  const where = (isIt: (hop: Hop) => boolean): readonly number[] =>
    all.filter((at) => hops[at] !== undefined && isIt(hops[at]));
  const into = (place: Place): number => where(({ to }) => to.place === place)[0] ?? 0;
  const { platform, sentry, translator, kernel } = terrain;
  if (op === 'syscall' && sentry?.privilege === 'guest-kernel')
    return [{ hops: all, at: into('sentry'), figure: 'perf.syscall.gvisor.ant' }];
  if (op === 'syscall' && platform === 'native' && sentry === null && translator === null) {
    if (kernel?.family !== 'linux') return [];
    const filter = where(({ from }) => from.place === 'filter');
    const rest = all.filter((at) => !filter.includes(at));
    const call = { hops: rest, at: into('answer'), figure: 'perf.syscall.kpti' };
    if (filter.length === 0) return [call];
    return [{ hops: filter, at: into('filter'), figure: 'perf.seccomp.filter' }, call];
  }
  if (!ways.isKvm) return [];
  // Nested exits were not measured.
  if (hops.some(({ to }) => to.place === 'outer')) return [];
  const exits = where(({ border }) => border === 'exit');
  const entries = where(({ border }) => border === 'enter');
  // The figure is one exit with the way back in.
  if (exits.length !== 1 || entries.length !== 1) return [];
  return [{ hops: [...exits, ...entries], at: exits[0] ?? 0, figure: 'perf.vmexit.amd2020' }];
}
