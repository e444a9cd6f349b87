/**
 * Patch the kernel: each of them, wherever it lies. A shared one is patched once and stops all that share
 * it; a guest's is its owner's business; the one underneath is patched apart.
 */
import { startAgain } from './node-dies.ts';
import type { Reach } from './reach.ts';
import {
  allIn,
  byHand,
  event,
  groundsOf,
  layersOf,
  pick,
  stepBy,
  unitLayers,
  unitRole,
  unitTargets,
  type KernelGroup,
  type Stage,
  type Step,
} from './story.ts';

export function patchSteps(stage: Stage): readonly Step[] {
  switch (stage.shape.topology) {
    case 'shared':
    case 'system':
      return hostSteps(stage);
    case 'sentry':
      return [...sentrySteps(stage), ...hostSteps(stage)];
    case 'guest-os':
      return [...guestSteps(stage), ...belowSteps(stage)];
    case 'library':
      return [...unikernelSteps(stage), ...belowSteps(stage)];
    case 'pod-vm':
      return [...podSteps(stage), ...hostSteps(stage)];
    case 'hidden-vm':
      return hiddenSteps(stage);
    case 'nodes':
      return clusterSteps(stage);
  }
}

/** Kernels under the units and in control domains, as far as the stack has them. */
function groupsBelow(stage: Stage): readonly KernelGroup[] {
  const has = (role: string) => layersOf(stage, [role]).length > 0;
  return [
    ...(has('host-kernel') ? (['host'] as const) : []),
    ...(has('control-domain') ? (['control'] as const) : []),
  ];
}

function unitPaths({ shape }: Stage): readonly string[] {
  return shape.units.map(({ path }) => path);
}

function mover(stage: Stage, how: 'live' | 'restart'): Reach | undefined {
  const role = unitRole(stage);
  return pick(stage, ({ tool, work }) => tool.moves === how && work.place?.includes(role) === true);
}

/** Containers and processes: the host's kernel, and a restart of all that share it. */
function hostSteps(stage: Stage): readonly Step[] {
  const units = unitPaths(stage);
  const targets = unitTargets(stage);
  const drain = mover(stage, 'restart');
  const layers = unitLayers(stage);
  const below = groundsOf(stage);
  return [
    byHand('install-host', below),
    drain === undefined
      ? byHand('stop-all', units, { stops: layers })
      : stepBy(drain, 'drain', targets, { stops: layers, leaves: units }),
    byHand('reboot-host', below, { patches: groupsBelow(stage) }),
    ...(stage.shape.isWindows && stage.shape.topology === 'shared'
      ? [byHand('windows-images', layersOf(stage, ['image']))]
      : []),
    ...(drain === undefined ? [startAgain(stage)] : []),
  ];
}

function sentrySteps(stage: Stage): readonly Step[] {
  const updater = pick(stage, ({ work }) => work.update?.includes('sentry') === true);
  const starter = pick(stage, ({ work }) => work.heal?.includes('container') === true);
  return [
    stepBy(updater, 'update-sentry', layersOf(stage, ['sentry'])),
    stepBy(starter, 'restart-sandboxes', unitPaths(stage), {
      patches: ['striped'],
      isReplacing: true,
      changes: unitPaths(stage),
    }),
  ];
}

/** Each guest's kernel, by its owner: the others run on. */
function guestSteps(stage: Stage): readonly Step[] {
  const isMicro = stage.shape.units[0]?.instance?.noun === 'microvm';
  const effects = { patches: ['guests'], changes: unitPaths(stage) } as const;
  const kernels = layersOf(stage, ['guest-kernel']);
  return [
    isMicro
      ? byHand('new-guest-kernel', kernels, { ...effects, isReplacing: true })
      : byHand('guest-patch', kernels, effects),
  ];
}

function unikernelSteps(stage: Stage): readonly Step[] {
  const builder = pick(stage, ({ work }) => work.update?.includes('library-os') === true);
  const creator = pick(stage, ({ work }) => work.create?.includes('vm') === true);
  return [
    stepBy(builder, 'rebuild-unikernels', layersOf(stage, ['library-os'])),
    stepBy(creator, 'restart-unikernels', unitPaths(stage), {
      patches: ['striped'],
      isReplacing: true,
      changes: unitPaths(stage),
    }),
  ];
}

/** What lies under VMs: they move away running, where a tool can do that, or stop. */
function belowSteps(stage: Stage): readonly Step[] {
  const units = unitPaths(stage);
  const live = mover(stage, 'live');
  const below = groundsOf(stage);
  const updater = pick(stage, ({ work }) =>
    below.every((path) => work.update?.some((role) => role === stage.managed.roles.get(path))),
  );
  const patched = stepBy(updater, 'patch-hypervisor', below, { patches: groupsBelow(stage) });
  const layers = unitLayers(stage);
  if (live !== undefined) {
    return [stepBy(live, 'live-move', units, { leaves: units, isLive: true }), patched];
  }
  const creator = pick(stage, ({ work }) => work.create?.includes('vm') === true);
  return [
    byHand('stop-vms', units, { stops: layers }),
    patched,
    stepBy(creator, 'boot-vms', units, { starts: layers }),
  ];
}

function podSteps(stage: Stage): readonly Step[] {
  const updater = pick(stage, ({ work }) => work.update?.includes('guest-kernel') === true);
  const starter = pick(stage, ({ work }) => work.heal?.includes('container') === true);
  return [
    stepBy(
      updater,
      stage.shape.isWindows ? 'guest-base-image' : 'update-kata',
      layersOf(stage, ['guest-kernel']),
    ),
    stepBy(starter, 'restart-pods', unitTargets(stage), {
      patches: ['guests'],
      isReplacing: true,
      changes: unitPaths(stage),
    }),
  ];
}

/** An update of the app brings the hidden kernel; the one on show comes with its system. */
function hiddenSteps(stage: Stage): readonly Step[] {
  const updater = pick(stage, ({ work }) => work.update?.includes('guest-kernel') === true);
  const hidden = layersOf(stage, ['vm']).flatMap((vm) => allIn(stage, vm));
  const units = unitLayers(stage);
  const machine = [...stage.managed.roles.keys()];
  return [
    stepBy(updater, 'update-hidden', layersOf(stage, ['guest-kernel']), {
      patches: ['guests'],
      isReplacing: true,
      stops: units,
      starts: hidden.filter((path) => !units.includes(path)),
    }),
    startAgain(stage),
    byHand('update-host-os', groundsOf(stage), {
      patches: groupsBelow(stage),
      stops: machine,
      starts: machine,
    }),
  ];
}

/** Node by node: empty it, replace its VM by one with the new kernel; the others carry on. */
function clusterSteps(stage: Stage): readonly Step[] {
  const [first] = layersOf(stage, ['vm']);
  const nodes = layersOf(stage, ['vm']);
  const drain = mover(stage, 'restart');
  const units = unitLayers(stage);
  const inFirst =
    first === undefined ? [] : allIn(stage, first).filter((path) => units.includes(path));
  const leaving = unitPaths(stage).filter((path) => inFirst.includes(path));
  const cloud = pick(stage, ({ work }) => work.update?.includes('vm') === true);
  return [
    byHand('node-image', []),
    drain === undefined
      ? byHand('stop-all', leaving, { stops: inFirst })
      : stepBy(drain, 'drain', leaving, { stops: inFirst, leaves: leaving }),
    stepBy(cloud, 'replace-nodes', nodes, {
      patches: ['guests'],
      isReplacing: true,
      starts: inFirst,
      changes: unitPaths(stage),
    }),
    event('provider', layersOf(stage, ['hypervisor'])),
  ];
}
