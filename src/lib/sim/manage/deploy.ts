/** Deploy version 2: what is built, what travels, what starts anew, and whether a kernel does with it. */
import { byHand, allIn, layersOf, pick, stepBy, type Stage, type Step } from './story.ts';

export function deploySteps(stage: Stage): readonly Step[] {
  const unit = stage.shape.units[0]?.path;
  if (unit === undefined) return [];
  switch (stage.shape.topology) {
    case 'guest-os':
      return deployVm(stage, unit);
    case 'library':
      return deployUnikernel(stage, unit);
    case 'system':
      return deploySystem(stage, unit);
    default:
      return stage.shape.hasContainers ? deployContainer(stage, unit) : deployProcess(stage, unit);
  }
}

function deployContainer(stage: Stage, unit: string): readonly Step[] {
  const puller = pick(stage, ({ work }) => work.create?.includes('image') === true, 'inside');
  const updater =
    pick(stage, ({ work }) => both(work.update, work.place)) ??
    pick(stage, ({ work }) => work.update?.includes('container') === true);
  const isPod = stage.shape.topology === 'pod-vm';
  return [
    byHand('build-image', [], { at: layersOf(stage, ['image'], unit) }),
    stepBy(puller, 'pull', layersOf(stage, ['container-app'], unit)),
    stepBy(updater, isPod ? 'replace-pod-vm' : 'replace-container', allIn(stage, unit), {
      changes: [unit],
      ...(isPod ? { brings: 'kernel' } : {}),
    }),
  ];
}

function both(
  update: readonly string[] | undefined,
  place: readonly string[] | undefined,
): boolean {
  return update?.includes('container') === true && place?.includes('container') === true;
}

function deployVm(stage: Stage, unit: string): readonly Step[] {
  const inside = pick(stage, ({ work }) => work.update?.includes('guest-app') === true);
  const creator = pick(stage, ({ work }) => work.create?.includes('vm') === true);
  return [
    stepBy(inside, 'change-inside', layersOf(stage, ['guest-app'], unit), { way: 'a' }),
    byHand('build-disk', [], { way: 'b', at: layersOf(stage, ['guest-kernel'], unit) }),
    stepBy(creator, 'replace-vm', [unit], { way: 'b', changes: [unit], brings: 'kernel' }),
  ];
}

function deployUnikernel(stage: Stage, unit: string): readonly Step[] {
  const builder = pick(stage, ({ work }) => work.create?.includes('library-os') === true);
  const creator = pick(stage, ({ work }) => work.create?.includes('vm') === true);
  return [
    stepBy(builder, 'build-unikernel', layersOf(stage, ['library-os', 'guest-app'], unit)),
    stepBy(creator, 'replace-unikernel', [unit], { changes: [unit], brings: 'library-os' }),
  ];
}

function deploySystem(stage: Stage, unit: string): readonly Step[] {
  const creator = pick(stage, ({ work }) => work.create?.includes('container') === true);
  return [
    byHand('change-in-container', layersOf(stage, ['container-app'], unit), { way: 'a' }),
    stepBy(creator, 'replace-system', [unit], { way: 'b', changes: [unit] }),
  ];
}

function deployProcess(stage: Stage, unit: string): readonly Step[] {
  const starter = pick(stage, ({ work }) => work.create?.includes('process') === true);
  if (layersOf(stage, ['engine']).length > 0) {
    return [byHand('build-module', []), byHand('load-module', [unit], { changes: [unit] })];
  }
  return [
    byHand('copy-program', [unit]),
    stepBy(starter, 'restart-process', [unit], { changes: [unit] }),
  ];
}
