/** What a Manage picture says in words: headline facts, readouts, names of the twin's nodes, the table. */
import { kernelFacts } from '../../model/kernel-facts.ts';
import { walkLayers, type LayerPath } from '../../model/stack.ts';
import { VERBS, type LayerRole } from '../../model/manage/tool.ts';
import type { ManageFacts, ManageStory } from '../../model/manage/words.ts';
import type { Managed, Reach } from '../../sim/manage/reach.ts';
import type { StoryState } from '../../sim/manage/story.ts';
import type { SummaryTable, TwinNode } from '../picture.ts';
import type { ManagedStack, ManageStage } from './stage.ts';

const KERNEL_ROLES: readonly LayerRole[] = ['host-kernel', 'guest-kernel', 'control-domain'];

const nameOf = ({ tool }: Reach): string => tool.short ?? tool.name;

/** Kernels that some tool reaches, with true counts. */
function kernelsReached(managed: Managed): number {
  const reached = new Set(managed.reaches.flatMap(({ paths }) => [...paths]));
  let sum = 0;
  const times = new Map<LayerPath, number>();
  for (const [layer, parent] of walkLayers(managed.stack.ground)) {
    const outer = parent === null ? 1 : (times.get(parent.path) ?? 1);
    const own = outer * (layer.instance?.count ?? 1);
    times.set(layer.path, own);
    if ((layer.instance?.index ?? 0) === 0 && layer.counts === 'kernel' && reached.has(layer.path))
      if (isFirst(layer.path, managed)) sum += own;
  }
  return sum;
}

/** Of layers in repeated instances the first stands for all. */
function isFirst(path: LayerPath, managed: Managed): boolean {
  for (const [{ path: other, instance }] of walkLayers(managed.stack.ground))
    if ((instance?.index ?? 0) > 0 && path.startsWith(`${other}/`)) return false;
  return true;
}

export function factsOf({ managed, story }: ManagedStack): ManageFacts {
  const { stack, reaches, roles } = managed;
  const by = (wanted: readonly LayerRole[], isKernel = false) =>
    reaches
      .filter(({ paths }) =>
        [...paths].some((path) => {
          const role = roles.get(path);
          if (role === undefined || !wanted.includes(role)) return false;
          return !isKernel || isKernelPath(stack, path);
        }),
      )
      .map(nameOf);
  const kernels = kernelFacts(stack);
  const end = story.after(story.steps.length);
  const starts = story.steps.find(
    ({ id }) => id === 'restart-elsewhere' || id === 'boot-elsewhere',
  );
  return {
    title: stack.shortTitle,
    noun: kernels.instances?.noun ?? null,
    topology: story.stage.shape.topology,
    hasContainers: story.stage.shape.hasContainers,
    containersBy: by(['container']),
    vmsBy: by(['vm']),
    kernelsBy: by(KERNEL_ROLES, true),
    kernels: kernels.total,
    kernelsReached: kernelsReached(managed),
    isHypervisorReached: isHypervisorReached(managed),
    hasOwnKernel: kernels.host.length + kernels.control.length > 0,
    brings: story.steps.find(({ brings }) => brings !== undefined)?.brings ?? null,
    elsewhereBy:
      starts === undefined || typeof starts.by === 'string'
        ? null
        : (starts.by.short ?? starts.by.name),
    elsewhereIfSet:
      starts !== undefined &&
      typeof starts.by !== 'string' &&
      starts.by.restarts.elsewhere === 'setting',
    ...{ patched: end.patched, striped: end.striped, restarted: end.restarted },
    patching: [
      ...new Set(
        story.steps
          .filter(({ patches = [] }) => patches.length > 0)
          .map(({ isReplacing }) => (isReplacing === true ? 'replaced' : 'in-place')),
      ),
    ],
  };
}

/** Only a hypervisor on the hardware itself: one in a host's kernel is counted with that kernel. */
function isHypervisorReached({ stack, reaches }: Managed): boolean {
  return stack.ground.carries.some(
    ({ kind, path }) => kind === 'hypervisor' && reaches.some(({ paths }) => paths.has(path)),
  );
}

function isKernelPath(stack: Managed['stack'], path: LayerPath): boolean {
  for (const [layer] of walkLayers(stack.ground))
    if (layer.path === path) return layer.kind === 'kernel';
  return false;
}

/** In a rented cluster what lies under the VMs is the provider's business. */
export function isProviders({ managed, story }: ManagedStack, path: LayerPath): boolean {
  const role = managed.roles.get(path);
  return story.stage.shape.topology === 'nodes' && (role === 'hardware' || role === 'hypervisor');
}

/** The lines under a stack: what counts, what is left to people, and the first for a narrow column. */
export function readoutOf(
  stage: ManageStage,
  one: ManagedStack,
  state: StoryState,
): readonly [count: string, note: string, short: string] {
  const { words, name } = stage;
  const { stack, byHand, roles } = one.managed;
  const facts = kernelFacts(stack);
  const named = (isTheirs: boolean): readonly string[] => [
    ...new Set(
      byHand
        .filter((path) => isProviders(one, path) === isTheirs)
        .flatMap((path) => roles.get(path) ?? [])
        .map((role) => words.roles[role]),
    ),
  ];
  if (name === 'reach')
    return [
      words.readout.reach(
        kernelsReached(one.managed),
        facts.total,
        isHypervisorReached(one.managed),
      ),
      words.readout.byHand(named(false), named(true)),
      words.readout.reachShort(kernelsReached(one.managed), facts.total),
    ];
  const unit = (paths: ReadonlySet<LayerPath>) =>
    paths.size === one.story.stage.shape.units.length && facts.instances !== null
      ? facts.instances.count
      : paths.size;
  const count = words.readout.story({
    story: name,
    ...{ patched: state.patched, kernels: facts.total, striped: state.striped },
    ...{ restarted: state.restarted, away: unit(state.away), changed: unit(state.changed) },
    noun: facts.instances?.noun ?? null,
  });
  return [count, '', count];
}

/** The twin's nodes: who manages each layer, or in which steps it is worked on. */
export function namedLayers(
  stage: ManageStage,
  one: ManagedStack,
  state: StoryState,
): readonly TwinNode[] {
  const named = (node: TwinNode): TwinNode => ({
    ...node,
    name: [node.name, ...notesOn(stage, one, state, node.path)].join('; '),
    children: node.children.map(named),
  });
  return one.drawn.layers.map(named);
}

function notesOn(
  { words, name }: ManageStage,
  one: ManagedStack,
  state: StoryState,
  path: LayerPath,
): readonly string[] {
  const { managed, told } = one;
  if (name !== 'reach') {
    const steps = told.flatMap(({ step, label }) =>
      step.touched.includes(path) || step.at?.includes(path) === true ? [label] : [],
    );
    return [
      ...(steps.length > 0 ? [words.twin.steps(steps)] : []),
      ...(state.away.has(path)
        ? [words.twin.away]
        : state.stopped.has(path)
          ? [words.twin.stopped]
          : []),
    ];
  }
  const by = managed.reaches.filter(({ paths }) => paths.has(path)).map(nameOf);
  const carried = managed.reaches.filter((reach) => reach.carried.has(path)).map(nameOf);
  if (by.length + carried.length === 0)
    return [isProviders(one, path) ? words.twin.provider : words.twin.byHand];
  return [
    ...(by.length > 0 ? [words.twin.managedBy(by)] : []),
    ...(carried.length > 0 ? [words.twin.carriedBy(carried)] : []),
  ];
}

/** What a tool does, in words: verbs that go for the same roles share a clause. */
export function doesWhat(
  stage: Pick<ManageStage, 'words'>,
  reach: Reach,
  managed: Managed,
): string {
  const { words } = stage;
  const roleNames = (paths: ReadonlySet<LayerPath>): readonly string[] =>
    [...new Set([...paths].flatMap((path) => managed.roles.get(path) ?? []))].map(
      (role) => words.roles[role],
    );
  const said = new Map<string, readonly string[]>();
  const clauses = new Map<string, readonly string[]>();
  for (const verb of VERBS) {
    const roles = roleNames(reach.verbs[verb]);
    if (roles.length === 0) continue;
    const key = roles.join();
    clauses.set(key, [...(clauses.get(key) ?? []), words.verbs[verb]]);
    said.set(key, roles);
  }
  const carried = roleNames(reach.carried);
  return [
    ...[...clauses].map(([key, verbs]) => words.table.does(verbs, said.get(key) ?? [])),
    ...(carried.length === 0 ? [] : [words.table.does([words.carries], carried)]),
  ].join('; ');
}

export function manageTable(stage: ManageStage): SummaryTable {
  const { words, name, stacks } = stage;
  const titles = stacks.map(({ drawn }) => drawn.stack.title);
  return {
    caption: words.table.caption(name),
    columns: [name === 'reach' ? words.table.tool : words.table.step, ...titles],
    rows: name === 'reach' ? reachRows(stage) : storyRows(stage, name),
  };
}

function reachRows(stage: ManageStage): readonly (readonly string[])[] {
  const { words, stacks } = stage;
  const tools = new Map(
    stacks.flatMap(({ managed }) => managed.reaches.map(({ tool }) => [tool.id, tool] as const)),
  );
  const lines = stacks.map((one) => readoutOf(stage, one, one.story.after(0)));
  return [
    ...[...tools.values()].map((tool) => [
      tool.name,
      ...stacks.map(({ managed }) => {
        const reach = managed.reaches.find((other) => other.tool.id === tool.id);
        return reach === undefined ? words.table.none : doesWhat(stage, reach, managed);
      }),
    ]),
    [words.table.rest, ...lines.map(([, hands]) => hands)],
    [words.table.kernels, ...lines.map(([kernels]) => kernels)],
  ];
}

function storyRows(stage: ManageStage, _name: ManageStory): readonly (readonly string[])[] {
  const { words, stacks } = stage;
  const most = Math.max(0, ...stacks.map(({ told }) => told.length));
  return [
    ...Array.from({ length: most }, (_, at) => [
      String(at + 1),
      ...stacks.map(({ told }) => {
        const step = told[at];
        if (step === undefined) return words.table.none;
        const said = words.actorSays(step.actor, step.sentence);
        return step.step.way === undefined ? said : words.waySays(step.label, said);
      }),
    ]),
    [
      words.table.outcome,
      ...stacks.map((one) => readoutOf(stage, one, one.story.after(one.told.length))[0]),
    ],
  ];
}
