/** A node dies: who notices, and what runs again where. */
import type { Answer, LayerRole } from '../../model/manage/tool.ts';
import type { Reach } from './reach.ts';
import {
  allIn,
  byHand,
  event,
  isIn,
  layersOf,
  pick,
  stepBy,
  unitLayers,
  unitRole,
  unitTargets,
  type Stage,
  type Step,
} from './story.ts';

type HealedRole = Extract<LayerRole, 'container' | 'vm' | 'process' | 'engine'>;

function does(answer: Answer): boolean {
  return answer === 'yes' || answer === 'setting';
}

export function nodeSteps(stage: Stage): readonly Step[] {
  return stage.shape.topology === 'nodes' ? clusterNode(stage) : machine(stage);
}

/** In a cluster of VMs a node is one of them: the others are there already. */
function clusterNode(stage: Stage): readonly Step[] {
  const [node] = layersOf(stage, ['vm']);
  if (node === undefined) return [];
  const units = stage.shape.units.map(({ path }) => path).filter((path) => isIn(path, node));
  const scheduler = healer(stage, 'container', 'elsewhere');
  const cloud = healer(stage, 'vm', 'elsewhere');
  return [
    event('node-fails', [node], { stops: allIn(stage, node) }),
    ...(scheduler === undefined
      ? [event('nobody-notices', [], { at: [node] })]
      : [
          stepBy(scheduler, 'notice', [], { at: layersOf(stage, ['engine'], node) }),
          stepBy(scheduler, 'restart-elsewhere', units, { leaves: units }),
        ]),
    stepBy(cloud, 'replace-node', [node], {
      starts: [node, ...layersOf(stage, ['guest-kernel', 'engine'], node)],
    }),
    ...(scheduler === undefined
      ? [byHand('start-by-hand', units, { starts: units.flatMap((unit) => allIn(stage, unit)) })]
      : []),
  ];
}

function machine(stage: Stage): readonly Step[] {
  const units = stage.shape.units.map(({ path }) => path);
  const all = [...stage.managed.roles.keys()];
  const hardware = layersOf(stage, ['hardware']);
  const fails = event('node-fails', hardware, { stops: all });
  const role = unitRole(stage);
  const elsewhere = healer(stage, role, 'elsewhere');
  if (elsewhere !== undefined) {
    const boots = role === 'vm' || stage.shape.topology === 'pod-vm';
    return [
      fails,
      stepBy(elsewhere, 'notice', [], { at: hardware }),
      stepBy(elsewhere, boots ? 'boot-elsewhere' : 'restart-elsewhere', unitTargets(stage), {
        leaves: units,
      }),
    ];
  }
  const inUnits = new Set(unitLayers(stage));
  const isHidden = stage.shape.topology === 'hidden-vm';
  const hidden = isHidden ? layersOf(stage, ['vm']).flatMap((vm) => allIn(stage, vm)) : [];
  const base = all.filter((path) => !inUnits.has(path) && !hidden.includes(path));
  const vm = hidden.filter((path) => !inUnits.has(path));
  return [
    fails,
    event('nobody-notices', [], { at: hardware }),
    byHand('repair', hardware, { starts: base }),
    ...(isHidden ? [byHand('start-desktop', layersOf(stage, ['vm']), { starts: vm })] : []),
    startAgain(stage),
  ];
}

/** After the machine is back: by what restarts instances there, else by hand. */
export function startAgain(stage: Stage): Step {
  const units = stage.shape.units.map(({ path }) => path);
  const starts = unitLayers(stage);
  const here = healer(stage, unitRole(stage), 'here');
  if (here !== undefined) return stepBy(here, 'restart-here', unitTargets(stage), { starts });
  const runtime = healer(stage, 'engine', 'here');
  return runtime === undefined
    ? byHand('start-by-hand', units, { starts })
    : stepBy(runtime, 'restart-runtime', layersOf(stage, ['engine']), { starts });
}

/** The tool that starts such units again after a failure. */
function healer(stage: Stage, role: HealedRole, where: 'here' | 'elsewhere'): Reach | undefined {
  return pick(
    stage,
    ({ tool, work }) => work.heal?.includes(role) === true && does(tool.restarts[where]),
  );
}
